import { spawn, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findEngine } from "../../src/isolation/engine.ts";
import { planLaunch } from "../../src/isolation/process.ts";
import { type Call, INT_80, syscallProgram } from "../isolation/support/raw-syscalls.ts";
import { endOf, jobFor, WALLED } from "../isolation/support/walled.ts";
import { canAlterTheMachine, cliWith } from "../support/altered-machine.ts";
import { cli, ROOT } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const secret = join(folder, "secret.txt");
const victim = spawn("/bin/sleep", ["600"], { stdio: "ignore" });
const target = victim.pid ?? -1;
beforeAll(() => {
  chmodSync(folder, 0o777);
  writeFileSync(secret, "secret");
  chmodSync(secret, 0o666);
  utimesSync(secret, 1_000_000, 1_000_000);
});
afterAll(() => void victim.kill("SIGKILL"));

const AF_UNIX = 1;
const STREAM = 1;
/** What native code would try first, in the place of the engine: names are for the report, numbers are x86-64's. */
const FILES: Readonly<Record<string, Call>> = {
  "open a file": [2, "/etc/passwd", 0],
  "open a file for writing": [2, secret, 1],
  "open by openat": [257, -100, secret, 0],
  "open a folder": [2, folder, 0o200000],
  "create a file": [85, join(folder, "created"), 0o777],
  "truncate a file": [76, secret, 0],
  "remove a file": [87, secret],
  "rename a file": [82, secret, join(folder, "renamed")],
  "make a folder": [83, join(folder, "made"), 0o777],
  "link a file": [86, secret, join(folder, "linked")],
  "make a symbolic link": [88, secret, join(folder, "symlink")],
  "read the memory of the parent": [2, `/proc/${process.pid}/mem`, 2],
  "read the environment of the parent": [2, `/proc/${process.pid}/environ`, 0],
  "open the terminal": [2, "/dev/tty", 2],
};
const OTHERS: Readonly<Record<string, Call>> = {
  "change a mode": [90, secret, 0],
  "change an owner": [92, secret, 1, 1],
  "change the times": [132, secret, 0],
  "kill another process": [62, target, 9],
  "kill every process": [62, -1, 9],
  "kill by thread": [200, target, 9],
  "queue a signal": [129, target, 9, 0],
  "attach a debugger": [101, 16, target, 0, 0],
  "read another's memory": [310, target, 0, 1, 0, 1, 0],
  "write another's memory": [311, target, 0, 1, 0, 1, 0],
  "open another process": [434, target, 0],
  "limit another process": [302, target, 0, 0, 0],
  "start a program": [59, "/bin/sh", 0, 0],
  "start a program by descriptor": [322, -100, "/bin/sh", 0, 0, 0],
  fork: [57],
  vfork: [58],
  "fork by clone": [56, 17, 0, 0, 0, 0],
  "fork by clone3": [435, 0, 0],
  "make a user namespace": [272, 0x10000000],
  "enter a namespace": [308, 0, 0],
  "make a TCP socket": [41, 2, STREAM, 0],
  "make a UDP socket": [41, 2, 2, 0],
  "make a unix socket": [41, AF_UNIX, STREAM, 0],
  "make a vsock": [41, 40, STREAM, 0],
  "make a netlink socket": [41, 16, 3, 0],
  "make a pair of sockets": [53, AF_UNIX, STREAM, 0, 0],
  mount: [165, "none", "/", "tmpfs", 0, 0],
  "change the root": [161, "/"],
  "set up io_uring": [425, 1, 0],
  "load BPF": [321, 0, 0, 0],
  "watch faults": [323, 0],
  "read keys": [250, 0, -3, 0],
  "make a file in memory": [319, "x", 0],
  "type on the terminal": [16, 0, 0x5412, 0],
  "outlive the parent": [157, 1, 0, 0, 0, 0],
  "read the kernel's log": [103, 3, 0, 0],
};

const REFUSALS = ["EPERM", "EACCES", "ENOENT", "ENOSYS", "EROFS"];
const isX64 = process.platform === "linux" && process.arch === "x64";

