import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

export const ROOT = join(import.meta.dirname, "../..");
export const BIN = join(ROOT, "bin/wasm-sandbox.js");

// The tests run what users run: without a build there is nothing to test.
if (!existsSync(join(ROOT, "dist/cli.cjs"))) throw new Error("dist/cli.cjs is missing: run npm run build");

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Kills what still runs after so many milliseconds: for tests of what must not hang. */
  readonly timeout?: number;
}

/** One cache for all tests of a run (own-tmp.ts): prepared components are found again, and nothing of the user's is touched. */
export const HOME = join(tmpdir(), "home");
mkdirSync(HOME, { recursive: true });

/** Runs the built command as a user would, in an environment that holds nothing but a home. */
export async function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const result = await execa(BIN, args, {
    cwd: options.cwd ?? HOME,
    env: { HOME, PATH: "/usr/bin:/bin", ...options.env },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: "SIGKILL" as const }),
    ...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
  });
  return { code: result.exitCode ?? 128, stdout: result.stdout, stderr: result.stderr };
}
