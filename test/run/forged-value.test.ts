import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, it } from "vitest";
import { encodeValue } from "../../src/guest/values.ts";
import { findEngine } from "../../src/isolation/engine.ts";
import { DEFAULT_LIMITS } from "../../src/policy/limits.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import type { Outcome } from "../../src/run/outcome.ts";
import { run } from "../../src/run.ts";
import { ROOT } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { distWithGuest } from "./support/dist-with-guest.ts";

describe("a guest process that was taken over", () => {
  it.each([
    ["bytes that are none", Uint8Array.of(6, 255, 255, 255, 255)],
    ["nothing", new Uint8Array()],
    ["another type", encodeValue("text", 100)],
    ["a value out of range", encodeValue(300, 100)],
    ["more than the value", Uint8Array.of(...encodeValue(7, 100), 0)],
  ])("cannot bring %s through as a value", async (_, value) => {
    expect(await outcomeOf(value, "f(7)")).toMatchObject({
      kind: "trapped",
      message: expect.stringContaining("the value that came back is not a u8"),
    });
  });

  it("can bring any value of the type, and no more than may be printed", async () => {
    expect(await outcomeOf(encodeValue(7, 100), "f(7)")).toEqual({ kind: "returned", text: "7", wave: true });
    expect(await outcomeOf(encodeValue(255, 100), "f(7)", 2)).toMatchObject({ kind: "limit", limit: "output" });
  });

  it("cannot send a value when no function was invoked", async () => {
    expect(await outcomeOf(encodeValue(7, 100), undefined)).toMatchObject({
      kind: "trapped",
      message: expect.stringContaining("sent a value that nobody asked for"),
    });
  });
});

/** Runs with a guest process of the test's own making, which answers its job with these bytes. */
async function outcomeOf(value: Uint8Array, invoke: string | undefined, maxOutputBytes = 1000): Promise<Outcome> {
  const distDir = distWithGuest(forger(value));
  const installation = { root: ROOT, distDir: join(ROOT, "dist"), cacheDir: CACHE, engine: findEngine(ROOT) };
  const request = { grants: resolveGrants({}, distDir), limits: { ...DEFAULT_LIMITS, maxOutputBytes }, cwd: distDir };
  const component = invoke === undefined ? await componentFile([]) : await identity();
  // The component is prepared by our own guest process first; what follows finds it in the cache.
  await run({ ...request, component, invoke, installation, limits: DEFAULT_LIMITS });
  return (await run({ ...request, component, invoke, installation: { ...installation, distDir } })).outcome;
}

const CACHE = join(temporaryFolder(), "cache");

function forger(value: Uint8Array): string {
  return `const { readSync, writeSync } = require("node:fs");
    const wait = new Int32Array(new SharedArrayBuffer(4));
    for (let got = 0; got === 0; Atomics.wait(wait, 0, 0, 5)) {
      try { got = readSync(3, Buffer.alloc(65536)); } catch (error) { if (error.code !== "EAGAIN") throw error; }
    }
    const value = Buffer.from("${Buffer.from(value).toString("hex")}", "hex");
    const frame = Buffer.alloc(9 + value.length);
    frame.writeUInt32LE(5 + value.length, 0);
    frame[4] = 14;
    frame.writeUInt32LE(value.length, 5);
    value.copy(frame, 9);
    writeSync(3, frame);
    for (;;) Atomics.wait(wait, 0, 0, 1000);`;
}

async function identity(): Promise<string> {
  const path = join(temporaryFolder(), "identity.wasm");
  writeFileSync(
    path,
    await parse(`(component
      (core module $code (func (export "f") (param i32) (result i32) (local.get 0)))
      (core instance $i (instantiate $code))
      (func $f (param "a" u8) (result u8) (canon lift (core func $i "f")))
      (export "f" (func $f)))`),
  );
  return path;
}
