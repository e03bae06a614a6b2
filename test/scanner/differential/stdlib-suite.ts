import { beforeAll, expect, test } from "vitest";
import { probeMaker } from "../parser-probe.ts";
import { type Comparison, compareLibrary } from "./compare.ts";
import knownDifferences from "./known-differences.json" with { type: "json" };
import { findPython3, libraryFiles } from "./python3.ts";
import { treeSitterCalls } from "./tree-sitter-calls.ts";

/** Of the files that may differ from CPython, each listed in known-differences.json with a reason. */
const MOST_DIFFERING = 0.001;
/** tree-sitter itself is wrong in some files (`type(x).y = z` is a type alias to it): there CPython must be on our side. */
const MOST_TREE_SITTER_MISTAKES = 0.02;

/** Compares every `stride`th file of the machine's Python library with both other parsers, call by call. */
export function compareStandardLibrary(stride: number): void {
  const python = findPython3();
  if (typeof python === "string") {
    test.skip(`the standard library is not compared: ${python}`, () => {});
    return;
  }
  const files = libraryFiles(python).filter((_, i) => i % stride === 0);
  let found: Comparison;

  beforeAll(async () => {
    found = compareLibrary(python.library, files, (await probeMaker())(), await treeSitterCalls());
  }, 300_000);

  test(`CPython ${python.version} sees the same calls in ${files.length} files`, () => {
    expect(found.fromCpython.filter(({ file }) => !(file in knownDifferences))).toEqual([]);
    expect(Object.keys(knownDifferences).length).toBeLessThanOrEqual(found.files * MOST_DIFFERING);
    expect(found.files).toBeGreaterThan(files.length * 0.98);
    expect(found.calls).toBeGreaterThan(found.files * 50);
  });

  test("tree-sitter sees the same calls, or CPython contradicts it", () => {
    expect(found.fromTreeSitter.filter(({ file }) => file in knownDifferences)).toEqual([]);
    expect(found.fromTreeSitter.length).toBeLessThan(found.files * MOST_TREE_SITTER_MISTAKES);
  });

  test("our parser has nothing to complain about in files that CPython accepts", () => {
    expect(found.complaints).toEqual([]);
  });

  test("one dropped call is noticed, in every file", () => {
    expect(found.dropNoticed).toBe(found.withCalls);
    expect(found.withCalls).toBeGreaterThan(found.files / 2);
  });
}
