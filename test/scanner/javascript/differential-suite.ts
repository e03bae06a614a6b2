import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { type Difference, difference } from "../differential/compare.ts";
import { javascriptProbeMaker, type Probe } from "../parser-probe.ts";
import { acornCalls } from "./acorn-calls.ts";
import { installedFiles } from "./installed-files.ts";

interface Comparison {
  /** Files that acorn accepts, and the calls in them. */
  readonly files: number;
  readonly calls: number;
  readonly differing: readonly Difference[];
  /** Files that acorn accepts and about which our parser complains. */
  readonly complaints: readonly string[];
  readonly withCalls: number;
  /** Files in which the comparison noticed that one call of ours had been dropped. */
  readonly dropNoticed: number;
}

/** Compares every `stride`th file of the installed packages with acorn, call by call. */
export function compareInstalled(stride: number): void {
  const files = installedFiles(/\.[mc]?js$/).filter((_, i) => i % stride === 0);
  let found: Comparison;

  beforeAll(async () => {
    found = compare(files, (await javascriptProbeMaker())());
  }, 300_000);

  test(`acorn sees the same calls in ${files.length} files`, () => {
    expect(found.differing).toEqual([]);
    expect(found.files).toBeGreaterThan(files.length * 0.98);
    expect(found.calls).toBeGreaterThan(found.files * 20);
  });

  test("our parser has nothing to complain about in files that acorn accepts", () => {
    expect(found.complaints).toEqual([]);
  });

  test("one dropped call is noticed, in every file", () => {
    expect(found.dropNoticed).toBe(found.withCalls);
    expect(found.withCalls).toBeGreaterThan(found.files / 3);
  });
}

function compare(files: readonly string[], probe: Probe): Comparison {
  const compared = files.flatMap((file) => compareFile(file, probe) ?? []);
  const withCalls = compared.filter(({ calls }) => calls > 0);
  return {
    files: compared.length,
    calls: compared.reduce((sum, { calls }) => sum + calls, 0),
    differing: compared.map(({ differing }) => differing).filter(({ calls }) => calls.length > 0),
    complaints: compared.flatMap(({ complaint }) => complaint ?? []),
    withCalls: withCalls.length,
    dropNoticed: withCalls.filter(({ dropNoticed }) => dropNoticed).length,
  };
}

function compareFile(file: string, probe: Probe) {
  const bytes = new Uint8Array(readFileSync(file));
  const theirs = acornCalls(new TextDecoder().decode(bytes));
  if (theirs === undefined) return undefined;
  const ours = probe.calls(bytes);
  const { errors, cutoffs, skippedFrom, errorLines } = probe.parse(bytes);
  return {
    calls: ours.length,
    differing: { file, calls: difference(ours, theirs) },
    complaint: errors + cutoffs + skippedFrom > 0 ? `${file}:${errorLines[0]}` : undefined,
    dropNoticed: difference(ours.slice(1), theirs).length > 0,
  };
}
