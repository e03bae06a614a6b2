import { expect, test } from "vitest";
import { launch } from "../../src/isolation/launcher.ts";
import { supervise } from "../../src/run/supervise.ts";
import { descendants, gone, pause } from "../support/processes.ts";

/** Stands for a guest process that was taken over: it heeds no signal that can be caught, and has a child of its own. */
const STUBBORN = 'trap "" HUP INT TERM; sleep 600 & while :; do wait; done';

test.skipIf(process.platform === "win32")(
  "a guest process that heeds no signal is dead, with all of its group",
  async () => {
    const plan = { command: "/bin/sh", args: ["-c", STUBBORN], isolation: "process", walls: "none (V8 only)" } as const;
    const child = launch(plan);
    const fail = () => {
      throw new Error("nothing is asked");
    };
    const guest = supervise({
      child,
      maxMessageBytes: 1024,
      maxOutputBytes: 1024,
      deadline: performance.now() + 60_000,
      timeoutMs: 60_000,
      answer: fail,
      tell: fail,
      readValue: undefined,
      expectsWalls: false,
      onWalls: fail,
      beforeKill: () => {},
      startFailure: fail,
      onOutput: fail,
      onViolation: fail,
    });
    const { pid = 0 } = child;
    while (descendants(pid).length === 0) await pause(10);
    const family = [pid, ...descendants(pid)];
    guest.end({ kind: "limit", limit: "timeout", reason: "enough" });
    expect(await guest.ended).toMatchObject({ limit: "timeout" });
    expect(await gone(family, 2000)).toBe(true);
  },
);
