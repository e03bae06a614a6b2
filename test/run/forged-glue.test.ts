import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeAnswer } from "../../src/engine/helper-answer.ts";
import { findEngine } from "../../src/isolation/engine.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/policy/limits.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import { type RunRequest, run } from "../../src/run.ts";
import { ROOT } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { distWith, distWithGuest } from "./support/dist-with-guest.ts";

/** The guest process makes its own glue on a component's first run, and what it makes is kept for the runs to come. */
describe("a guest process that was taken over before its job", () => {
  const name = "component.core.wasm";
  it.each<[string, string, RegExp]>([
    [
      "glue that does more than glue",
      `patched("process.exit(66);")`,
      /The code generated for the component was not used/,
    ],
    ["other code", frameOf({ glue: "process.exit(66)", modules: [] }), /The code generated for the component/],
    ["a module that is not there", frameOf({ glue: "", modules: [{ name, original: 7 }] }), /nothing of it was used/],
    ["bytes that are no answer", `Buffer.from("evil")`, /nothing of it was used/],
  ])("cannot bring %s into the cache", async (_, answer, message) => {
    const { result, kept } = await withGuest(`tell(16, ${answer});`);
    await expect(result).rejects.toMatchObject({ message: expect.stringMatching(message) });
    expect(kept()).toEqual([]);
  });

  it("cannot answer a second time, nor more than the generator ever would", async () => {
    const twice = await withGuest(`tell(16, honest); hear(); tell(16, patched("evil();"));`);
    expect((await twice.result).outcome).toMatchObject(brokeOff("sent code that nobody asked for"));
    expect(twice.kept()).toHaveLength(1);
    const long = await withGuest("tell(16, Buffer.alloc(9 * 1024 * 1024));", { maxOutputBytes: 64 * 1024 * 1024 });
    expect((await long.result).outcome).toMatchObject(brokeOff("sent 9437184 bytes of code"));
    expect(long.kept()).toEqual([]);
    const header = await withGuest(
      "tell(16, Buffer.concat([Buffer.of(0, 0, 96, 0), Buffer.alloc(7 * 1024 * 1024, 91)]));",
    );
    await expect(header.result).rejects.toThrow("has too long a header");
  });

  it.each([
    [
      "ask for what the run is granted",
      `tell(2, Buffer.from(${JSON.stringify(import.meta.filename)}))`,
      "sent readFile",
    ],
    ["say what the component returned", `tell(7, Buffer.from("forged"))`, "sent returned"],
    ["say that it ended", "tell(8, Buffer.alloc(4))", "sent exited"],
  ])("cannot %s", async (_, code, message) => {
    const log = join(temporaryFolder(), "audit.jsonl");
    const { result } = await withGuest(`${code};`, {}, log);
    expect((await result).outcome).toMatchObject(brokeOff(`${message} before its job`));
    expect(readFileSync(log, "utf8")).not.toContain("capability");
  });

  it.each([
    ["an empty answer has the helper do it", "Buffer.alloc(0)"],
    ["so has one that says no", `refusal`],
  ])("%s", async (_, answer) => {
    const { result, kept } = await withGuest(`tell(16, ${answer}); hear(); tell(7, Buffer.from("heard"));`);
    expect((await result).outcome).toEqual({ kind: "returned", text: "heard" });
    expect(kept()).toHaveLength(1);
  });
});

/** What is to be done by the guest process must not be done by the helper: that one is broken here. */
describe("without a helper", () => {
  const BROKEN = "process.exit(77);";

  it("an honest answer is believed, and kept", async () => {
    const files = { "guest.cjs": takenOver(`tell(16, honest); hear(); tell(7, Buffer.from("heard"));`) };
    const { result, kept } = await runFirst(distWith({ ...files, "prepare.cjs": BROKEN }));
    expect((await result).outcome).toEqual({ kind: "returned", text: "heard" });
    expect(kept()).toHaveLength(1);
  });

  it.each(["auto", "process"] as const)("our own guest process makes its glue (isolation %s)", async (isolation) => {
    const { result, kept } = await runFirst(distWith({ "prepare.cjs": BROKEN }), { isolation });
    expect((await result).outcome).toMatchObject({ kind: "returned" });
    expect(kept()).toHaveLength(1);
  });

  it("control: with too little memory for it the helper is missed", async () => {
    const limits = { ...DEFAULT_LIMITS, maxMemoryBytes: 32 * 1024 * 1024 };
    const { result, kept } = await runFirst(distWith({ "prepare.cjs": BROKEN }), { limits });
    await expect(result).rejects.toThrow("The prepare helper ended with code 77");
    expect(kept()).toEqual([]);
  });
});

