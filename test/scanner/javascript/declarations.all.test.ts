import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { javascriptProbeMaker, type Probe } from "../parser-probe.ts";
import { installedFiles } from "./installed-files.ts";

const TSC = join(import.meta.dirname, "../../../node_modules/.bin/tsc");

let probe: Probe;
beforeAll(async () => {
  probe = (await javascriptProbeMaker())("ts");
});

test("the declaration files of the installed packages are read without a complaint, as TypeScript reads them", async () => {
  const files = installedFiles(/\.d\.[mc]?ts$/);
  const faulted = files.filter((file) => {
    const { errors, cutoffs } = probe.parse(bytesOf(file));
    return errors + cutoffs > 0;
  });
  for (const file of faulted) expect(await isFaulty(file), file).toBe(true);
  expect(files.length).toBeGreaterThan(300);
});

test("they hold no calls but `import x = require(...)`", () => {
  const called = installedFiles(/\.d\.[mc]?ts$/).flatMap((file) => probe.calls(bytesOf(file)));
  expect(called.filter((call) => !/^\d+:require:1$/.test(call))).toEqual([]);
});

/** Whether TypeScript too finds a mistake of syntax or grammar: TS1000 to TS1999. One run for each file tells of both. */
async function isFaulty(file: string): Promise<boolean> {
  const options = ["--noEmit", "--noResolve", "--pretty", "false", "--ignoreConfig"];
  const { stdout } = await execa(TSC, [...options, file], { reject: false });
  return /error TS1\d{3}:/.test(stdout);
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}
