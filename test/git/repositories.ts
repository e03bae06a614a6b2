import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tree } from "../scan/support/tree.ts";

const ENV = {
  PATH: "/usr/bin:/bin",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@a.example",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@a.example",
};

export function runGit(root: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", root, ...args], { env: ENV, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A repository with one commit, tagged `base`. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = tree(files);
  runGit(root, "init", "-q", "-b", "main");
  commit(root, {});
  runGit(root, "tag", "base");
  return root;
}

/** Writes and removes files, and commits. */
export function commit(root: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(root, path), { recursive: true });
    else {
      execFileSync("mkdir", ["-p", join(root, path, "..")]);
      writeFileSync(join(root, path), text);
    }
  }
  runGit(root, "add", "-A");
  runGit(root, "commit", "-q", "--allow-empty", "-m", "x");
}
