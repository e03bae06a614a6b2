import { relative } from "node:path";
import { type GitPlace, git } from "./git.ts";
import type { Repository } from "./repository.ts";

/**
 * A file of the operator as the base has it: a change must not bring the exceptions for what it adds.
 *
 * @param names Absolute paths of the file; that which lies in the work tree counts.
 * @returns its text; `outside` for a file that is not in the repository, `missing` for one that the base does not have
 */
export async function readAtBase(
  repository: Repository,
  place: GitPlace,
  commit: string,
  names: readonly string[],
): Promise<{ readonly text: string } | "outside" | "missing"> {
  const inside = names
    .map((name) => relative(repository.workTree, name))
    .find((path) => !path.startsWith("../") && !path.startsWith("/"));
  if (inside === undefined) return "outside";
  const answer = await git(place, ["cat-file", "blob", `${commit}:${inside}`]);
  return answer.kind === "done" ? { text: answer.out.toString("utf8") } : "missing";
}
