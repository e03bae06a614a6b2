import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Probe } from "../parser-probe.ts";
import { cpythonCalls } from "./python3.ts";

/** What two parsers said about one file, when it was not the same: calls with how often the one saw them more (+) or less (-) often. */
export interface Difference {
  readonly file: string;
  readonly calls: readonly string[];
}

export interface Comparison {
  /** Files that CPython accepts, and the calls in them. */
  readonly files: number;
  readonly calls: number;
  readonly fromCpython: readonly Difference[];
  readonly fromTreeSitter: readonly Difference[];
  /** Valid files about which our parser complains. */
  readonly complaints: readonly string[];
  /** Files with a call; and those of them in which the comparison noticed that one of ours had been dropped. */
  readonly withCalls: number;
  readonly dropNoticed: number;
}

/** Compares every call of the files of a folder: ours with CPython's and with tree-sitter's. */
export function compareLibrary(
  folder: string,
  names: readonly string[],
  probe: Probe,
  treeSitter: CallsOf,
): Comparison {
  const cpython = cpythonCalls(names.map((name) => join(folder, name)));
  const compared = names.flatMap((name, i) => {
    const expected = cpython[i];
    return expected === undefined ? [] : [compareFile(join(folder, name), name, expected, probe, treeSitter)];
  });
  const withCalls = compared.filter(({ calls }) => calls > 0);
  return {
    files: compared.length,
    calls: compared.reduce((sum, { calls }) => sum + calls, 0),
    fromCpython: compared.map(({ fromCpython }) => fromCpython).filter(differs),
    fromTreeSitter: compared.map(({ fromTreeSitter }) => fromTreeSitter).filter(differs),
    complaints: compared.flatMap(({ complaint }) => complaint ?? []),
    withCalls: withCalls.length,
    dropNoticed: withCalls.filter(({ dropNoticed }) => dropNoticed).length,
  };
}

type CallsOf = (source: string) => string[];

function compareFile(path: string, file: string, cpython: readonly string[], probe: Probe, treeSitter: CallsOf) {
  const bytes = new Uint8Array(readFileSync(path));
  const ours = probe.calls(bytes);
  const theirs = treeSitter(new TextDecoder().decode(bytes));
  const { errors, cutoffs, skippedFrom, errorLines } = probe.parse(bytes);
  const dropped = ours.slice(1);
  return {
    calls: ours.length,
    fromCpython: { file, calls: difference(ours, cpython) },
    fromTreeSitter: { file, calls: difference(ours, theirs) },
    complaint: errors + cutoffs + skippedFrom > 0 ? `${file}:${errorLines[0]}` : undefined,
    dropNoticed: difference(dropped, cpython).length > 0 && difference(dropped, theirs).length > 0,
  };
}

function differs({ calls }: Difference): boolean {
  return calls.length > 0;
}

/** The calls that one has more often than the other, each with by how much. */
export function difference(ours: readonly string[], theirs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const call of ours) counts.set(call, (counts.get(call) ?? 0) + 1);
  for (const call of theirs) counts.set(call, (counts.get(call) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([call, count]) => `${count > 0 ? "+" : ""}${count} ${call}`);
}
