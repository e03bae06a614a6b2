import { execFile } from "node:child_process";
import { SandboxError } from "../errors.ts";
import { systemProgram } from "../isolation/system-program.ts";
import type { Repository } from "./repository.ts";

/** What git is asked about, and with whose configuration. */
export interface GitPlace {
  readonly gitDir: string;
  readonly workTree: string;
  readonly objectsDir: string;
  readonly indexFile: string;
}

/** Configuration of the scanned repository is read for the names of commits only, and none of it can start a program. */
const SAFE = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.attributesFile=/dev/null",
  "core.excludesFile=/dev/null",
  "core.quotePath=false",
  "protocol.allow=never",
  "submodule.recurse=false",
].flatMap((setting) => ["-c", setting]);

const TIMEOUT_MS = 120_000;
const OUTPUT_BYTES = 256 * 1024 * 1024;

export type GitAnswer =
  | { readonly kind: "done"; readonly out: Buffer }
  | { readonly kind: "failed"; readonly why: string };

/**
 * Runs git with an environment of our own: no configuration of user or system, no pager, no prompt, no transport.
 *
 * @throws SandboxError `missing-backend` when there is no git that can be trusted
 */
export function git(place: GitPlace, args: readonly string[], input: string | Buffer = ""): Promise<GitAnswer> {
  const program = systemProgram("git");
  if (program === undefined) {
    throw new SandboxError("missing-backend", "--diff needs git, and there is none in the system's folders", {
      hint: "install git, for example: apt-get install git",
    });
  }
  const options = { cwd: "/", env: environment(place), encoding: "buffer", maxBuffer: OUTPUT_BYTES } as const;
  return new Promise((done) => {
    const limits = { ...options, timeout: TIMEOUT_MS, killSignal: "SIGKILL" } as const;
    const child = execFile(program, ["--no-pager", ...SAFE, ...args], limits, (error, out, err) => {
      done(error === null ? { kind: "done", out } : { kind: "failed", why: whyFailed(error, err) });
    });
    // A git that ends before it has read everything is judged by its exit code.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** The repository's own folder, for what only it knows: what its names mean. */
export function placeOf({ gitDir, commonDir, workTree }: Repository): GitPlace {
  return { gitDir, workTree, objectsDir: `${commonDir}/objects`, indexFile: `${gitDir}/index` };
}

function environment({ gitDir, workTree, objectsDir, indexFile }: GitPlace): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin",
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_DIR: gitDir,
    GIT_WORK_TREE: workTree,
    GIT_OBJECT_DIRECTORY: objectsDir,
    GIT_INDEX_FILE: indexFile,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_LITERAL_PATHSPECS: "1",
  };
}

function whyFailed(error: Error & { killed?: boolean }, err: Buffer): string {
  if (error.killed === true) return `git did not finish within ${TIMEOUT_MS / 1000} s`;
  return err.toString("utf8").trim().split("\n")[0] || error.message;
}
