import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import type { Model } from "./reference.ts";

export type Random = (below: number) => number;

const NAMES = ["a", "b", "c", "ab"];

/** A random tree of folders, files and links; links point about, also out of it and to names that do not exist. */
export function randomTree(random: Random, base: string, depth = 4): Model {
  const folder = new Map<string, Model>();
  for (const name of NAMES) {
    const choice = random(10);
    if (choice < 4 && depth > 0) folder.set(name, randomTree(random, base, depth - 1));
    else if (choice < 6) folder.set(name, { content: `inside ${random(1_000_000)}` });
    else if (choice < 9) folder.set(name, { target: randomPath(random, base) });
  }
  return folder;
}

/** A path of a guest or of a link: absolute or not, with dots, doubled and last slashes. */
export function randomPath(random: Random, base: string): string {
  const names = Array.from({ length: 1 + random(4) }, () => (random(4) > 0 ? pick(random, NAMES) : pick(random, ODD)));
  const path = pick(random, STARTS).replace("BASE", base) + names.join("/") + pick(random, ENDS);
  return path === "" ? "." : path;
}

const ODD = ["..", "..", "..", ".", "", "grant", "secret"];
const INSIDE = "BASE/grant/";
const DETOURS = ["BASE/", "BASE//grant/./", "BASE/outside/../grant/", "BASE/grant/../"];
const STARTS = ["", "", "", INSIDE, INSIDE, INSIDE, ...DETOURS];
const ENDS = ["", "", "", "", "", "", "/", "/."];

export function layOutModel(path: string, model: Model): void {
  if ("content" in model) writeFileSync(path, model.content);
  else if ("target" in model) symlinkSync(model.target, path);
  else layOutFolder(path, model);
}

function layOutFolder(path: string, folder: ReadonlyMap<string, Model>): void {
  mkdirSync(path, { recursive: true });
  for (const [name, child] of folder) layOutModel(`${path}/${name}`, child);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random(from.length)] as T;
}
