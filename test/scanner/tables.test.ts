import { expect, test } from "vitest";
import { buildAutomaton } from "../../components/skill-scanner/build/automaton.ts";
import { data } from "../../components/skill-scanner/build/tables/source-text.ts";

test.each([
  ["u8", 255],
  ["u16", 65_535],
  ["u32", 2 ** 32 - 1],
] as const)("a table of %s holds %i and refuses one more", (type, largest) => {
  expect(data("SIZES", type, [0, largest])).toContain(`[0,${largest}]`);
  expect(() => data("SIZES", type, [0, largest + 1])).toThrow(`Table SIZES is of ${type} and cannot hold`);
  expect(() => data("SIZES", type, [-1])).toThrow("cannot hold -1");
});

test("more states than a state's number can tell apart are refused while the automaton is made", () => {
  expect(() => buildAutomaton([/a.{20}b/])).toThrow("states are needed");
});
