import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import type { ProbeAnswer, ProbeTarget } from "./probe-target.ts";

/**
 * Tries what a guest process must not be able to do, and says on stdout what became of it. Everything is tried on
 * things of the user's own, made for this, so that an attempt that works does no harm.
 */
const target = JSON.parse(process.argv[2] ?? "") as ProbeTarget;

const ATTEMPTS: Readonly<Record<string, () => unknown>> = {
  "read a file": () => readFileSync(target.file),
  "change a file": () => writeFileSync(target.file, "changed by the probe"),
  "create a file": () => writeFileSync(`${target.folder}/made-by-the-probe`, ""),
  "list a folder": () => readdirSync(target.folder),
  "change a mode": () => chmodSync(target.file, 0o600),
  "change the times": () => utimesSync(target.file, 0, 0),
  "read another process's memory": () => closeSync(openSync(`/proc/${target.pid}/mem`, "r")),
  "read another process's environment": () => readFileSync(`/proc/${target.pid}/environ`),
  "signal another process": () => process.kill(target.pid, 0),
  "start a program": startProgram,
};

const attempts = Object.fromEntries(Object.entries(ATTEMPTS).map(([name, attempt]) => [name, outcomeOf(attempt)]));
void connecting(target.port).then((connected) => {
  const all = { ...attempts, "connect to a port": connected };
  const answer: ProbeAnswer = { attempts: all, environment: Object.keys(process.env).length, files: openFiles() };
  process.stdout.write(`${JSON.stringify(answer)}\n`, replaceItself);
});

function startProgram(): void {
  const { error } = spawnSync(target.program, ["-c", "exit 0"]);
  if (error !== undefined) throw error;
}

/** If that works, the reader sees a second line. */
function replaceItself(): void {
  try {
    process.execve?.(target.program, ["sh", "-c", "echo replaced"], {});
  } catch {
    // Refused, as it should be.
  }
}

function outcomeOf(attempt: () => unknown): string {
  try {
    attempt();
    return "worked";
  } catch (error) {
    return codeOf(error);
  }
}

function connecting(port: number): Promise<string> {
  return new Promise((resolve) => {
    try {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve("worked"));
      socket.once("error", (error) => resolve(codeOf(error)));
    } catch (error) {
      resolve(codeOf(error));
    }
  });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** Standard streams and the door are pipes, sockets or /dev/null: any file was inherited. */
function openFiles(): number {
  const descriptors = Array.from({ length: 64 }, (_, descriptor) => descriptor);
  return descriptors.filter((descriptor) => outcomeOf(() => assertFile(descriptor)) === "worked").length;
}

function assertFile(descriptor: number): void {
  if (!fstatSync(descriptor).isFile()) throw new Error("no file");
}
