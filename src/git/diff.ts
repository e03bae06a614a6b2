import { lstatSync, readdirSync } from "node:fs";
import { joinRaw, pathBytes, rawPath } from "../skill/raw-path.ts";
import { baseCommit } from "./base-commit.ts";
import { type Changes, changesSince } from "./changes.ts";
import type { GitPlace } from "./git.ts";
import { ownGitDir } from "./own-git-dir.ts";
import type { Repository } from "./repository.ts";
import { type Sides, skillsTouched, type Touched } from "./skills-touched.ts";
import { formerFiles, writeSnapshot } from "./snapshot.ts";

/** What a change touches, and what that was before. */
export interface Diff {
  readonly touched: Touched;
  readonly changes: Changes;
  readonly place: GitPlace;
  /** Object id of the commit that the change started from. */
  readonly commit: string;
}

export interface DiffRequest {
  readonly repository: Repository;
  /** A commit, as the operator names it. */
  readonly base: string;
  /** Only what lies at or below one of these, from the top of the work tree, as latin1; the empty path is everything. */
  readonly within: readonly string[];
  /** An empty folder of ours. */
  readonly scratch: string;
}

/** Finds the skills that a change touches, and writes into `scratch/base` what they were. */
export async function prepareDiff({ repository, base, within, scratch }: DiffRequest): Promise<Diff> {
  const commit = await baseCommit(repository, base);
  const place = ownGitDir(repository, `${scratch}/git`, commit);
  const changes = await changesSince(place, commit);
  const changed = [...changes.changed].filter((path) => within.some((each) => isWithin(path, each)));
  const touched = skillsTouched(changed, sidesOf(repository.workTree, changes));
  await writeSnapshot(place, formerFiles(changes, touched), `${scratch}/base`);
  return { touched, changes, place, commit };
}

function isWithin(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

function sidesOf(workTree: string, { base }: Changes): Sides {
  const former = new Set([...base.keys()].filter((path) => isSkillFile(nameOf(path))).map(folderOf));
  const now = new WorkTree(workTree);
  return {
    isSkillNow: (folder) => now.hasSkillFile(folder),
    wasSkill: (folder) => former.has(folder),
    isFolderNow: (folder) => now.isFolder(folder),
    existsNow: (path) => now.has(path),
  };
}

/** What is there now, by its own name: a link in the place of a folder leads wherever the change wants. */
class WorkTree {
  readonly #top: string;
  readonly #isFolder = new Map<string, boolean>([["", true]]);
  readonly #isSkill = new Map<string, boolean>();

  constructor(top: string) {
    this.#top = top;
  }

  has(path: string): boolean {
    const plain = path.replace(/\/$/, "");
    return this.isFolder(folderOf(plain)) && this.#look(plain) !== undefined;
  }

  hasSkillFile(folder: string): boolean {
    const known = this.#isSkill.get(folder);
    if (known !== undefined) return known;
    const found = this.isFolder(folder) && readdirSync(this.#bytes(folder), { encoding: "latin1" }).some(isSkillFile);
    this.#isSkill.set(folder, found);
    return found;
  }

  isFolder(folder: string): boolean {
    const known = this.#isFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.isFolder(folderOf(folder)) && this.#look(folder)?.isDirectory() === true;
    this.#isFolder.set(folder, found);
    return found;
  }

  #look(path: string) {
    return lstatSync(this.#bytes(path), { throwIfNoEntry: false });
  }

  #bytes(path: string): Buffer {
    return pathBytes(joinRaw(rawPath(this.#top), path));
  }
}

function isSkillFile(name: string): boolean {
  return name.toLowerCase() === "skill.md";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
