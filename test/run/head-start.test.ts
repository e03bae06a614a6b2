import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeHeadStart, encodeHeadStart } from "../../src/guest/head-start.ts";
import { encodeJob, type GuestJob } from "../../src/guest/job.ts";
import { HeadStart } from "../../src/run/head-start.ts";
import type { RunRequest } from "../../src/run/request.ts";
import type { Session } from "../../src/run/session.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const LARGE = 1024 * 1024;
const NOBODY_KNOWS = "landlock and seccomp";

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
  const modules = [{ at: [8, 20] as const, edits: Uint8Array.of(1, 2) }];
  const component = new Uint8Array(LARGE);

  test("is the component and the edits of its modules; the job then brings nothing of it", async () => {
    const { headStart, sent } = started({});
    await headStart.offer(modules);
    const decoded = decodeHeadStart(new Uint8Array(Buffer.concat(sent).subarray(4)));
    expect(decoded).toEqual({ component, modules });
    expect(headStart.rest()).toHaveLength(0);
  });

  test.each<[string, Partial<RunRequest>, string, Uint8Array]>([
    ["small", {}, NOBODY_KNOWS, component.subarray(1)],
    ["counted", { limits: { fuel: 1 } as RunRequest["limits"] }, NOBODY_KNOWS, component],
    ["the same each time", { deterministic: true }, NOBODY_KNOWS, component],
    ["without the walls that it requires", { requireWalls: true }, "none (V8 only)", component],
  ])("is nothing for a run that is %s", async (_, request, walls, bytes) => {
    const { headStart, sent } = started(request, walls, bytes);
    await headStart.offer(modules);
    expect(sent).toEqual([]);
    expect(headStart.rest()).toBe(bytes);
  });

  test("is nothing once the job is on its way", async () => {
    const { headStart, sent } = started({});
    const offered = headStart.offer(modules);
    expect(headStart.rest()).toBe(component);
    await offered;
    expect(sent).toEqual([]);
  });

  test("is never taken for a job, nor a job for it", () => {
    const nothing = new Uint8Array();
    const blobs = { source: nothing, codeCache: nothing, component: nothing, extra: nothing, input: nothing };
    expect(decodeHeadStart(Buffer.concat(encodeJob({} as GuestJob, blobs)).subarray(4))).toBeUndefined();
    const length = Buffer.concat(encodeHeadStart({ component, modules })).readUInt32LE(0);
    expect(Buffer.concat(encodeHeadStart({ component, modules }))).toHaveLength(4 + length);
  });

  function started(request: Partial<RunRequest>, walls = NOBODY_KNOWS, bytes: Uint8Array = component) {
    const sent: Uint8Array[] = [];
    const session = {
      wallsKnown: Promise.resolve(),
      walls: () => walls,
      guest: { send: (parts: readonly Uint8Array[]) => sent.push(...parts) },
    };
    const full = { limits: {}, ...request } as RunRequest;
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