function brokeOff(how: string) {
  return { kind: "trapped", message: expect.stringContaining(how) };
}

type Answered = Extract<Parameters<typeof encodeAnswer>[0], { ok: true }>;

/** JavaScript for a frame with this answer. */
function frameOf({ glue, modules }: { glue: string; modules: Answered["modules"] }): string {
  const frame = encodeAnswer({ ok: true, glue: Buffer.from(glue), modules });
  return `Buffer.from("${Buffer.from(frame).toString("hex")}", "hex")`;
}

/** Runs a component for the first time, with a guest process of the test's own making, which may read this file. */
function withGuest(code: string, limits: Partial<Limits> = {}, auditLog?: string) {
  return runFirst(distWithGuest(takenOver(code)), { limits: { ...LIMITS, ...limits }, auditLog });
}

const LIMITS: Limits = { ...DEFAULT_LIMITS, timeoutMs: 10_000 };

async function runFirst(distDir: string, request: Partial<RunRequest> = {}) {
  const cacheDir = join(temporaryFolder(), "cache");
  const result = run({
    grants: resolveGrants({ fsRead: [import.meta.dirname] }, distDir),
    limits: LIMITS,
    cwd: distDir,
    component: await componentFile([{ say: "hello" }]),
    installation: { root: ROOT, distDir, cacheDir, engine: findEngine(ROOT) },
    ...request,
  });
  const kept = () => readdirSync(cacheDir).filter((file) => file.endsWith(".component"));
  return { result, kept };
}

/** `hear` waits for a frame, `tell` sends one; `honest` is the answer that an honest guest process would give. */
function takenOver(code: string): string {
  return `const { readSync, writeSync } = require("node:fs");
    const wait = new Int32Array(new SharedArrayBuffer(4));
    const hear = () => {
      const heard = [];
      for (let length = 4, got = 0; got < length; ) {
        const bytes = Buffer.alloc(65536);
        try {
          const count = readSync(3, bytes);
          heard.push(bytes.subarray(0, count));
          got += count;
          length = 4 + heard[0].readUInt32LE(0);
        } catch (error) {
          if (error.code !== "EAGAIN") throw error;
          Atomics.wait(wait, 0, 0, 5);
        }
      }
      return Buffer.concat(heard);
    };
    const tell = (operation, field) => {
      const head = Buffer.alloc(9);
      head.writeUInt32LE(5 + field.length, 0);
      head[4] = operation;
      head.writeUInt32LE(field.length, 5);
      const frame = Buffer.concat([head, field]);
      for (let sent = 0; sent < frame.length; ) {
        try { sent += writeSync(3, frame, sent); } catch (error) { if (error.code !== "EAGAIN") throw error; }
      }
    };
    const asked = hear();
    const { answerTo } = require(__dirname + "/answer-to.cjs");
    const honest = Buffer.from(answerTo(asked.subarray(8, 8 + asked.readUInt32LE(4))));
    const refusal = Buffer.from(answerTo(Buffer.from("no component")));
    const patched = (extra) => {
      const end = 4 + honest.readUInt32LE(0);
      const header = JSON.parse(honest.subarray(4, end));
      const glue = honest.toString("latin1", end, end + header.glue).replace(") {", ") {" + extra);
      header.glue = glue.length;
      const json = Buffer.from(JSON.stringify(header));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(json.length);
      const made = honest.subarray(end + JSON.parse(honest.subarray(4, end)).glue);
      return Buffer.concat([length, json, Buffer.from(glue, "latin1"), made]);
    };
    ${code}
    for (;;) Atomics.wait(wait, 0, 0, 1000);`;
}
