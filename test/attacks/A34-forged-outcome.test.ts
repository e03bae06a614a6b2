import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERYTHING } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { command } from "../support/command-component.ts";
import { temporaryFolder } from "../support/files.ts";

async function guest(script: Parameters<typeof command>[0]): Promise<string> {
  const path = join(temporaryFolder(), "guest.wasm");
  writeFileSync(path, await command(script));
  return path;
}

describe("A34: a guest that speaks as if it were us", () => {
  test.each([124, 126, 255, ...(EVERYTHING ? [125, 127, 130] : [])])(
    "exit %i is never mistaken for ours, and the true code is recorded",
    async (exitCode) => {
      const path = await guest({ exitCode });
      expect((await cli(["run", path])).code).toBe(123);
      const { code, stdout } = await cli(["run", "--json", path]);
      expect(code).toBe(123);
      expect(JSON.parse(stdout)).toMatchObject({ exit: 123, outcome: { kind: "exited", code: exitCode } });
    },
  );

  test.each([1, 123, ...(EVERYTHING ? [0, 7] : [])])("exit %i is the guest's own", async (exitCode) => {
    expect((await cli(["run", await guest({ exitCode })])).code).toBe(exitCode);
  });

  test("a perfect [ALLOWED] line of the guest carries the guest's mark", async () => {
    const forged = "[ALLOWED] Component 'guest' filesystem-read.read-file(\"/etc/shadow\")";
    const { stderr } = await cli(["run", await guest({ stderr: `${forged}\n\n${forged}\r${forged}` })]);
    const lines = stderr.split("\n").filter((line) => line.includes("[ALLOWED]"));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^\[guest\] /);
    expect(stderr).not.toContain("\r");
  });
});
