import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Pass } from "../../src/scanner/pass.ts";
import type { Findings, Scanner } from "../../src/scanner/scanner.ts";
import type { Item } from "../../src/skill/collect.ts";

const SKILLS = ["a", "b", "c", "d", "e"];

function items(names: readonly string[] = SKILLS): Item[] {
  return names.map((path) => {
    const unit = { path };
    return { unit, file: `${path}/x.py`, path: "x.py", kind: "file", bytes: Buffer.from(path) };
  });
}

/** The later a skill begins, the sooner it is done. */
function slowest(concurrency: number): Scanner & { atOnce: number } {
  let running = 0;
  let begun = 0;
  const scanner = {
    identity: { name: "s", digest: "d", external: false },
    concurrency,
    atOnce: 0,
    renew: () => {},
    scan: async (): Promise<Findings> => {
      scanner.atOnce = Math.max(scanner.atOnce, ++running);
      await sleep(30 - 5 * begun++);
      running--;
      return { kind: "findings", observations: [], files: [{ language: "python", state: "analysed" }] };
    },
  };
  return scanner;
}

describe("skills that are scanned at a time", () => {
  it.each([1, 3])("are at most %i, and told in the order met", async (concurrency) => {
    const scanner = slowest(concurrency);
    const told: (string | undefined)[] = [];
    const pass = new Pass(scanner, { onSkill: ({ path }) => told.push(path) });
    for (const item of items()) await pass.take(item);
    await pass.finish();
    expect(told).toEqual(SKILLS);
    expect(pass.report().skills.map(({ path }) => path)).toEqual(SKILLS);
    expect(scanner.atOnce).toBe(concurrency);
  });

  it("are counted, and not kept, when only told", async () => {
    const pass = new Pass(slowest(2), { keepSkills: false });
    for (const item of items()) await pass.take(item);
    await pass.finish();
    expect(pass.report()).toMatchObject({ skills: [], coverage: { files: 5, analysed: 5 }, verdict: "safe" });
  });

  it.each([
    ["keeps no other from being done", 5, 4],
    ["has so many behind it that are not told, not more", 500, 128],
  ])("a long one %s", async (_what, count, doneBehind) => {
    const first = Promise.withResolvers<void>();
    const began: string[] = [];
    const scan: Scanner["scan"] = async ([file]) => {
      began.push(String(file?.content));
      if (began.length === 1) await first.promise;
      return { kind: "findings", observations: [], files: [{ language: "python", state: "analysed" }] };
    };
    const names = Array.from({ length: count }, (_, index) => String(index));
    const told: (string | undefined)[] = [];
    const pass = new Pass({ ...slowest(2), scan }, { onSkill: ({ path }) => told.push(path) });
    const all = (async () => {
      for (const item of items(names)) await pass.take(item);
      await pass.finish();
    })();
    await sleep(50);
    expect(began.length - 1).toBe(doneBehind);
    expect(told).toEqual([]);
    first.resolve();
    await all;
    expect(told).toEqual(names);
  });

  it("end the scan when the scanner itself breaks", async () => {
    const scanner: Scanner = { ...slowest(3), scan: () => Promise.reject(new Error("broken")) };
    const pass = new Pass(scanner);
    const all = async () => {
      for (const item of items()) await pass.take(item);
      await pass.finish();
    };
    await expect(all()).rejects.toThrow("broken");
  });
});
