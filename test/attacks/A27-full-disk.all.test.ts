import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { layOut } from "../broker/files/support/tree.ts";
import { canAlterTheMachine } from "../support/altered-machine.ts";
import { BIN, HOME } from "../support/cli.ts";
import { exitOf, pause } from "../support/processes.ts";
import { answersIn, compilerMissing, doSteps, PROGRAMS } from "../support/steps-guest.ts";

/** Runs the built command where `folder` is a disk of that size; afterwards what is in it is copied to `kept`. */
async function withSmallDisk(folder: string, size: string, args: readonly string[], input: string) {
  const kept = join(layOut({ kept: {} }), "kept");
  const script = `mount -t tmpfs -o size=${size} none ${folder} && { "$@"; code=$?; cp -a ${folder}/. ${kept}/; exit $code; }`;
  const result = await execa("/usr/bin/unshare", ["--mount", "sh", "-c", script, "sh", BIN, ...args], {
    cwd: HOME,
    env: { HOME, PATH: "/usr/bin:/bin:/usr/sbin:/sbin" },
    extendEnv: false,
    reject: false,
    input,
  });
  return { code: result.exitCode ?? 128, stdout: result.stdout, stderr: result.stderr, kept };
}

function wholeLines(log: string): Record<string, unknown>[] {
  return log.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

describe.skipIf(compilerMissing !== undefined || !canAlterTheMachine).each(PROGRAMS)(
  "A27: a full disk, with %s (needs root, mount namespaces)",
  (_, program) => {
    test("an audit log that cannot grow stops the run with 125, and nothing happens that is not in it", async () => {
      const base = layOut({ data: {}, logs: {} });
      const args = ["run", `--audit-log=${base}/logs/audit.jsonl`, `--dir=${base}/data::d`, await program()];
      const { code, stderr, kept } = await withSmallDisk(`${base}/logs`, "64k", args, "repeat 1000 put d file-$i x\n");
      expect(code).toBe(125);
      expect(stderr).toMatch(/^error: .*audit log .*ENOSPC/m);
      const logged = wholeLines(readFileSync(join(kept, "audit.jsonl"), "utf8")).map(({ argument }) => argument);
      const made = readdirSync(join(base, "data"));
      expect(made.length).toBeGreaterThan(10);
      expect(made.length).toBeLessThan(1000);
      expect(made.filter((name) => !logged.includes(join(base, "data", name)))).toEqual([]);
    });

    test("a granted folder without room is the guest's own error", async () => {
      const base = layOut({ data: {} });
      const steps = "repeat 1000 put d file-$i x\nopen d big 1 1 536870911 0 1\nflood @1 100\nput d after x\n";
      const { code, stdout } = await withSmallDisk(
        `${base}/data`,
        "64k",
        ["run", `--dir=${base}/data::d`, await program()],
        steps,
      );
      expect(code).toBe(0);
      expect(answersIn(stdout)[0]).toMatch(/^done=\d+ ENOSPC$/);
      expect(readdirSync(join(base, "data"))).toEqual([]);
    });
  },
);

describe.skipIf(compilerMissing)("A27: a log that was cut, and runs killed while they write", () => {
  const [[, program] = ["", async () => ""]] = PROGRAMS;

  test("a cut last line is left as evidence, and what follows is whole", async () => {
    const base = layOut({ data: { file: "x" } });
    const log = join(base, "audit.jsonl");
    const flags = [`--audit-log=${log}`, `--dir=${base}/data::d`];
    expect((await doSteps(program, flags, [["cat", "d", "file"]])).code).toBe(0);
    const first = readFileSync(log, "utf8");
    truncateSync(log, first.length - 40);
    expect((await doSteps(program, flags, [["cat", "d", "file"]])).code).toBe(0);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const cut = first.trimEnd().split("\n").length;
    expect(verifyChain(lines.join("\n")).broken?.line).toBe(cut);
    for (const [index, line] of lines.entries()) if (index + 1 !== cut) expect(() => JSON.parse(line)).not.toThrow();
  });

  test("runs killed in the middle leave files that are whole and a log that goes on", async () => {
    const base = layOut({ data: {} });
    const log = join(base, "audit.jsonl");
    const path = await program();
    for (const after of [150, 250, 350, 450]) {
      const args = ["run", `--audit-log=${log}`, `--dir=${base}/data::d`, path];
      const child = spawn(BIN, args, {
        cwd: HOME,
        env: { HOME, PATH: "/usr/bin:/bin" },
        stdio: ["pipe", "ignore", "ignore"],
      });
      child.stdin.on("error", () => {});
      child.stdin.end("repeat 100000 put d file-$i x\n");
      await pause(after);
      child.kill("SIGKILL");
      await exitOf(child);
    }
    // A lock that was left behind is waited for, and then removed.
    expect(
      (await doSteps(path, [`--audit-log=${log}`, `--dir=${base}/data::d`], [["put", "d", "last", "whole"]])).code,
    ).toBe(0);
    expect(readFileSync(join(base, "data/last"), "utf8")).toBe("whole");
    expect(existsSync(`${log}.lock`)).toBe(false);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    expect(lines.length - wholeLines(lines.join("\n")).length).toBeLessThanOrEqual(4);
    expect(wholeLines(lines.join("\n")).at(-1)).toMatchObject({ event: "execution_completed" });
  });

  test("a clock that goes back, and a lock from the future, stop nobody for long", async () => {
    const base = layOut({ data: { file: "x" } });
    const log = join(base, "audit.jsonl");
    mkdirSync(join(base, "x"));
    writeFileSync(`${log}.lock`, "");
    await execa("touch", ["-d", "2100-01-01", `${log}.lock`]);
    const { code } = await doSteps(program, [`--audit-log=${log}`, `--dir=${base}/data::d`], [["cat", "d", "file"]]);
    expect(code).toBe(0);
    expect(existsSync(`${log}.lock`)).toBe(false);
  });
});
