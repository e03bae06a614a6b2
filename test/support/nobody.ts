import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { BIN, type CliResult } from "./cli.ts";
import { temporaryFolder } from "./files.ts";

/** Root may read everything: tests of what may not be read step down to nobody first. */
export const canBecomeNobody = process.getuid?.() === 0 && existsSync("/usr/bin/setpriv");

export async function asNobody(args: readonly string[], { unreadable }: { unreadable: string }): Promise<CliResult> {
  chmodSync(unreadable, 0o600);
  const home = join(temporaryFolder(), "home");
  mkdirSync(home);
  chmodSync(join(home, ".."), 0o755);
  chmodSync(join(unreadable, ".."), 0o755);
  await execa("chown", ["65534:65534", home]);
  const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "--", BIN];
  const env = { HOME: home, PATH: "/usr/bin:/bin" };
  const result = await execa("/usr/bin/setpriv", [...nobody, ...args], {
    env,
    extendEnv: false,
    cwd: "/",
    reject: false,
    stripFinalNewline: false,
  });
  return { code: result.exitCode ?? 128, stdout: result.stdout, stderr: result.stderr };
}
