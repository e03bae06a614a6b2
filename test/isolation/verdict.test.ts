import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bubblewrapWorks, forgetVerdict } from "../../src/isolation/verdict.ts";
import { temporaryFolder } from "../support/files.ts";
import { bubblewrapMissing, jobFor, planInBubblewrap } from "./support/walled.ts";

describe.skipIf(bubblewrapMissing !== undefined)("whether bubblewrap works here (needs bubblewrap)", () => {
  const job = jobFor(import.meta.filename);
  const ask = (cacheDir: string) => bubblewrapWorks(job, planInBubblewrap(job), cacheDir);
  const fileIn = (cacheDir: string) => join(cacheDir, "isolation-bubblewrap");
  const folder = () => join(temporaryFolder(), "cache");

  test("is tried once, and then believed, until it is forgotten", () => {
    const cacheDir = folder();
    expect(ask(cacheDir)).toBe(undefined);
    const before = statSync(fileIn(cacheDir), { bigint: true }).mtimeNs;
    expect(statSync(fileIn(cacheDir), { bigint: true }).mode & 0o777n).toBe(0o600n);
    expect(ask(cacheDir)).toBe(undefined);
    expect(statSync(fileIn(cacheDir), { bigint: true }).mtimeNs).toBe(before);
    forgetVerdict(cacheDir);
    expect(existsSync(fileIn(cacheDir))).toBe(false);
    expect(ask(cacheDir)).toBe(undefined);
    expect(existsSync(fileIn(cacheDir))).toBe(true);
  });

  test.each(["", "/usr/bin/bwrap 1 2 3 another kernel", "null", "works"])(
    "is tried again when %j was kept",
    (content) => {
      const cacheDir = folder();
      mkdirSync(cacheDir, { mode: 0o700 });
      writeFileSync(fileIn(cacheDir), content);
      expect(ask(cacheDir)).toBe(undefined);
      expect(readFileSync(fileIn(cacheDir), "utf8")).toMatch(/bwrap \d+ .* user:\[\d+\] mnt:\[\d+\] /);
    },
  );

  test("is never believed of an engine that cannot be started, and that is not kept", () => {
    const cacheDir = folder();
    const broken = { ...job, engine: { ...job.engine, path: "/etc/passwd" } };
    const failure = bubblewrapWorks(broken, planInBubblewrap(broken), cacheDir);
    expect(failure?.missing).toMatch(/^bubblewrap does not work here/);
    expect(existsSync(fileIn(cacheDir))).toBe(false);
  });

  test("is not asked of a folder that is none", () => {
    const cacheDir = folder();
    writeFileSync(cacheDir, "");
    expect(() => ask(cacheDir)).toThrow(/is not a folder/);
  });

  test("a folder that cannot be made costs only the trial", () => {
    const parent = join(temporaryFolder(), "file");
    writeFileSync(parent, "");
    expect(ask(join(parent, "cache"))).toBe(undefined);
  });
});
