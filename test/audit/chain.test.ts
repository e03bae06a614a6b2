import { execFileSync, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import type { AuditEvent } from "../../src/audit/event.ts";
import { LogFile } from "../../src/audit/log-file.ts";
import { Recorder } from "../../src/audit/recorder.ts";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-audit-")), "audit.jsonl");
});

const denied = (argument: string): AuditEvent => ({
  event: "capability_denied",
  capability: "filesystem-read",
  operation: "read-file",
  argument,
  rule: "default-deny",
});
const completed: AuditEvent = { event: "execution_completed", outcome: "returned", detail: {} };
const recorder = (maxEvents = 100) => new Recorder({ file: LogFile.open(path), maxEvents });
const lines = () =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

function writeThree(): string | undefined {
  const log = recorder();
  log.record(denied("/a"));
  log.record(denied("/b"));
  log.complete(completed);
  return log.head;
}

describe("the audit log", () => {
  test("is a chain from its first line on, over several runs, and the run knows its head", () => {
    writeThree();
    const head = writeThree();
    expect(verifyChain(readFileSync(path, "utf8"))).toEqual({ lines: 6, head });
  });

  test.each([
    [
      "changed",
      (text: string) => text.replace("/b", "/c"),
      { line: 2, reason: "was changed: its hash does not match" },
    ],
    [
      "removed",
      (text: string) => text.split("\n").toSpliced(1, 1).join("\n"),
      { line: 2, reason: "does not follow the line before it" },
    ],
    [
      "invented",
      (text: string) => `{"event":"x"}\n${text}`,
      { line: 1, reason: "was changed: its hash does not match" },
    ],
    ["cut", (text: string) => text.slice(0, -10), { line: 3, reason: "is not a JSON object" }],
  ])("says where a line was %s", (_name, tamper, broken) => {
    writeThree();
    expect(verifyChain(tamper(readFileSync(path, "utf8"))).broken).toEqual(broken);
  });

  test("counts events that repeat, and says when it is full: then nothing more may happen", () => {
    const log = recorder(3);
    for (let i = 0; i < 1000; i++) expect(log.record(denied("/same"))).toBe(true);
    expect(log.record(denied("/b"))).toBe(true);
    expect(log.record(denied("/c"))).toBe(false);
    log.complete(completed);
    expect(lines().map(({ event, argument, repeated }) => [event, argument, repeated])).toEqual([
      ["capability_denied", "/same", undefined],
      ["capability_denied", "/same", 1000],
      ["capability_denied", "/b", undefined],
      ["execution_completed", undefined, undefined],
    ]);
  });

  test("takes over a lock that was left behind, from the past or the future, and waits for one that lives", () => {
    for (const offset of [-60_000, 60_000]) {
      for (const leave of [() => mkdirSync(`${path}.lock`), () => writeFileSync(`${path}.lock`, "")]) {
        leave();
        utimesSync(`${path}.lock`, new Date(), new Date(Date.now() + offset));
        writeThree();
      }
    }
    expect(verifyChain(readFileSync(path, "utf8"))).toMatchObject({ lines: 12 });
    mkdirSync(`${path}.lock`);
    writeFileSync(`${path}.lock/something`, "of somebody else");
    utimesSync(`${path}.lock`, new Date(), new Date(0));
    expect(() => writeThree()).toThrow(/what has the name of the audit log's lock is none/);
    expect(readdirSync(`${path}.lock`)).toEqual(["something"]);
  });

  test("goes on after a cut last line, and the cut stays visible", () => {
    writeThree();
    truncateSync(path, readFileSync(path).length - 5);
    writeThree();
    expect(verifyChain(readFileSync(path, "utf8")).broken?.line).toBe(3);
  });

  test("does not follow a symbolic link, and refuses what is not a file", () => {
    const target = `${path}.target`;
    writeFileSync(target, "");
    symlinkSync(target, path);
    expect(() => LogFile.open(path)).toThrow(/audit log .* cannot be written: ELOOP/);
    execFileSync("mkfifo", [`${path}.fifo`]);
    expect(() => LogFile.open(`${path}.fifo`)).toThrow(/not a regular file/);
  });

  test("four processes append at once and the chain holds", async () => {
    const script = `
      import { LogFile } from "${join(import.meta.dirname, "../../src/audit/log-file.ts")}";
      import { Recorder } from "${join(import.meta.dirname, "../../src/audit/recorder.ts")}";
      const log = new Recorder({ file: LogFile.open(process.argv[1]), maxEvents: 1000 });
      for (let i = 0; i < 50; i++) log.record({ event: "suspicious_activity", reason: String(i) });
      log.complete({ event: "execution_completed", outcome: "returned", detail: {} });`;
    const runs = [1, 2, 3, 4].map(
      () =>
        new Promise((done) => {
          spawn(process.execPath, ["--no-warnings", "--input-type=module-typescript", "-e", script, path]).once(
            "exit",
            done,
          );
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    const { lines: count, broken } = verifyChain(readFileSync(path, "utf8"));
    expect({ count, broken }).toEqual({ count: 4 * 51, broken: undefined });
  });
});
