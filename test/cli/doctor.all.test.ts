import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { bubblewrapMissing } from "../isolation/support/walled.ts";
import { canAlterTheMachine, cliWith } from "../support/altered-machine.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { rowsOf } from "./support/doctor-rows.ts";

describe("doctor", () => {
  test("tries everything, says what it found, and leaves nothing behind", async () => {
    const TMPDIR = mkdtempSync(join(tmpdir(), "wasm-sandbox-test-"));
    const { code, stdout, stderr } = await cli(["doctor", "--json"], { env: { TMPDIR, API_TOKEN: "secret" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = rowsOf(stdout);
    expect(rows["engine"]).toMatchObject({ state: "holds", detail: expect.stringContaining("digest verified") });
    expect(Object.values(rows).filter(({ state }) => !["holds", "weaker", "absent"].includes(state))).toEqual([]);
    expect(rows["permission-model"]?.state).not.toBe("absent");
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  test.skipIf(process.platform !== "linux")(
    "the walls that it reports are the ones that a run has (needs Linux)",
    async () => {
      const [{ stdout }, run] = await Promise.all([
        cli(["doctor", "--json"]),
        cli([
          "run",
          "--json",
          "--isolation=process",
          join(import.meta.dirname, "../../dist/attacks/A09.wasm"),
          "--timeout=1s",
        ]),
      ]);
      const { walls } = JSON.parse(run.stdout) as { walls: string };
      const rows = rowsOf(stdout);
      expect(rows["landlock"]?.state !== "absent").toBe(walls.includes("landlock"));
      expect(rows["seccomp"]?.state !== "absent").toBe(walls.includes("seccomp"));
      expect(rows["bubblewrap"]?.state !== "absent").toBe(bubblewrapMissing === undefined);
    },
  );

  test("a page for people: what there is, what holds, and one line that sums it up", async () => {
    const { code, stdout } = await cli(["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Machine\n {2}(holds|weaker) {2,3}platform +\w+ \w+, kernel/);
    expect(stdout).toMatch(/\nPromises\n/);
    expect(stdout).toMatch(/\n(Everything holds\.|Components can be run; \d+ of \d+ hold less than they could\.)\n$/);
    expect(stdout).not.toContain("\u001b");
  });

  test.skipIf(!existsSync("/usr/bin/script"))("a terminal gets colours (needs script)", async () => {
    const env = { HOME, PATH: "/usr/bin:/bin", TERM: "xterm" };
    const { stdout } = await execa("/usr/bin/script", ["-qec", `${BIN} doctor`, "/dev/null"], {
      env,
      extendEnv: false,
    });
    expect(stdout).toContain("\u001b[32mholds \u001b[39m");
  });

  const alterable = canAlterTheMachine && existsSync("/usr/bin/bwrap");

  test.skipIf(!alterable)("bubblewrap that is missing is absent, with the fix (needs root, bwrap)", async () => {
    const { code, stdout } = await cliWith(
      ["doctor", "--json"],
      [{ path: "/usr/bin/bwrap", content: "", mode: 0o644 }],
    );
    expect(code).toBe(0);
    expect(rowsOf(stdout)["bubblewrap"]).toMatchObject({ state: "absent", fix: "apt-get install bubblewrap" });
    expect(rowsOf(stdout)["walls"]?.state).toBe("holds");
  });

  test.skipIf(!alterable)(
    "without perl there are no walls, and the page says what native code could do (needs root)",
    async () => {
      const { code, stdout } = await cliWith(
        ["doctor", "--json"],
        [{ path: "/usr/bin/perl", content: "", mode: 0o644 }],
      );
      expect(code).toBe(0);
      const rows = rowsOf(stdout);
      for (const id of ["perl", "landlock", "seccomp", "walls", "bubblewrap-walls"]) {
        expect([id, rows[id]?.state]).toEqual([id, "absent"]);
        expect(rows[id]?.fix).toMatch(/perl/);
      }
      expect(rows["processor-time"]?.state).toBe("holds");
    },
  );

  test("is wrong usage with words that it does not know", async () => {
    expect((await cli(["doctor", "--everything"])).code).toBe(2);
    expect((await cli(["doctor", "me"])).code).toBe(2);
  });
});
