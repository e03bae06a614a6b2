import { SandboxError } from "../errors.ts";
import { type GitPlace, git } from "./git.ts";

/** One entry of a commit's tree. */
export interface TreeEntry {
  readonly kind: "file" | "link" | "submodule";
  readonly id: string;
}

/** What lies between a commit and the work tree. Paths are bytes as latin1, from the top of the work tree, with `/`. */
export interface Changes {
  /** Added, changed, deleted, renamed from or to; a folder that git does not look into ends with `/`. */
  readonly changed: ReadonlySet<string>;
  /** New name -> old name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Everything that the commit has. */
  readonly base: ReadonlyMap<string, TreeEntry>;
}

/**
 * Compares a commit with the work tree: what is staged, what is not, and files that git does not know yet.
 *
 * @throws SandboxError `unreadable` when git cannot
 */
export async function changesSince(place: GitPlace, base: string): Promise<Changes> {
  const tree = await ask(place, ["ls-tree", "-r", "-z", "--full-tree", base]);
  const compared = await ask(place, ["diff-index", "-z", "-M", "--name-status", "--ignore-submodules=dirty", base]);
  const untracked = await ask(place, ["ls-files", "-z", "--others", "--exclude-standard"]);
  return { ...readComparison(fields(compared), fields(untracked)), base: new Map(fields(tree).flatMap(readEntry)) };
}

async function ask(place: GitPlace, args: readonly string[]): Promise<Buffer> {
  const answer = await git(place, args);
  if (answer.kind === "done") return answer.out;
  throw new SandboxError("unreadable", `--diff: git ${args[0]} failed: ${answer.why}`);
}

/** Names end with a NUL each; they need not be UTF-8. */
function fields(output: Buffer): string[] {
  return output.toString("latin1").split("\0").slice(0, -1);
}

const KINDS: Readonly<Record<string, TreeEntry["kind"]>> = { "120000": "link", "160000": "submodule" };

/** `100644 blob ID\tPATH`. */
function readEntry(field: string): [string, TreeEntry][] {
  const match = /^(\d{6}) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(field);
  if (match === null) return [];
  const [, mode = "", id = "", path = ""] = match;
  return [[path, { kind: KINDS[mode] ?? "file", id }]];
}

/** A status and a path each, and after `R` and `C` two paths. */
function readComparison(
  compared: readonly string[],
  untracked: readonly string[],
): Pick<Changes, "changed" | "renamed"> {
  const changed = new Set(untracked);
  const renamed = new Map<string, string>();
  for (let at = 0; at < compared.length; ) {
    const status = compared[at++] ?? "";
    const from = compared[at++] ?? "";
    changed.add(from);
    if (!/^[RC]/.test(status)) continue;
    const to = compared[at++] ?? "";
    changed.add(to);
    if (status.startsWith("R")) renamed.set(to, from);
  }
  return { changed, renamed };
}
