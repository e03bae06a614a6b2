import { posix } from "node:path";

/** A folder of the model, a file's content, or a link's target. */
export type Model = Map<string, Model> | { readonly content: string } | { readonly target: string };

export type Answer = { readonly value: string } | { readonly reason: string } | { readonly rule: string };

/**
 * What a path of the guest means, worked out slowly and without a file system: on a model of the granted tree, with
 * strings. The walk must give the same answer on the real one.
 */
export function referenceAnswer(granted: Model, grant: string, cwd: string, path: string): Answer {
  const rest = below(grant, absolute(cwd, path));
  if (rest === undefined) return { rule: "default-deny" };
  return resolve(granted, grant, rest, lastName(path) === "");
}

/** The same path for the kernel: what lies before the grant is left out, because nobody looks there. */
export function kernelPath(grant: string, cwd: string, path: string): string {
  return [grant, ...(below(grant, absolute(cwd, path)) ?? [])].join("/");
}

function absolute(cwd: string, path: string): string {
  return path.startsWith("/") ? path : `${cwd}/${path}`;
}

function resolve(granted: Model, grant: string, start: readonly string[], onlyFolder: boolean): Answer {
  let [ahead, at, links, folder] = [[...start], "", 0, onlyFolder];
  while (ahead.length > 0) {
    const name = ahead.shift() ?? "";
    if (name === ".." && at === "") return { rule: "link-leaves-grant" };
    const next = name === ".." ? at.slice(0, at.lastIndexOf("/")) : `${at}/${name}`;
    const found = lookUp(granted, next);
    if (found === undefined) return { reason: "no such file or folder" };
    if ("target" in found) {
      if (++links > 40) return { reason: "too many symbolic links on the way" };
      const { target } = found;
      const expanded = target.startsWith("/") ? below(grant, target) : names(target);
      if (expanded === undefined) return { rule: "link-leaves-grant" };
      folder ||= ahead.length === 0 && lastName(target) === "";
      if (target.startsWith("/")) at = "";
      ahead = [...expanded, ...ahead];
      continue;
    }
    if ("content" in found && (ahead.length > 0 || folder)) return { reason: "not a folder" };
    at = next;
  }
  const end = lookUp(granted, at);
  return end !== undefined && "content" in end ? { value: end.content } : { reason: "is a folder" };
}

/** The names after the point from which on a path, read word by word, never leaves the grant. */
function below(grant: string, path: string): string[] | undefined {
  const all = names(path);
  const inside = all.map((_, index) => isInside(grant, posix.normalize(`/${all.slice(0, index + 1).join("/")}`)));
  if (inside.at(-1) !== true) return undefined;
  return all.slice(inside.lastIndexOf(false) + 2);
}

function isInside(grant: string, normal: string): boolean {
  return normal === grant || normal.startsWith(`${grant}/`) || normal === `${grant}/`;
}

function lookUp(granted: Model, path: string): Model | undefined {
  let model: Model | undefined = granted;
  for (const name of names(path)) model = model instanceof Map ? model.get(name) : undefined;
  return model;
}

function names(path: string): string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

/** Empty when the path can only mean a folder. */
function lastName(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "." ? "" : last;
}
