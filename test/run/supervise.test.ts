import { expect, test } from "vitest";
import { OPERATIONS, u32 } from "../../src/guest/messages.ts";
import { launch } from "../../src/isolation/launcher.ts";
import { type SupervisorOptions, supervise } from "../../src/run/supervise.ts";
import { descendants, gone, pause } from "../support/processes.ts";

/** Stands for a guest process that was taken over: it heeds no signal that can be caught, and has a child of its own. */
const STUBBORN = 'trap "" HUP INT TERM; sleep 600 & while :; do wait; done';

test.skipIf(process.platform === "win32")(
  "what walls there are is the launcher's word, and no guest's after it",
  async () => {
    const speech = ["seccomp", "bubblewrap landlock:7 seccomp"].map((walls) => frame(OPERATIONS.walls.code, walls));
    const walls: string[] = [];
    const violations: string[] = [];
    const { guest } = supervised(`printf '${speech.join("")}' >&3; sleep 600`, {
      expectsWalls: true,
      onWalls: (held) => void walls.push(held),
      onViolation: (reason) => void violations.push(reason),
    });
    expect(await guest.ended).toMatchObject({ kind: "trapped" });
    expect({ walls, violations }).toEqual({ walls: ["seccomp"], violations: ["spoke of walls"] });
  },
);

/** A door frame of one field, in the octal of printf(1): length, operation, length of the field, field. */
function frame(operation: number, field: string): string {
  const bytes = Buffer.concat([u32(5 + field.length), Buffer.of(operation), u32(field.length), Buffer.from(field)]);
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

test.skipIf(process.platform === "win32")(
  "a guest process that heeds no signal is dead, with all of its group",
  async () => {
    const { child, guest } = supervised(STUBBORN);
    const { pid = 0 } = child;
    while (descendants(pid).length === 0) await pause(10);
    const family = [pid, ...descendants(pid)];
    guest.end({ kind: "limit", limit: "timeout", reason: "enough" });
    expect(await guest.ended).toMatchObject({ limit: "timeout" });
    expect(await gone(family, 2000)).toBe(true);
  },
);

test.skipIf(process.platform === "win32").each([
  ["its exit", 4096, frame(OPERATIONS.exited.code, "\0\0\0\0"), 1024],
  ["its result, which counts too", 600, frame(OPERATIONS.returned.code, "r".repeat(600)), 600],
])("what a guest printed counts, also when %s is heard of first", async (_, length, word, shown) => {
  const seen: number[] = [];
  const { child, guest } = supervised(`printf '%${length}s' x; printf '${word}' >&3; sleep 600`, {
    onOutput: (_stream, chunk) => void seen.push(chunk.length),
  });
  child.stdout?.pause();
  setTimeout(() => child.stdout?.resume(), 300);
  expect(await guest.drained(await guest.ended)).toMatchObject({ kind: "limit", limit: "output" });
  expect(seen.reduce((sum, length) => sum + length, 0)).toBe(shown);
});

/** A shell script in the place of a guest process, which is asked for nothing. */
function supervised(script: string, options: Partial<SupervisorOptions> = {}) {
  const plan = { command: "/bin/sh", args: ["-c", script], isolation: "process", walls: "none (V8 only)" } as const;
  const child = launch(plan);
  const fail = () => {
    throw new Error("nothing is asked");
  };
  const guest = supervise({
    child,
    maxMessageBytes: 1024,
    maxOutputBytes: 1024,
    deadline: performance.now() + 10_000,
    timeoutMs: 10_000,
    answer: fail,
    tell: fail,
    readValue: undefined,
    expectsWalls: false,
    onWalls: fail,
    beforeKill: () => {},
    startFailure: fail,
    onOutput: fail,
    onViolation: fail,
    ...options,
  });
  guest.send([]);
  return { child, guest };
}
