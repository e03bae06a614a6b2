import { writeSync } from "node:fs";
import type { Exit } from "../exit.ts";
import { readStdin } from "../files.ts";
import { InputStream, OutputStream, Pollable, type Source } from "./io.ts";

/** What a program is started with. */
export interface ProgramStart {
  /** The first is the program's own name. */
  readonly args: readonly string[];
  readonly env: readonly (readonly [name: string, value: string])[];
  readonly exit: Exit;
}

export function cliImports({ args, env, exit }: ProgramStart) {
  return {
    "wasi:cli/environment": { getEnvironment: () => env, getArguments: () => args, initialCwd: none },
    "wasi:cli/exit": {
      exit: (status: { tag: "ok" | "err" }) => exit(status.tag === "ok" ? 0 : 1),
      exitWithCode: exit,
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

/** The pipe is read by the broker, which counts and caps. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
}
