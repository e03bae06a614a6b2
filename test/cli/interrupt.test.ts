import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/files.ts";
import { descendants, exitOf, gone, pause, startCli } from "../support/processes.ts";

describe.skipIf(process.platform !== "linux")("a command that has nothing to put away ends at once", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("on %s, though nobody reads what it prints", async (signal) => {
    const child = startCli(["cache", "ls"], { HOME: homeWithEntries(8000) });
    const end = exitOf(child);
    if (child.stdout === null) throw new Error("no stdout");
    await once(child.stdout, "readable");
    child.kill(signal);
    expect(await end).toBe(signal);
  });

  test("as doctor does, in the middle of its trials", async () => {
    const child = startCli(["doctor"]);
    const end = exitOf(child);
    const pid = child.pid ?? 0;
    while (descendants(pid).length === 0 && child.exitCode === null) await pause(1);
    const started = descendants(pid);
    child.kill("SIGINT");
    expect(await end).toBe("SIGINT");
    expect(await gone(started, 20_000)).toBe(true);
  });
});

/** Their list is more than a pipe holds. */
function homeWithEntries(count: number): string {
  const home = temporaryFolder();
  const cache = join(home, ".cache/wasm-sandbox");
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  for (let index = 0; index < count; index++) {
    writeFileSync(join(cache, `${String(index).padStart(64, "0")}.component`), "");
  }
  return home;
}
