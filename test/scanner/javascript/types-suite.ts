import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { difference } from "../differential/compare.ts";
import { javascriptProbeMaker } from "../parser-probe.ts";
import { acornCalls } from "./acorn-calls.ts";

interface Comparison {
  readonly calls: number;
  readonly differing: readonly { readonly file: string; readonly calls: readonly string[] }[];
  readonly complaints: readonly string[];
}

/** Compares our calls in TypeScript with those that acorn sees in what esbuild makes of it, the lines aside. */
export function compareStripped(files: readonly string[]): void {
  let found: Comparison;

  beforeAll(async () => {
    found = await compare(files);
  }, 120_000);

  test(`acorn sees the same calls in ${files.length} files without their types`, () => {
    expect(found.differing).toEqual([]);
    expect(found.calls).toBeGreaterThan(files.length);
  });

  test("our parser has nothing to complain about", () => {
    expect(found.complaints).toEqual([]);
  });
}

async function compare(files: readonly string[]): Promise<Comparison> {
  const probe = (await javascriptProbeMaker())("ts");
  const compared = files.map((file) => {
    const source = readFileSync(file, "utf8");
    const ours = probe.calls(source).map(withoutLine);
    const theirs = acornCalls(transformSync(source, { loader: "ts", target: "esnext" }).code) ?? [];
    const { errors, cutoffs } = probe.parse(source);
    return { file, ours, calls: difference(ours, theirs.map(withoutLine)), isClean: errors + cutoffs === 0 };
  });
  return {
    calls: compared.reduce((sum, { ours }) => sum + ours.length, 0),
    differing: compared.filter(({ calls }) => calls.length > 0).map(({ file, calls }) => ({ file, calls })),
    complaints: compared.filter(({ isClean }) => !isClean).map(({ file }) => file),
  };
}

/** Nor with the number that esbuild puts behind a name to tell two apart. */
function withoutLine(call: string): string {
  return call.replace(/^\d+:/, "").replace(/\d+:/, ":");
}
