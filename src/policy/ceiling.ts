import { lstatSync, type Stats, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { SandboxError } from "../errors.ts";
import { liesWithin } from "./path-tree.ts";
import { readText } from "./read-text.ts";
import { realPath } from "./real-path.ts";

/** A ceiling's text, read and found to be the operator's. */
export interface CeilingText {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** Where every user of this machine is capped; only root writes there. */
const MACHINE_CEILING = "/etc/wasm-sandbox/policy.yaml";

const MAX_CEILING_BYTES = 1024 * 1024;

/**
 * The files that cap every run, whether they exist or not: the machine's and the user's.
 *
 * @param strange Absolute: the folders that a stranger may have filled, the current one and the target's. A
 *   configuration folder inside of one is not the operator's.
 * @throws SandboxError `policy` when `XDG_CONFIG_HOME` is relative, or lies in such a folder
 */
export function ceilingPaths(environment: NodeJS.ProcessEnv, strange: readonly string[]): string[] {
  return [MACHINE_CEILING, join(configFolder(environment, strange), "wasm-sandbox", "policy.yaml")];
}

/**
 * Reads a ceiling; undefined when there is none. One that cannot be read or that a stranger could have written stops
 * everything: a cap that is lost is a cap that fails open.
 */
export function readCeiling(path: string): CeilingText | undefined {
  if (!exists(path)) return undefined;
  const read = readText(path, { maxBytes: MAX_CEILING_BYTES, follow: true });
  if (read.kind === "missing") return refuse(path, "is a link to nothing", "remove it, or write the file it names");
  if (read.kind === "refused") return refuse(path, read.reason, "make it a readable YAML file, or remove it");
  checkOwner(path, read.stats, 0o022);
  // Who may write the folder may put another file there; the group of a user of its own may (umask 002).
  const folder = statSync(dirname(path));
  checkOwner(dirname(path), folder, (folder.mode & 0o1000) === 0 ? 0o002 : 0);
  return { path, text: read.text };
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    if (code === "ENOTDIR") return false;
    return refuse(path, `cannot be reached (${code})`, "make its folder readable");
  }
}

function checkOwner(path: string, stats: Stats, forbiddenMode: number): void {
  if (process.platform === "win32") return;
  if (stats.uid !== 0 && stats.uid !== process.getuid?.()) refuse(path, "belongs to somebody else", `chown it to root`);
  if ((stats.mode & forbiddenMode) !== 0) refuse(path, "can be written by others", `chmod go-w ${path}`);
}

function configFolder(environment: NodeJS.ProcessEnv, strange: readonly string[]): string {
  // An empty HOME would make it a folder of whoever wrote the current one.
  const home = isAbsolute(homedir()) ? homedir() : userInfo().homedir;
  const usual = join(home, ".config");
  const configured = environment["XDG_CONFIG_HOME"] ?? "";
  if (configured === "" || configured === usual) return usual;
  if (!isAbsolute(configured)) throw badConfigHome(configured, "is not an absolute path");
  const real = realPath(configured);
  const inside = strange
    .map(realPath)
    // A folder that holds the home folder is not a stranger's.
    .find((folder) => liesWithin(real, folder) && !liesWithin(realPath(home), folder));
  if (inside === undefined) return configured;
  throw badConfigHome(configured, `lies in ${inside}, which the operator may not have written`);
}

function badConfigHome(value: string, why: string): SandboxError {
  return new SandboxError("policy", `XDG_CONFIG_HOME ${JSON.stringify(value)} ${why}`, {
    hint: "unset XDG_CONFIG_HOME, or point it to a folder of yours such as ~/.config",
  });
}

function refuse(path: string, reason: string, hint: string): never {
  throw new SandboxError("policy", `The operator's ceiling was not applied, so nothing runs: ${path} ${reason}`, {
    hint,
  });
}
