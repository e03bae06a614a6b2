import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { posix } from "node:path";
import type { Root } from "./paths-roots.ts";

export type Answer =
  /** `real` is where the kernel says that it is; `names` counts its hard links. */
  | { readonly kind: "file"; readonly real: string; readonly names: number }
  | { readonly kind: "folder"; readonly real: string }
  | { readonly kind: "vacant"; readonly real: string }
  | { readonly kind: "denied"; readonly rule: string }
  | { readonly kind: "failed"; readonly reason: string };

interface Question {
  readonly grants: readonly Root[];
  readonly cwd: string;
  readonly path: string;
}

/**
 * What a guest's path leads to, on the real file system, slowly and by strings: the rules of ARCHITECTURE.md in the
 * order of their words. A path lies in the grant that its spelling, `..` taken back, names most exactly. From where it
 * last enters the grant each name is looked at, and no step may leave. A relative link goes on from where it is, an
 * absolute one is a path like the guest's, which must lie in the same grant.
 */
export function resolveSlowly({ grants, cwd, path }: Question): Answer {
  const absolute = path.startsWith("/") ? path : `${cwd}/${path}`;
  const grant = covering(absolute, grants);
  if (grant === undefined) return denied("default-deny");
  const { folder, only, reason } = grant.grant;
  if (folder === undefined) return failed(reason);
  const names = namesOf(absolute).slice(grant.entry);
  return walk(grant.grant, folder, only === undefined ? names : [only, ...names], isFolderOnly(path), 0);
}

function walk(grant: Root, start: string, names: readonly string[], folderOnly: boolean, links: number): Answer {
  let here = start;
  for (const [index, name] of names.entries()) {
    const rest = names.slice(index + 1);
    if (name === ".." && here === grant.folder) return denied("link-leaves-grant");
    if (name === "..") {
      here = posix.dirname(here);
      continue;
    }
    const next = `${here}/${name}`;
    const stats = lstatSync(next, { throwIfNoEntry: false });
    if (stats === undefined) {
      return rest.length > 0 || folderOnly ? failed("no such file or folder") : { kind: "vacant", real: next };
    }
    if (stats.isSymbolicLink()) {
      const target = grant.only === undefined ? readlinkSync(next) : undefined;
      return target === undefined
        ? denied("link-leaves-grant")
        : follow(grant, here, target, rest, folderOnly, links + 1);
    }
    if (!stats.isDirectory()) {
      if (rest.length > 0 || folderOnly) return failed("not a folder");
      return realpathSync(next) === next
        ? { kind: "file", real: next, names: stats.nlink }
        : failed("the reference is wrong");
    }
    here = next;
  }
  return { kind: "folder", real: here };
}

function follow(
  grant: Root,
  here: string,
  target: string,
  rest: readonly string[],
  folderOnly: boolean,
  links: number,
): Answer {
  if (links > MAX_LINKS) return failed("too many symbolic links on the way");
  const isFolder = folderOnly || (rest.length === 0 && isFolderOnly(target));
  if (!target.startsWith("/")) return walk(grant, here, [...namesOf(target), ...rest], isFolder, links);
  const inside = covering(target, [grant]);
  if (inside === undefined) return denied("link-leaves-grant");
  return walk(grant, grant.folder ?? "", [...namesOf(target).slice(inside.entry), ...rest], isFolder, links);
}

/** As Linux counts (path_resolution(7)). */
const MAX_LINKS = 40;

/** The grant of that path, first by its spelled name, and after how many names the path is inside it for good. */
function covering(path: string, grants: readonly Root[]): { readonly grant: Root; readonly entry: number } | undefined {
  for (const by of ["spelled", "real"] as const) {
    const inside = grants.filter((grant) => isInside(posix.normalize(`${path}/`), grant[by]));
    const [grant] = inside.sort((one, other) => namesOf(other[by]).length - namesOf(one[by]).length);
    if (grant !== undefined) return { grant, entry: entryInto(grant[by], namesOf(path)) };
  }
  return undefined;
}

/** The first number of names after which the path is at the folder or below it, there and after every later name. */
function entryInto(folder: string, names: readonly string[]): number {
  const insides = names.map((_, index) =>
    isInside(posix.normalize(`/${names.slice(0, index + 1).join("/")}/`), folder),
  );
  return insides.lastIndexOf(false) + 2;
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function namesOf(path: string): string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

function isFolderOnly(path: string): boolean {
  return /(^|\/)\.?$/.test(path);
}

function denied(rule: string): Answer {
  return { kind: "denied", rule };
}

function failed(reason: string): Answer {
  return { kind: "failed", reason };
}
