import { spawn } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { BIN, HOME } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";
import { startHungFilesystem } from "../support/hung-filesystem.ts";
import { descendants, exitOf, gone, guestOf, pause, processorTicks, startCli } from "../support/processes.ts";

describe("A31: nothing outlives us", () => {
  test.each([
    ["SIGKILL", "auto"],
    // Without namespaces that end with it, the guest process has its own word with the kernel.
    ["SIGKILL", "process"],
    ["SIGTERM", "auto"],
    ["SIGINT", "auto"],
    ["SIGHUP", "auto"],
  ] as const)("%s while the guest loops leaves no process, with --isolation=%s", async (signal, isolation) => {
    const flags = ["--timeout=30s", `--isolation=${isolation}`];
    const child = startCli(["run", ...flags, await componentFile([{ wat: "(loop (br 0))" }])]);
    const ended = exitOf(child);
    const guest = await guestOf(child.pid ?? 0);
    // One that still waits for its job notices by itself that nobody is there any more.
    while (processorTicks(guest) < 30) await pause(20);
    const processes = descendants(child.pid ?? 0);
    child.kill(signal);
    expect(await ended).toBe({ SIGKILL: "SIGKILL", SIGTERM: 143, SIGINT: 130, SIGHUP: 129 }[signal]);
    expect(await gone(processes, 2000)).toBe(true);
  });

  test("the guest of a stopped broker is ended by the kernel", async () => {
    const child = startCli(["run", "--timeout=1s", await componentFile([{ wat: "(loop (br 0))" }])]);
    const guest = await guestOf(child.pid ?? 0);
    while (processorTicks(guest) < 30) await pause(20);
    child.kill("SIGSTOP");
    // One second of timeout and one of grace, of processor time: longer on a machine that does other things too.
    expect(await gone([guest], 30_000)).toBe(true);
    child.kill("SIGKILL");
  });

  const hung = startHungFilesystem();
  afterAll(() => "stop" in hung && hung.stop());

  test.skipIf("unavailable" in hung)("a file system that never answers does not stop the deadline", async () => {
    const folder = "path" in hung ? hung.path : "";
    const child = startCli([
      "run",
      "--timeout=1s",
      `--allow-fs-read=${folder}`,
      await componentFile([{ read: `${folder}/x` }]),
    ]);
    const ended = exitOf(child);
    const guest = await guestOf(child.pid ?? 0);
    expect(await ended).toBe(124);
    expect(await gone([guest], 2000)).toBe(true);
  });

  test("a reader that never reads does not stop the deadline", async () => {
    const denied = Array.from({ length: 400 }, (_, i) => ({ read: `/${"x".repeat(500)}${i}` }));
    const component = await componentFile([...denied, { wat: "(loop (br 0))" }]);
    const child = spawn(BIN, ["run", "--timeout=2s", component], { env: { HOME }, stdio: ["ignore", "pipe", "pipe"] });
    // Nobody reads the pipes: more than 64 KiB of denials fill them.
    expect(await exitOf(child)).toBe(124);
  });
});
