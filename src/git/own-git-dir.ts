import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GitPlace, placeOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/**
 * A git folder of ours in `folder`, which has the repository's objects and index and none of its configuration: filters,
 * hooks and helpers that it names do not exist here, whatever its attributes say.
 *
 * @param base An object id of the repository: its length tells the kind of its hashes.
 */
export function ownGitDir(repository: Repository, folder: string, base: string): GitPlace {
  mkdirSync(join(folder, "refs"), { recursive: true });
  mkdirSync(join(folder, "objects"));
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/none\n");
  writeFileSync(join(folder, "config"), base.length === SHA256_DIGITS ? SHA256_CONFIG : CONFIG);
  return { ...placeOf(repository), gitDir: folder };
}

const SHA256_DIGITS = 64;
const CONFIG = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n";
const SHA256_CONFIG = "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\tobjectformat = sha256\n";
