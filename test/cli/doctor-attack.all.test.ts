import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ATTACKS } from "../../src/doctor/attacks/index.ts";
import { canAlterTheMachine, cliWith } from "../support/altered-machine.ts";
import { cli } from "../support/cli.ts";
import { rowsOf } from "./support/doctor-rows.ts";

describe("doctor --attack", () => {
  test("runs every attack against this machine, and none gets out", async () => {
    const TMPDIR = mkdtempSync(join(tmpdir(), "wasm-sandbox-test-"));
    const { code, stdout, stderr } = await cli(["doctor", "--attack"], { env: { TMPDIR } });
    const lines = stdout.split("\n").filter((line) => /^A\d\d /.test(line));
    expect(stderr).toBe("");
    expect(lines.map((line) => line.slice(0, 3))).toEqual(ATTACKS.map(({ id }) => id));
    const open = lines.filter((line) => !/^A\d\d {2}contained /.test(line));
    // Where the kernel gives no walls, native code is not contained, and that is what must be said.
    const wallsHere = rowsOf((await cli(["doctor", "--json"])).stdout)["walls"]?.state === "holds";
    expect(open.map((line) => line.slice(0, 3))).toEqual(wallsHere ? [] : ["A29"]);
    expect(code).toBe(wallsHere ? 0 : 1);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  test.skipIf(!canAlterTheMachine)("native code without walls is NOT contained: exit 1 (needs root)", async () => {
    const { code, stdout } = await cliWith(
      ["doctor", "--attack", "--json"],
      [{ path: "/usr/bin/perl", content: "", mode: 0o644 }],
    );
    expect(code).toBe(1);
    const { attacks } = JSON.parse(stdout) as { attacks: { id: string; verdict: string; evidence: string }[] };
    expect(attacks.filter(({ verdict }) => verdict !== "contained")).toMatchObject([
      {
        id: "A29",
        verdict: "NOT contained",
        evidence: expect.stringMatching(/it could read a file, .*--require-walls refuses/),
      },
    ]);
  });
});
