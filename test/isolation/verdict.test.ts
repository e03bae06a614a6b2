import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bubblewrapWorks, forgetVerdict } from "../../src/isolation/verdict.ts";
import { temporaryFolder } from "../support/files.ts";
import { bubblewrapMissing, jobFor, planInBubblewrap } from "./support/walled.ts";

describe.skipIf(bubblewrapMissing !== undefined)("whether bubblewrap works here (needs bubblewrap)", () => {
  const job = jobFor(import.meta.filename);
  const ask = (cacheDir: string) => bubblewrapWorks(job, planInBubblewrap(job), cacheDir);
  const fileIn = (cacheDir: string) => join(cacheDir, "isolation-bubblewrap");
  const kept = (cacheDir: string) => JSON.parse(readFileSync(fileIn(cacheDir), "utf8"));
  const folder = () => join(temporaryFolder(), "cache");

  test("is tried once, and then believed", () => {
    const cacheDir = folder();
    expect(ask(cacheDir)).toBe(undefined);
    const { circumstances, verdict } = kept(cacheDir);
    expect(verdict).toBe("works");
    const fake = { missing: "said before", fix: "none" };
    writeFileSync(fileIn(cacheDir), JSON.stringify({ circumstances, verdict: fake }));
    expect(ask(cacheDir)).toEqual(fake);
    forgetVerdict(cacheDir);
    expect(ask(cacheDir)).toBe(undefined);
  });

  test.each([
    ["nothing", ""],
    ["half of it", '{"circumstances":"/usr/bin/bwr'],
    ["the verdict of other circumstances", '{"circumstances":"another kernel","verdict":{"missing":"x","fix":"y"}}'],
    ["something else", "[]"],
    ["null", "null"],
    ["a verdict of another shape", '{"circumstances":"CIRCUMSTANCES","verdict":{"missing":4}}'],
  ])("is tried again when what was kept is %s", (_, content) => {
    const cacheDir = folder();
    expect(ask(cacheDir)).toBe(undefined);
    writeFileSync(fileIn(cacheDir), content.replace("CIRCUMSTANCES", kept(cacheDir).circumstances));
    expect(ask(cacheDir)).toBe(undefined);
    expect(kept(cacheDir).verdict).toBe("works");
  });

  test("is not asked of a folder that others may write", () => {
    const cacheDir = folder();
    mkdirSync(cacheDir);
    writeFileSync(fileIn(cacheDir), "{}");
    expect(() => ask(`${cacheDir}/isolation-bubblewrap`)).toThrow(/is not a folder/);
  });

  test("a folder that cannot be made costs only the trial", () => {
    const cacheDir = join(temporaryFolder(), "file/cache");
    writeFileSync(join(cacheDir, ".."), "");
    expect(ask(cacheDir)).toBe(undefined);
  });
});
