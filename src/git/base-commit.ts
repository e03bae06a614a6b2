import { SandboxError } from "../errors.ts";
import { git, placeOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/**
 * The commit from which a change started: where `base` and HEAD part, or `base` itself where their common history is
 * not here. Its object id.
 *
 * @throws SandboxError `usage` when there is no such commit
 */
export async function baseCommit(repository: Repository, base: string): Promise<string> {
  const [from, head] = [await commitOf(repository, base), await commitOf(repository, "HEAD")];
  if (from === undefined) {
    throw new SandboxError("usage", `--diff: there is no commit '${base}' in ${repository.workTree}`, {
      hint: "name a commit, branch or tag; in CI fetch it first (actions/checkout: fetch-depth: 0)",
    });
  }
  if (head === undefined) return from;
  const parted = await git(placeOf(repository), ["merge-base", from, head]);
  const id = parted.kind === "done" ? parted.out.toString("latin1").trim() : "";
  return OBJECT_ID.test(id) ? id : from;
}

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

async function commitOf(repository: Repository, name: string): Promise<string | undefined> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const answer = await git(placeOf(repository), args);
  const id = answer.kind === "done" ? answer.out.toString("latin1").trim() : "";
  return OBJECT_ID.test(id) ? id : undefined;
}
