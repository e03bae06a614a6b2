import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command } from "../support/command-component.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { descendants, exitOf, gone, guestOf, startCli } from "../support/processes.ts";

const silent = createServer(() => {});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
  port = (silent.address() as { port: number }).port;
});
afterAll(() => void silent.close());

async function sleeper(): Promise<string> {
  const path = join(temporaryFolder(), "sleeper.wasm");
  writeFileSync(path, await command({ sleepNanoseconds: 3_600_000_000_000n }));
  return path;
}

describe("A09: a guest that never ends", () => {
  test.each([
    ["loops in the export", () => componentFile([{ wat: "(loop (br 0))" }]), []],
    ["loops in its start function", () => componentFile([], { start: "(loop (br 0))" }), []],
    [
      "waits in a host call",
      () => componentFile([{ get: `http://127.0.0.1:${port}/` }]),
      ["--allow-network=127.0.0.1:PORT"],
    ],
    ["sleeps for an hour", sleeper, []],
  ])("%s: ended by the limit with 124, and no process is left", async (_name, component, flags) => {
    const allowed = flags.map((flag) => flag.replace("PORT", String(port)));
    const child = startCli(["run", "--timeout=1s", ...allowed, await component()]);
    const ended = exitOf(child);
    await guestOf(child.pid ?? 0);
    const processes = descendants(child.pid ?? 0);
    expect(await ended).toBe(124);
    expect(await gone(processes, 2000)).toBe(true);
  });
});
