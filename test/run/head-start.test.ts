import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeEarly, decodeShell, encodeEarly, encodeShell } from "../../src/guest/head-start.ts";
import { encodeJob, type GuestJob } from "../../src/guest/job.ts";
import { HeadStart } from "../../src/run/head-start.ts";
import type { RunRequest } from "../../src/run/request.ts";
import type { Session } from "../../src/run/session.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const LARGE = 1024 * 1024;
const NOBODY_KNOWS = "landlock and seccomp";
const AMPLE = { maxMemoryBytes: 2 ** 28 } as RunRequest["limits"];

describe("a large component on its first run", () => {
  test("gives what it gives from the cache, with and without fuel", async () => {
    const path = await large([{ say: `once ${process.pid}` }]);
    const first = await cli(["run", "--verbose", path]);
    const second = await cli(["run", "--verbose", path]);
    const counted = await cli(["run", "--fuel=1000000", path]);
    expect(first.stdout).toBe(`once ${process.pid}`);
    expect([second.stdout, counted.stdout]).toEqual([first.stdout, first.stdout]);
  });

  test("that is not valid is rejected with the engine's word, as a small one is", async () => {
    const path = await large([{ wat: "(drop (i32.add (i32.const 77) (i32.const 1)))" }]);
    const bytes = readFileSync(path);
    // i32.const 77, i32.const 1, i32.add -> i32.const 77, i32.const 1, i64.add
    bytes[bytes.indexOf(Buffer.from([0x41, 0xcd, 0x00, 0x41, 0x01, 0x6a])) + 5] = 0x7c;
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = await cli(["run", path]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toContain("[INVALID] CompileError");
  });
});

describe("what is sent ahead of the job", () => {
  const shell = Uint8Array.of(3);
  // An edited module of 13 bytes: the third of its bytes gives way to two.
  const edits = Uint8Array.of(13, 0, 0, 0, ...new Uint8Array(8), 2, 1, 2, 65, 66);
  const modules = [
    { at: [8, 20] as const, edits },
    { at: [30, 32] as const, edits: new Uint8Array(12) },
  ];
  const component = new Uint8Array(LARGE).fill(1);
  const edited = Uint8Array.of(1, 1, 65, 66, ...new Uint8Array(9).fill(1));
  const ANSWER = Uint8Array.of(7);

  test("is the shell, which the generator's work comes back for", async () => {
    const { headStart, sent } = started({});
    expect(await headStart.generate(shell)).toBe(ANSWER);
    expect(sent.map(decodeShell)).toEqual([shell]);
  });

  test("is the edited modules; the job then brings nothing of them", async () => {
    const { headStart, sent } = started({});
    await headStart.offer(modules);
    const ones = { start: 30, pieces: [Uint8Array.of(1, 1)] };
    expect(sent.map(decodeEarly)).toEqual([[{ start: 8, pieces: [edited] }, ones]]);
    expect(headStart.rest()).toHaveLength(0);
  });

  test.each<[string, Partial<RunRequest>, Uint8Array]>([
    ["small", {}, component.subarray(1)],
    ["counted", { limits: { ...AMPLE, fuel: 1 } }, component],
    ["the same each time", { deterministic: true }, component],
  ])("is no module for a run that is %s", async (_, request, bytes) => {
    const { headStart, sent } = started(request, NOBODY_KNOWS, bytes);
    await headStart.offer(modules);
    expect(sent).toEqual([]);
    expect(headStart.rest()).toBe(bytes);
  });

  test("is no module once the job is on its way", async () => {
    const { headStart, sent } = started({});
    const offered = headStart.offer(modules);
    expect(headStart.rest()).toBe(component);
    await offered;
    expect(sent).toEqual([]);
  });

  test("is no shell where there is less memory than the generator takes", async () => {
    const { headStart, sent } = started({ limits: { ...AMPLE, maxMemoryBytes: 1024 } });
    expect(await headStart.generate(shell)).toBeUndefined();
    expect(sent).toEqual([]);
  });

  test("is nothing without the walls that the run requires", async () => {
    const { headStart, sent } = started({ requireWalls: true }, "none (V8 only)");
    expect(await headStart.generate(shell)).toBeUndefined();
    await headStart.offer(modules);
    expect(sent).toEqual([]);
    expect(headStart.rest()).toBe(component);
  });

  test("is never taken for a job, nor for each other, nor a job for it", () => {
    const nothing = new Uint8Array();
    const blobs = { source: nothing, codeCache: nothing, component: nothing, extra: nothing, input: nothing };
    const frames = [
      encodeShell(shell),
      encodeEarly([{ start: 8, pieces: [edited, edited] }]),
      encodeJob({} as GuestJob, blobs),
    ].map((parts) => Buffer.concat(parts));
    expect(frames.map((frame) => frame.length - 4)).toEqual(frames.map((frame) => frame.readUInt32LE(0)));
    const bodies = frames.map((frame) => frame.subarray(4));
    expect(bodies.map((body) => decodeShell(body) !== undefined)).toEqual([true, false, false]);
    expect(bodies.map((body) => decodeEarly(body) !== undefined)).toEqual([false, true, false]);
  });

  function started(request: Partial<RunRequest>, walls = NOBODY_KNOWS, bytes: Uint8Array = component) {
    const sent: Uint8Array[] = [];
    const send = async (parts: readonly Uint8Array[]) =>
      void sent.push(new Uint8Array(Buffer.concat(parts).subarray(4)));
    const generate = async (parts: readonly Uint8Array[]) => {
      await send(parts);
      return ANSWER;
    };
    const session = { wallsKnown: Promise.resolve(), walls: () => walls, guest: { sendAhead: send, generate } };
    const full = { limits: AMPLE, ...request } as RunRequest;
    return { headStart: new HeadStart(full, session as unknown as Session, bytes), sent };
  }
});

/** A component that carries a megabyte of something behind it. */
async function large(steps: Parameters<typeof componentFile>[0]): Promise<string> {
  const path = join(temporaryFolder(), "large.wasm");
  const size = 2 + LARGE;
  const header = [0, (size & 127) | 128, ((size >> 7) & 127) | 128, ((size >> 14) & 127) | 128, size >> 21, 1, 0x78];
  writeFileSync(
    path,
    Buffer.concat([readFileSync(await componentFile(steps)), Buffer.from(header), Buffer.alloc(LARGE)]),
  );
  return path;
}
