import { expect, test } from "vitest";
import { difference } from "../differential/compare.ts";
import { javascriptProbeMaker } from "../parser-probe.ts";
import { acornCalls } from "./acorn-calls.ts";
import { compareInstalled } from "./differential-suite.ts";
import { javascriptSamples } from "./javascript-samples.ts";

const newProbe = await javascriptProbeMaker();

test.each(javascriptSamples.map((sample, i) => ({ i, sample })))(
  "sample $i: the calls that acorn sees",
  ({ sample }) => {
    const theirs = acornCalls(sample);
    expect(theirs).toBeDefined();
    expect(difference(newProbe().calls(sample), theirs ?? [])).toEqual([]);
  },
);

compareInstalled(40);
