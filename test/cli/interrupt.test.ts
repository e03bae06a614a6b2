import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { startHungFilesystem } from "../support/hung-filesystem.ts";
import { descendants, exitOf, gone, pause, startCli, startCliWith } from "../support/processes.ts";

const hung = startHungFilesystem();
const home = homeWithEntries(2000);
afterAll(() => {
  if (!("unavailable" in hung)) hung.stop();
});

describe.skipIf(process.platform !== "linux")("a command that has nothing to put away ends at once", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("on %s, though nobody reads what it prints", async (signal) => {
    const child = startCli(["cache", "ls"], { HOME: home });
    const end = exitOf(child);
    if (child.stdout === null) throw new Error("no stdout");
    await once(child.stdout, "readable");
    child.kill(signal);
    expect(await end).toBe(signal);
  });

  test.each([
    ["scan -", ["scan", "-"]],
    ["scan of that and more", ["scan", "--code", "import os", "-"]],
  ])("as %s does, while nothing comes", async (_, args) => {
    const pipe = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const child = startCliWith(`exec 0<>${pipe}`, args);
    const end = exitOf(child);
    await pause(800);
    child.kill("SIGINT");
    expect(await end).toBe("SIGINT");
  });

  test.skipIf("unavailable" in hung)("as run --dry-run does, though a folder does not answer", async () => {
    const component = await componentFile([{ say: "x" }]);
    const folder = "unavailable" in hung ? "" : hung.path;
    const child = startCli(["run", "--dry-run", "--timeout=20s", `--dir=${folder}/below::/d`, component]);
    const end = exitOf(child);
    await pause(800);
    child.kill("SIGINT");
    expect(await end).toBe("SIGINT");
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
