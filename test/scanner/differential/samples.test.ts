import { expect, test } from "vitest";
import { probeMaker } from "../parser-probe.ts";
import { pythonSamples } from "../python-samples.ts";
import { difference } from "./compare.ts";
import { treeSitterCalls } from "./tree-sitter-calls.ts";

const newProbe = await probeMaker();
const treeSitter = await treeSitterCalls();

test.each(pythonSamples.map((sample, i) => ({ i, sample })))(
  "sample $i: the calls that tree-sitter sees, and no complaint",
  ({ sample }) => {
    expect(difference(newProbe().calls(sample), treeSitter(sample))).toEqual([]);
    expect(newProbe().parse(sample)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0, unnormalised: 0 });
  },
);

test("a dropped, moved or miscounted call is a difference", () => {
  expect(difference(["1:f:0", "1:f:0"], ["1:f:0"])).toEqual(["+1 1:f:0"]);
  expect(difference(["1:f:0"], ["2:f:0"])).toEqual(["+1 1:f:0", "-1 2:f:0"]);
  expect(difference(["1:f:0"], ["1:f:1"])).toEqual(["+1 1:f:0", "-1 1:f:1"]);
  expect(difference(["1:f:0", "2:g:0"], ["2:g:0", "1:f:0"])).toEqual([]);
});
