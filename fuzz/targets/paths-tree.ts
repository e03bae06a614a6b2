import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

export interface Planted {
  readonly at: string;
  readonly kind: "folder" | "file" | "link" | "hard link";
  readonly target?: string;
}

/** By path: what is there. */
export type Snapshot = Map<string, string>;

/** Folders that exist whatever the tree says, and a file outside that hard links lead to; then what there is room for. */
export function layOut(base: string, tree: readonly Planted[]): void {
  const folders = new Set(["grant", "other", "outside", "grant-a"]);
  for (const name of folders) mkdirSync(join(base, name));
  symlinkSync(join(base, "grant"), join(base, "link"));
  for (const name of ["outside/secret", "outside/a", "grant-a/a"]) writeFileSync(join(base, name), `OUTSIDE ${name}`);
  for (const item of tree) {
    const hasRoom = folders.has(dirname(item.at)) && !isTaken(join(base, item.at));
    if (hasRoom) plant(base, item);
    if (hasRoom && item.kind === "folder") folders.add(item.at);
  }
}

export function snapshot(folder: string): Snapshot {
  const all: Snapshot = new Map();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stats = lstatSync(path);
    if (stats.isDirectory())
      for (const [below, what] of [[path, "folder"], ...snapshot(path)] as const) all.set(below, what);
    else all.set(path, stats.isSymbolicLink() ? `link ${readlinkSync(path)}` : `file ${readFileSync(path, "utf8")}`);
  }
  return all;
}

function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function plant(base: string, { at, kind, target = "" }: Planted): void {
  const path = join(base, at);
  if (kind === "folder") mkdirSync(path);
  else if (kind === "file") writeFileSync(path, `inside ${at}`);
  else if (kind === "hard link") linkSync(join(base, "outside/secret"), path);
  else if (target !== "") symlinkSync(target.replace("BASE", base), path);
}
