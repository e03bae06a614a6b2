import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa, execaSync } from "execa";
import { BIN, type CliResult, HOME } from "./cli.ts";
import { temporaryFolder } from "./files.ts";

/** Only root may put another file in a program's place, and only in a mount namespace of the test's own. */
export const canAlterTheMachine =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  execaSync("/usr/bin/unshare", ["--mount", "true"], { reject: false }).exitCode === 0;

/** What lies over the file at `path`, for one command and nobody else. */
export interface Altered {
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}

/** Runs the built command on a machine that differs in these files; `first` are shell commands before it, as root. */
export async function cliWith(args: readonly string[], files: readonly Altered[], first = ":"): Promise<CliResult> {
  const mounts = files.map(({ path, content, mode }, index) => {
    const source = join(temporaryFolder(), `file-${index}`);
    writeFileSync(source, content);
    chmodSync(source, mode);
    return `mount --bind ${source} ${path}`;
  });
  const script = [...mounts, first, 'exec "$@"'].join(" && ");
  const result = await execa("/usr/bin/unshare", ["--mount", "sh", "-c", script, "sh", BIN, ...args], {
    cwd: HOME,
    env: { HOME, PATH: "/usr/bin:/bin:/usr/sbin:/sbin" },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    stdin: "ignore",
  });
  return { code: result.exitCode ?? 128, stdout: result.stdout, stderr: result.stderr };
}
