import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import { buildFakeScanner, FAKE, SEEN } from "./support/fake-scanner.ts";
import { tree } from "./support/tree.ts";

const source = (text: string) => [{ path: "a.py", content: Buffer.from(text) }];

const OBSERVED = { ...SEEN, file: 0 };

describe("the built-in scanner", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildFakeScanner();
  });

  it("gives what the component found", async () => {
    const scanner = loadBuiltIn(folder);
    expect(await scanner.scan(source("x = 1"))).toMatchObject({ kind: "findings", observations: [OBSERVED] });
    expect(scanner.identity).toMatchObject({ name: "built-in", external: false });
  });

  it("knows what to do instead, for rules that it has", () => {
    const scanner = loadBuiltIn(folder);
    expect(scanner.fixOf?.("fixed-rule")).toBe("Do something else.");
    expect(scanner.fixOf?.("command-executed")).toBeUndefined();
  });

  it("cuts an endless loop, and works on the next file", async () => {
    const scanner = loadBuiltIn(folder, { deadlineMs: 50 });
    expect(await scanner.scan(source("h"))).toEqual({ kind: "timed-out", afterMs: 50 });
    expect(await scanner.scan(source("x"))).toMatchObject({ observations: [OBSERVED] });
  });

  it.each([
    ["a trap", "t"],
    ["a stack overflow", "o"],
    ["a result outside its memory", "b"],
    ["an answer that is no JSON", "j"],
    ["an empty answer", "e"],
  ])("takes %s for a failure, and works on the next file", async (_, text) => {
    const scanner = loadBuiltIn(folder);
    expect(await scanner.scan(source(text))).toMatchObject({ kind: "failed" });
    expect(await scanner.scan(source("x"))).toMatchObject({ observations: [OBSERVED] });
  });

  it("takes a new instance when told to: nothing of one skill reaches the next", async () => {
    const scanner = loadBuiltIn(folder);
    await scanner.scan(source("p"));
    expect(await scanner.scan(source("x"))).toMatchObject({ kind: "failed" });
    await scanner.scan(source("p"));
    scanner.renew();
    expect(await scanner.scan(source("x"))).toMatchObject({ observations: [OBSERVED] });
  });

  it("gives the memory of an instance back when it takes a new one", async () => {
    const scanner = loadBuiltIn(folder);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 12; round++) {
      scanner.renew();
      await scanner.scan(source("g"));
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  it("leaves no trace in the globals", async () => {
    const before = Reflect.ownKeys(globalThis).length;
    await loadBuiltIn(folder, { deadlineMs: 50 }).scan(source("h"));
    expect(Reflect.ownKeys(globalThis)).toHaveLength(before);
  });

  it.each([
    ["is blind", { sees: {} }, /canary/],
    ["sees its canary in the wrong place", { sees: { i: [SEEN] } }, /canary/],
    ["answers nonsense", { ...FAKE, says: { i: "?" } }, /not a JSON object/],
    ["has other rules", { ...FAKE, rules: "b".repeat(64) }, /other rules/],
  ])("is not used when it %s", async (_, fake, message) => {
    const scanner = loadBuiltIn(await buildFakeScanner(fake));
    await expect((async () => scanner.scan(source("x")))()).rejects.toThrow(
      expect.objectContaining({ code: "internal", message: expect.stringMatching(message) }),
    );
  });

  it("is not linked when it has an import", async () => {
    const scanner = loadBuiltIn(await buildFakeScanner({ ...FAKE, extra: '(import "env" "f" (func))' }));
    await expect((async () => scanner.scan(source("x")))()).rejects.toThrow(/[Ii]mport/);
  });

  it("is not loaded from a folder without it, nor with a manifest of another shape", async () => {
    expect(() => loadBuiltIn(tree({}))).toThrow(expect.objectContaining({ code: "internal" }));
    const damaged = await buildFakeScanner();
    for (const manifest of ["null", "{}", '{"digest":1,"rules":""}']) {
      writeFileSync(join(damaged, "scanner.json"), manifest);
      expect(() => loadBuiltIn(damaged)).toThrow(expect.objectContaining({ code: "internal" }));
    }
    const partial = await buildFakeScanner();
    for (const bytes of ["", "\0asm\x0d\0\x01\0", "\0asm\x0d\0\x01\0\x01\xff\xff\xff\xff\xff"]) {
      writeFileSync(join(partial, "scanner.wasm"), Buffer.from(bytes, "latin1"));
      expect(() => loadBuiltIn(partial)).toThrow();
    }
    rmSync(join(partial, "scanner.wasm"));
    expect(() => loadBuiltIn(partial)).toThrow(expect.objectContaining({ code: "internal" }));
  });
});
