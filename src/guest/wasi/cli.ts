import { writeSync } from "node:fs";
import { readStdin } from "../files.ts";
import { InputStream, OutputStream, Pollable, type Source } from "./io.ts";

/** The guest called `exit`. Not an error of anybody: it unwinds the guest to our own frame. */
export class Exit extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** What a program is started with. */
export interface ProgramStart {
  /** The first is the program's own name. */
  readonly args: readonly string[];
  readonly env: readonly (readonly [name: string, value: string])[];
}

export function cliImports({ args, env }: ProgramStart) {
  return {
    "wasi:cli/environment": { getEnvironment: () => env, getArguments: () => args, initialCwd: none },
    "wasi:cli/exit": {
      exit: (status: { tag: "ok" | "err" }) => leave(status.tag === "ok" ? 0 : 1),
      exitWithCode: leave,
    },
    "wasi:cli/stdin": { getStdin: () => new InputStream(stdin) },
    "wasi:cli/stdout": { getStdout: () => new OutputStream({ write: (bytes) => writeAll(1, bytes) }) },
    "wasi:cli/stderr": { getStderr: () => new OutputStream({ write: (bytes) => writeAll(2, bytes) }) },
    "wasi:cli/terminal-input": { TerminalInput },
    "wasi:cli/terminal-output": { TerminalOutput },
    "wasi:cli/terminal-stdin": { getTerminalStdin: none },
    "wasi:cli/terminal-stdout": { getTerminalStdout: none },
    "wasi:cli/terminal-stderr": { getTerminalStderr: none },
  } as const;
}

class TerminalInput {}
class TerminalOutput {}

const none = () => undefined;

/** The broker's own number for the standard input (src/broker/stdin.ts). */
const STDIN_HANDLE = 1;

/** Something to read, or the end of it. */
export const awaitedStdin = { handle: () => STDIN_HANDLE };

const stdin: Source = {
  read: (length) => (new Pollable(awaitedStdin).ready() ? stdin.blockingRead(length) : new Uint8Array()),
  blockingRead(length) {
    if (length === 0) return new Uint8Array();
    const bytes = readStdin(length);
    return bytes.length === 0 ? undefined : bytes;
  },
  awaited: awaitedStdin,
};

function leave(status: number): never {
  throw new Exit(status);
}

/** The pipe is read by the broker, which counts and caps. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
}
