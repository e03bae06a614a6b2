import { writeSync } from "node:fs";
import { InputStream, OutputStream } from "./io.ts";

/** The guest called `exit`. Not an error of anybody: it unwinds the guest to our own frame. */
export class Exit extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

class TerminalInput {}
class TerminalOutput {}

const stdout = new OutputStream((bytes) => writeAll(1, bytes));
const stderr = new OutputStream((bytes) => writeAll(2, bytes));
const none = () => undefined;

export const cli = {
  "wasi:cli/environment": { getEnvironment: () => [], getArguments: () => [], initialCwd: none },
  "wasi:cli/exit": {
    exit: (status: { tag: "ok" | "err" }) => leave(status.tag === "ok" ? 0 : 1),
    exitWithCode: leave,
  },
  "wasi:cli/stdin": { getStdin: () => new InputStream() },
  "wasi:cli/stdout": { getStdout: () => stdout },
  "wasi:cli/stderr": { getStderr: () => stderr },
  "wasi:cli/terminal-input": { TerminalInput },
  "wasi:cli/terminal-output": { TerminalOutput },
  "wasi:cli/terminal-stdin": { getTerminalStdin: none },
  "wasi:cli/terminal-stdout": { getTerminalStdout: none },
  "wasi:cli/terminal-stderr": { getTerminalStderr: none },
} as const;

function leave(status: number): never {
  throw new Exit(status);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
}
