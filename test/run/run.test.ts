import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { EVERYTHING, longer } from "../support/amount.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { command } from "../support/command-component.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { asNobody, canBecomeNobody } from "../support/nobody.ts";

const folder = temporaryFolder();
const notes = join(folder, "notes.txt");
const report = join(folder, "report.txt");
writeFileSync(notes, "the notes");

let requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(`${request.method} ${request.url}`);
  response.end("from the server");
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as { port: number }).port;
});
afterAll(() => void server.close());

describe("run", () => {
  test("the seed's words, byte for byte, and a result alone on stdout", async () => {
    const component = await componentFile([{ read: "/etc/passwd" }]);
    const { code, stdout, stderr } = await cli(["run", component]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "err Permission denied: filesystem-read capability not granted\n",
    });
    expect(stderr.replace(component, "./component.wasm")).toBe(
      `=== WASM Sandbox - Running Skill Component ===
Component: ./component.wasm
Capabilities:
  filesystem-read:  DENIED
  filesystem-write: DENIED
  network:          DENIED

[DENIED] Component 'guest' attempted filesystem-read.read-file("/etc/passwd") without permission
  hint: --allow-fs-read=/etc/passwd

=== Component Result ===
`,
    );
  });

  test("does what was granted, and lists what it changed", async () => {
    const component = await componentFile([{ read: "notes.txt" }, { write: "report.txt", content: "the report" }]);
    const flags = ["--allow-fs-read=notes.txt", "--allow-fs-write=report.txt"];
    const { code, stdout, stderr } = await cli(["run", ...flags, component], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "ok the notes\nok \n" });
    expect(readFileSync(report, "utf8")).toBe("the report");
    expect(stderr).toContain(`[ALLOWED] Component 'guest' filesystem-read.read-file("notes.txt")\n`);
    expect(stderr).toContain(`[CREATED] ${report}\n`);
  });

  test("a grant to write does not let it read", async () => {
    const component = await componentFile([{ read: notes }]);
    const { stdout } = await cli(["run", `--allow-fs-write=${folder}`, component]);
    expect(stdout).toBe("err Permission denied: filesystem-read capability not granted\n");
  });

  test("reaches the address that was granted, and no other", async () => {
    requests = [];
    const component = await componentFile([
      { get: `http://127.0.0.1:${port}/a` },
      { post: `http://127.0.0.1:${port}/b`, body: "x" },
    ]);
    const allowed = await cli(["run", `--allow-network=127.0.0.1:${port}`, component]);
    expect(allowed.stdout).toBe("ok from the server\nok from the server\n");
    expect(requests).toEqual(["GET /a", "POST /b"]);
    requests = [];
    const others = [[], ["--allow-network=example.com"]];
    for (const flags of [
      ["--allow-network"],
      [`--allow-network=127.0.0.1:${port - 1}`],
      ...(EVERYTHING ? others : []),
    ]) {
      expect((await cli(["run", ...flags, component])).stdout).toMatch(
        /^err Permission denied.*\nerr Permission denied.*\n$/,
      );
    }
    expect(requests).toEqual([]);
  });

  test("--json is one object with every decision and the true outcome", async () => {
    const component = await componentFile([{ read: notes }, { get: "http://user:secret@example.com/?token=secret#x" }]);
    const { stdout } = await cli(["run", "--json", `--allow-fs-read=${notes}`, component]);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      exit: 0,
      outcome: { kind: "returned" },
      walls: expect.stringContaining("landlock"),
    });
    expect(
      result.decisions.map(({ allowed, rule }: { allowed: boolean; rule: string }) => ({ allowed, rule })),
    ).toEqual([
      { allowed: true, rule: `--allow-fs-read=${notes}` },
      { allowed: false, rule: "default-deny" },
    ]);
    expect(JSON.stringify(result.decisions)).not.toContain("secret");
  });

  test("--audit-log has each decision before its effect, chained, and the run prints the head", async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    const component = await componentFile([{ read: notes }, { read: "/etc/hostname" }]);
    const { stderr } = await cli(["run", `--allow-fs-read=${notes}`, "--audit-log", log, component]);
    const text = readFileSync(log, "utf8");
    const events = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual([
      "execution_started",
      "capability_allowed",
      "capability_denied",
      "execution_completed",
    ]);
    expect(new Set(events.map(({ run }) => run)).size).toBe(1);
    expect(stderr).toContain(`Audit head: ${verifyChain(text).head}\n`);
  });

  test("an audit log that cannot be written stops the run before its effect", async () => {
    const target = join(folder, "never.txt");
    const component = await componentFile([{ write: target, content: "x" }]);
    const { code, stderr } = await cli(["run", "--allow-fs-write", "--audit-log", "/dev/full", component]);
    expect(code).toBe(125);
    expect(stderr).toContain("audit log");
    expect(existsSync(target)).toBe(false);
  });

  test("--dry-run shows the plan and runs nothing", async () => {
    const component = await componentFile([{ write: join(folder, "dry.txt"), content: "x" }]);
    const { code, stdout } = await cli(["run", "--dry-run", "--allow-fs-write", component]);
    const plan = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(plan).toMatchObject({
      grants: { fsWrite: { all: true } },
      limits: { timeoutMs: 30_000 },
      walls: expect.stringMatching(/^(bubblewrap, )?landlock and seccomp$/),
    });
    expect(plan.args).toContain("--permission");
    expect(plan).toMatchObject({
      deterministic: false,
      requireWalls: false,
      isolationAsked: "auto",
      programArguments: [],
    });
    expect(existsSync(join(folder, "dry.txt"))).toBe(false);
  });

  test("a trap is exit 1", async () => {
    const { code, stdout, stderr } = await cli(["run", await componentFile([{ wat: "unreachable" }])]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^\[TRAP\] RuntimeError: .*unreachable/m);
  });

  test("a second run finds the prepared component and does the same", async () => {
    const component = await componentFile([{ say: "x" }]);
    expect((await cli(["run", component])).stdout).toBe("x");
    expect((await cli(["run", component])).stdout).toBe("x");
  });

  test("--require-walls runs where the kernel gives them", async () => {
    const { code, stdout } = await cli(["run", "--require-walls", await componentFile([{ say: "x" }])]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "x" });
  });

  test("a result larger than the limit ends with 124 and prints nothing of it", async () => {
    const component = await componentFile([{ say: "x".repeat(5000) }]);
    const { code, stdout } = await cli(["run", "--max-output=4KiB", component]);
    expect({ code, stdout }).toEqual({ code: 124, stdout: "" });
  });

  test.each(["stdout", "stderr"])("a program that prints more on %s than the limit is ended there", async (stream) => {
    const path = join(temporaryFolder(), "talker.wasm");
    writeFileSync(path, await command({ stdout: "o".repeat(600), [stream]: "x".repeat(4096) }));
    const { code, stdout, stderr } = await cli(["run", "--max-output=1KiB", path]);
    expect([code, stderr]).toEqual([124, expect.stringContaining("[LIMIT] output: more than 1024 bytes")]);
    expect(`${stdout}${stderr}`.match(/[ox]{9,}/g)?.join("")).toHaveLength(1024);
  });
});

