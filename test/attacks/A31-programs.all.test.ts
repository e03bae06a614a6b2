import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { bubblewrapMissing } from "../isolation/support/walled.ts";
import { BIN, HOME } from "../support/cli.ts";
import { startHungFilesystem } from "../support/hung-filesystem.ts";
import { descendants, exitOf, gone, guestOf, pause } from "../support/processes.ts";
import { compilerMissing, type GuestStep, PROGRAMS, word } from "../support/steps-guest.ts";

const ISOLATIONS = ["process", ...(bubblewrapMissing === undefined ? ["bubblewrap"] : [])];

function start(program: string, flags: readonly string[], steps: readonly GuestStep[]): ChildProcess {
  const child = spawn(BIN, ["run", ...flags, program], {
    cwd: HOME,
    env: { HOME, PATH: "/usr/bin:/bin" },
    stdio: "pipe",
  });
  child.stdin.on("error", () => {});
  child.stdin.write(steps.map((step) => `${step.map(word).join(" ")}\n`).join(""));
  return child;
}

/** Everything below the command, once its guest process is there. */
async function family(child: ChildProcess): Promise<number[]> {
  await guestOf(child.pid ?? 0);
  return descendants(child.pid ?? 0);
}

describe.skipIf(compilerMissing).each(PROGRAMS)("A31: nothing outlives the command, with %s", (_, program) => {
  const STATES: readonly (readonly [string, GuestStep])[] = [
    ["computes", ["spin"]],
    ["sleeps", ["poll", 3_600_000_000_000n]],
    ["waits for input", ["poll-stdin"]],
    ["calls the host", ["try", 1_000_000_000, "stat", "d", "file", 1]],
    ["sets times, for which a helper program is started", ["try", 1_000_000_000, "times-at", "d", "file", 1, 1, 1, 5]],
  ];
  test.each(STATES)("kill -9 while the guest %s leaves no process", async (_state, step) => {
    for (const isolation of ISOLATIONS) {
      const base = layOut({ data: { file: "x" } });
      const flags = [`--isolation=${isolation}`, "--timeout=30s", `--dir=${base}/data::d`];
      const child = start(await program(), flags, [step]);
      child.stdout?.resume();
      const processes = await family(child);
      await pause(200);
      const all = new Set([...processes, ...descendants(child.pid ?? 0)]);
      child.kill("SIGKILL");
      expect(await exitOf(child)).toBe("SIGKILL");
      expect([isolation, await gone([...all], 2000)]).toEqual([isolation, true]);
    }
  });

  const hung = startHungFilesystem();
  afterAll(() => "stop" in hung && hung.stop());

  test.skipIf("unavailable" in hung).each<readonly [string, GuestStep]>([
    ["opens a file", ["cat", "h", "x"]],
    ["looks at a file", ["stat", "h", "x", 1]],
    ["lists it", ["ls", "h", "."]],
    ["makes a folder", ["mkdir", "h", "x"]],
    ["moves a file there", ["rename", "d", "file", "h", "file"]],
  ])(
    "a file system that never answers, while the guest %s: 124 in time, nobody left (needs FUSE)",
    async (_operation, step) => {
      const folder = "path" in hung ? hung.path : "";
      const base = layOut({ data: { file: "x" } });
      const child = start(await program(), ["--timeout=1s", `--dir=${base}/data::d`, `--dir=${folder}::h`], [step]);
      child.stdout?.resume();
      const ended = exitOf(child);
      const guest = await guestOf(child.pid ?? 0);
      const code = await ended;
      // Where the folder itself cannot be looked at, the run is refused before it begins, or the limit ends it.
      expect([124, 125]).toContain(code);
      expect(await gone([guest], 2000)).toBe(true);
    },
  );

  test("a consumer that never reads stops neither the deadline nor the clean-up", async () => {
    for (const descriptor of ["#1", "#2"]) {
      const child = start(await program(), ["--timeout=2s"], [["flood", descriptor, 200], ["spin"]]);
      const processes = await family(child);
      expect(await exitOf(child)).toBe(124);
      expect(await gone(processes, 2000)).toBe(true);
    }
  });

  test("a consumer that goes away ends nothing of ours badly", async () => {
    const child = start(await program(), ["--timeout=5s"], [["flood", "#1", 10_000]]);
    const processes = await family(child);
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(typeof (await exitOf(child))).toBe("number");
    expect(await gone(processes, 2000)).toBe(true);
  });
});
