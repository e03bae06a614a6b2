import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { BIN, HOME } from "./cli.ts";

/** util-linux's script(1), which runs a command on a terminal of its own. */
const SCRIPT = "/usr/bin/script";

export const hasTerminal = process.platform === "linux" && existsSync(SCRIPT);

export interface TerminalResult {
  readonly code: number;
  /** Everything that the terminal showed. */
  readonly screen: string;
}

export interface TerminalOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keys that are pressed each time this is on the screen once more; when they run out, none are. */
  readonly answers: readonly string[];
  readonly prompt: string;
  /** Keys that are pressed before anything is asked. */
  readonly typedAhead?: string;
  /** How long the person thinks before each answer, in milliseconds. */
  readonly delayMs?: number;
}

/** Runs the built command on a terminal, and answers what it asks. */
export function onTerminal(args: readonly string[], options: TerminalOptions): Promise<TerminalResult> {
  const command = [BIN, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const child = spawn(SCRIPT, ["-qec", command, "/dev/null"], {
    cwd: options.cwd ?? HOME,
    env: { HOME, PATH: "/usr/bin:/bin", TERM: "dumb", SHELL: "/bin/sh", ...options.env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let screen = "";
  let asked = 0;
  if (options.typedAhead !== undefined) child.stdin.write(options.typedAhead);
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    for (; asked < screen.split(options.prompt).length - 1; asked++) {
      const answer = options.answers[asked];
      if (answer !== undefined) setTimeout(() => child.stdin.write(answer), options.delayMs ?? 0);
    }
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => done({ code: code ?? -1, screen: screen.replaceAll("\r\n", "\n") }));
  });
}