describe("run refuses with one clear error", () => {
  const at = (name: string, content: string | Uint8Array) => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, content);
    return path;
  };
  const fifo = () => {
    const path = join(temporaryFolder(), "fifo");
    execFileSync("mkfifo", [path]);
    return path;
  };

  test.each([
    ["a missing file", () => join(folder, "no.wasm"), 127, "no such file"],
    ["a folder", () => folder, 125, "is a folder"],
    ["an empty file", () => at("empty.wasm", ""), 125, "is empty"],
    ["what is no component", () => at("text.wasm", "hello, world"), 125, "component"],
    ["a device", () => "/dev/zero", 125, "is not a regular file\n  hint: name the .wasm file of a component\n"],
    ["a FIFO", () => fifo(), 125, "is not a regular file\n  hint: name the .wasm file of a component\n"],
  ])("%s", async (_name, path, expected, message) => {
    const { code, stdout, stderr } = await cli(["run", path()]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("a truncated component, and one of a gigabyte, which is not read", async () => {
    const component = await componentFile([{ say: "x" }]);
    const truncated = at("truncated.wasm", readFileSync(component).subarray(0, 900));
    expect(await cli(["run", truncated])).toMatchObject({ code: 125, stdout: "" });
    const huge = at("huge.wasm", "");
    truncateSync(huge, 2 ** 30);
    const { code, stderr } = await cli(["run", huge]);
    expect(code).toBe(125);
    expect(stderr).toContain("is 1073741824 bytes, more than 67108864");
  });

  test.skipIf(!canBecomeNobody)("a file that may not be read", async () => {
    const path = at("secret.wasm", "x");
    const { code, stderr } = await asNobody(["run", path], { unreadable: path });
    expect(code).toBe(125);
    expect(stderr).toContain(`error: cannot read ${path}: EACCES\n`);
  });

  test("imports that this host does not give, by name", async () => {
    const path = at("clock.wasm", await command({ stdout: "x" }));
    expect(await cli(["run", path])).toMatchObject({ code: 0, stdout: "x" });
    const foreign = Buffer.from(readFileSync(path)).toString("latin1").replaceAll("wasi:cli/stdout", "wasi:cli/stdouu");
    const { code, stderr } = await cli(["run", at("foreign.wasm", Buffer.from(foreign, "latin1"))]);
    expect(code).toBe(126);
    expect(stderr).toContain("wasi:cli/stdouu@0.2.0");
  });
});

test("the command works from any folder, and says when there is none", async () => {
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  const { code, stdout } = await cli(["demo", "malicious"], { cwd: elsewhere });
  expect(code).toBe(0);
  expect(stdout.match(/^BLOCKED: /gm)).toHaveLength(5);
  expect(existsSync("/tmp/wasm-sandbox-demo-pwned")).toBe(false);
  const script = `cd ${elsewhere} && rmdir ${elsewhere} && exec ${BIN} inspect x.wasm`;
  const gone = await execa("/bin/sh", ["-c", script], { reject: false, env: { HOME }, extendEnv: false });
  expect(gone.exitCode).toBe(2);
  expect(gone.stderr).toContain("error: the current folder no longer exists");
});

test("a core module that is not valid is no run: 125, and the engine's word", async () => {
  const valid = readFileSync(await componentFile([{ wat: "(drop (i32.add (i32.const 77) (i32.const 1)))" }]));
  // i32.const 77, i32.const 1, i32.add -> i32.const 77, i32.const 1, i64.add
  const at = valid.indexOf(Buffer.from([0x41, 0xcd, 0x00, 0x41, 0x01, 0x6a]));
  valid[at + 5] = 0x7c;
  const path = join(temporaryFolder(), "invalid.wasm");
  writeFileSync(path, valid);
  const { code, stdout, stderr } = await cli(["run", path]);
  expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
  expect(stderr).toContain("[INVALID] CompileError");
});

describe("run keeps its word", () => {
  const shell = (script: string, options: { cwd?: string; env?: Record<string, string> } = {}) =>
    execa("/bin/bash", ["-c", script], {
      env: { HOME, PATH: "/usr/bin:/bin", ...options.env },
      extendEnv: false,
      reject: false,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });

  test("to a slow reader: all of a large result arrives", async () => {
    const component = await componentFile([{ say: "x".repeat(500_000) }]);
    const { stdout } = await shell(`${BIN} run ${component} 2>/dev/null | (sleep 1; wc -c)`);
    expect(stdout.trim()).toBe("500000");
  });

  test("when stdout is full: one line and 125, as it was not the guest's fault", async () => {
    const component = await componentFile([{ say: "x" }]);
    const { exitCode, stderr } = await shell(`${BIN} run ${component} > /dev/full`);
    expect(exitCode).toBe(125);
    expect(stderr).toContain("error: the output cannot be written: ENOSPC\n".trimEnd());
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("under the shell's own limits, also with --require-walls", async () => {
    const component = await componentFile([{ say: "x" }]);
    const { exitCode, stdout } = await shell(`ulimit -t 20; ${BIN} run --require-walls ${component}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "x" });
  });

  test("when no process can be started: an error of ours, never the guest's exit code", async () => {
    const component = await componentFile([{ say: "x" }]);
    const { exitCode, stderr } = await shell(`ulimit -n 26; ${BIN} run ${component}`);
    expect(exitCode).toBeGreaterThanOrEqual(125);
    expect(stderr).toMatch(/^error: /m);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("a relative audit log and its lock belong to us, whatever folder is granted", async () => {
    const place = temporaryFolder();
    const component = await componentFile([
      { write: "audit.jsonl.lock", content: "x" },
      { write: "audit.jsonl", content: "x" },
    ]);
    const flags = ["--audit-log=audit.jsonl", "--allow-fs-read=.", "--allow-fs-write=."];
    const { code, stdout } = await cli(["run", ...flags, component], { cwd: place });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^err .*\nerr .*\n$/) });
    expect(existsSync(join(place, "audit.jsonl.lock"))).toBe(false);
    expect(verifyChain(readFileSync(join(place, "audit.jsonl"), "utf8")).broken).toBeUndefined();
  });

  test("what is rejected before it runs is in the log", async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    await cli(["run", "--audit-log", log, notes]);
    const events = readFileSync(log, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events).toMatchObject([{ event: "execution_completed", outcome: "failed" }]);
  });

  test("an exported instance without its function is no skill", async () => {
    const { parse } = await import("@bytecodealliance/jco");
    const path = join(temporaryFolder(), "hollow.wasm");
    writeFileSync(path, await parse('(component (instance $i) (export "sandbox:skill/skill" (instance $i)))'));
    const { code, stdout, stderr } = await cli(["run", path]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr).toContain("without the function run");
  });

  test("--json has what the guest printed", async () => {
    const path = join(temporaryFolder(), "printer.wasm");
    writeFileSync(path, await command({ stdout: "out", stderr: "err", exitCode: 7 }));
    const { code, stdout } = await cli(["run", "--json", path]);
    expect(code).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({ stdout: "out", stderr: "err", outcome: { kind: "exited", code: 7 } });
  });

  test("a byte order mark is content", async () => {
    const file = join(folder, "bom.txt");
    writeFileSync(file, "\ufeffX");
    const { stdout } = await cli([
      "run",
      `--allow-fs-read=${file}`,
      await componentFile([{ read: file }, { say: "\ufeffY" }]),
    ]);
    expect(stdout).toBe("ok \ufeffX\n\ufeffY");
  });

  test("with an empty HOME the current folder supplies nothing", async () => {
    const place = temporaryFolder();
    await cli(["run", await componentFile([{ say: "x" }])], { cwd: place, env: { HOME: "" } });
    expect(existsSync(join(place, ".cache"))).toBe(false);
  });

  test("--dry-run shows how it would be run, and makes nothing", async () => {
    const place = temporaryFolder();
    const component = await componentFile([{ say: "x" }]);
    const flags = ["--deterministic", "--require-walls", "--isolation=process", "--audit-log=audit.jsonl"];
    const { stdout } = await cli(["run", "--dry-run", ...flags, component, "--", "-x", "y"], { cwd: place });
    expect(JSON.parse(stdout)).toMatchObject({
      deterministic: true,
      requireWalls: true,
      isolationAsked: "process",
      auditLog: join(place, "audit.jsonl"),
      programArguments: ["-x", "y"],
    });
    expect(existsSync(join(place, "audit.jsonl"))).toBe(false);
  });

  test.each([
    ["a folder that is not there", ["--dir=/nonexistent::/d"]],
    ["a log below a file", ["--audit-log=/bin/sh/audit.jsonl"]],
    ...longer(
      ["a file for a folder", ["--dir=/etc/hostname::/d"]],
      ["a log in a folder that is not there", ["--audit-log=/nonexistent/audit.jsonl"]],
      ["a folder for a log", ["--audit-log=/tmp"]],
      ["a device for a log", ["--audit-log=/dev/full"]],
    ),
  ])("--dry-run ends as the run would: %s", async (_name, flags) => {
    const component = await componentFile([{ say: "x" }]);
    const run = await cli(["run", ...flags, component]);
    const { code, stdout, stderr } = await cli(["run", "--dry-run", ...flags, component]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect({ code: run.code, error: /^error: .*/ms.exec(run.stderr)?.[0] }).toEqual({ code: 125, error: stderr });
  });

  test("--dry-run ends as the run would", async () => {
    const path = join(temporaryFolder(), "foreign.wasm");
    const foreign = Buffer.from(await command({ stdout: "x" }))
      .toString("latin1")
      .replaceAll("wasi:cli/stdout", "wasi:cli/stdouu");
    writeFileSync(path, Buffer.from(foreign, "latin1"));
    const { code, stdout } = await cli(["run", "--dry-run", path]);
    expect({ code, refused: JSON.parse(stdout).refused }).toEqual({
      code: 126,
      refused: expect.stringContaining("stdouu"),
    });
  });
});