describe.skipIf(!isX64)("A29: native code in the guest process (Linux on x86-64)", () => {
  describe.each(WALLED)("behind %s", (name, plan, unavailable) => {
    test.skipIf(unavailable)(
      `each system call is refused, without effect (needs ${name} and Landlock)`,
      async (context) => {
        const calls = { ...FILES, ...OTHERS };
        const program = join(folder, `probe-${name}`);
        writeFileSync(program, syscallProgram(Object.values(calls)), { mode: 0o755 });
        const engine = { ...findEngine(ROOT), path: program };
        const { door, out, complaint } = await endOf(plan(jobFor(import.meta.filename, engine)));
        expect(door, complaint).toContain("seccomp");
        if (!door.includes("landlock") && name === "process") context.skip("this kernel has no Landlock");
        expect(out).toHaveLength(8 * Object.keys(calls).length);
        const answers = Object.keys(calls).map((call, index) => [call, errorName(out.readBigInt64LE(8 * index))]);
        expect(answers.filter(([, answer]) => !REFUSALS.includes(answer ?? ""))).toEqual([]);
        expectNoEffect();
      },
    );
  });

  test.skipIf(WALLED[0]?.[2])(
    "a call by the numbers of 32-bit programs ends the process (needs perl)",
    async (context) => {
      const program = join(folder, "probe-32");
      writeFileSync(program, syscallProgram([[20]], INT_80), { mode: 0o755 });
      if (spawnSync(program).stdout.length === 0) context.skip("this kernel runs no 32-bit calls");
      const engine = { ...findEngine(ROOT), path: program };
      const { door, out } = await endOf(planLaunch(jobFor(import.meta.filename, engine)));
      expect(door).toContain("seccomp");
      expect(out).toHaveLength(0);
    },
  );

  test("control: the same program does all of it where there are no walls", async () => {
    const mine = join(folder, "control.txt");
    const program = join(folder, "control");
    const calls: Call[] = [
      [2, secret, 0],
      [85, mine, 0o600],
      [41, AF_UNIX, STREAM, 0],
      [62, target, 0],
    ];
    writeFileSync(program, syscallProgram(calls), { mode: 0o755 });
    const child = spawn(program, { stdio: ["ignore", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
    const out = Buffer.concat(chunks);
    expect(calls.map((_, index) => out.readBigInt64LE(8 * index) >= 0n)).toEqual([true, true, true, true]);
    expect(readFileSync(mine, "utf8")).toBe("");
  });
});

describe.skipIf(!canAlterTheMachine)("A29: a machine without perl has no walls (needs root)", () => {
  const WITHOUT_PERL = [{ path: "/usr/bin/perl", content: "", mode: 0o644 }];

  test("the run says so, and --require-walls refuses before anything runs", async () => {
    const component = await componentFile([{ say: "it ran" }]);
    const run = await cliWith(["run", component], WITHOUT_PERL);
    expect(run).toMatchObject({
      code: 0,
      stdout: "it ran",
      stderr: expect.stringContaining("Walls: none (V8 only)\n"),
    });
    const required = await cliWith(["run", "--require-walls", component], WITHOUT_PERL);
    expect(required).toMatchObject({ code: 126, stdout: "" });
    expect(required.stderr).toMatch(/--require-walls: around the guest process there is none \(V8 only\)\n.*perl/);
    expect(await cli(["run", "--require-walls", component])).toMatchObject({ code: 0, stdout: "it ran" });
  });
});

function expectNoEffect(): void {
  expect(readFileSync(secret, "utf8")).toBe("secret");
  expect(statSync(secret)).toMatchObject({ mode: 0o100666, mtimeMs: 1_000_000_000, nlink: 1, uid: process.getuid?.() });
  const made = readdirSync(folder).filter((name) => !/^(secret\.txt|probe-.*|control.*)$/.test(name));
  expect(made).toEqual([]);
  expect(victim.exitCode ?? victim.signalCode).toBe(null);
}

function errorName(result: bigint): string {
  const names = Object.entries(constants.errno);
  return names.find(([, number]) => BigInt(number) === -result)?.[0] ?? `worked (${result})`;
}
