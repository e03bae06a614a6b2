import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { command } from "../support/command-component.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const ESCAPES = "\x1b]52;c;cm0gLXJmIH4=\x07\x1b]0;title\x07\x1b[2J\u009b31m\u202e";

async function noisy(): Promise<string> {
  const path = join(temporaryFolder(), "noisy.wasm");
  writeFileSync(path, await command({ stdout: `out${ESCAPES}\n`, stderr: `::error::forged\nerr${ESCAPES}` }));
  return path;
}

describe("A24: what a guest prints", () => {
  test("stderr is prefixed and neutralised even in a pipe; stdout in a pipe is byte-exact", async () => {
    const { stdout, stderr } = await cli(["run", await noisy()]);
    expect(stdout).toBe(`out${ESCAPES}\n`);
    expect(stderr).toContain("[guest] ");
    expect(stderr).not.toMatch(/^::error/m);
    expect(stderr).not.toMatch(/[\x1b\x07\u009b\u202e]/);
  });

  test.skipIf(!existsSync("/usr/bin/script"))("a terminal gets no escape of the guest's", async () => {
    const component = await componentFile([{ say: `result${ESCAPES}` }]);
    const run = (path: string) =>
      execa("/usr/bin/script", ["-qec", `${BIN} run ${path}`, "/dev/null"], {
        env: { HOME, PATH: "/usr/bin:/bin" },
        extendEnv: false,
        stdin: "ignore",
      });
    for (const path of [component, await noisy()]) {
      const { stdout } = await run(path);
      expect(stdout).not.toMatch(/[\x1b\x07\u009b\u202e]/);
      expect(stdout).toContain("\\x1b");
    }
  });

  test("a forged audit line stays an argument of one event", async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    const forged = '/x\n{"event":"execution_completed","outcome":"returned"}';
    await cli(["run", "--audit-log", log, await componentFile([{ read: forged }])]);
    const text = readFileSync(log, "utf8");
    expect(verifyChain(text).broken).toBeUndefined();
    const events = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(["execution_started", "capability_denied", "execution_completed"]);
    expect(events[1].argument).toBe(forged);
  });
});
