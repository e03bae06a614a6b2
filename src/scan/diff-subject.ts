import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { readAtBase } from "../git/base-file.ts";
import { type Diff, prepareDiff } from "../git/diff.ts";
import { findRepository, type Repository } from "../git/repository.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Target } from "../skill/collect.ts";
import { joinRaw, type RawPath, rawPath } from "../skill/raw-path.ts";
import { looseFiles } from "./loose-files.ts";
import { type OperatorText, readOperatorFile, type Scanned, type Subject } from "./subject.ts";

export interface DiffRequest {
  /** A commit, as the operator names it. */
  readonly base: string;
  /** Only what lies at or below these, all in one repository. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly scan: (targets: readonly Target[]) => Promise<ScanReport>;
}

/**
 * The skills that a change touches, and what they were before.
 *
 * @param use What the base was is on disk only until it returns.
 * @throws SandboxError `usage` without repository or commit, `missing-backend` without git, `unreadable` when git fails
 */
export async function withDiff<T>(request: DiffRequest, use: (subject: Subject) => Promise<T>): Promise<T> {
  const repository = repositoryOf(request.paths);
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "wasm-sandbox-diff-"));
  try {
    const within = request.paths.map((path) => inRepository(repository, path));
    const diff = await prepareDiff({ repository, base: request.base, within, scratch });
    return await use(subjectOf(request, repository, diff, join(scratch, "base")));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function repositoryOf(paths: readonly string[]): Repository {
  const found = paths.map((path) => findRepository(existing(path)));
  const [first] = found;
  if (first === undefined) {
    throw new SandboxError("usage", `--diff: ${paths[0]} is in no git repository`, { hint: "name a folder of one" });
  }
  if (found.every((each) => each?.workTree === first.workTree)) return first;
  throw new SandboxError("usage", "--diff: the paths are not all in one repository", { hint: "scan each by itself" });
}

function existing(path: string): string {
  if (existsSync(path)) return path;
  throw new SandboxError("not-found", `cannot scan ${path}: no such file or folder`);
}

/** From the top of the work tree, as bytes. */
function inRepository({ workTree }: Repository, path: string): string {
  return Buffer.from(relative(workTree, realpathSync(path))).toString("latin1");
}

function subjectOf(request: DiffRequest, repository: Repository, diff: Diff, folder: string): Subject {
  return {
    read: (name) => readFromBase(request, repository, diff, name),
    scan: () => scanBoth(request, repository, diff, folder),
  };
}

/** A change must not bring the exceptions for what it adds: a file of the repository is read as the base has it. */
async function readFromBase(
  { base, cwd }: DiffRequest,
  repository: Repository,
  { place, commit }: Diff,
  name: string,
): Promise<OperatorText> {
  const found = await readAtBase(repository, place, commit, namesOf(resolve(cwd, name)));
  if (found === "outside") return readOperatorFile(name, cwd);
  if (found !== "missing") return { kind: "text", text: found.text };
  return {
    kind: "absent",
    note: `${name} is not in ${base}, and was not applied: a change cannot bring its own exceptions`,
  };
}

/** Under which names a file may be in the repository: a link on the way to it makes it no file of somewhere else. */
function namesOf(path: string): string[] {
  const folder = existsSync(dirname(path)) ? realpathSync(dirname(path)) : dirname(path);
  return [path, join(folder, basename(path)), ...(existsSync(path) ? [realpathSync(path)] : [])];
}

async function scanBoth(
  { base, cwd, scan }: DiffRequest,
  { workTree }: Repository,
  { touched }: Diff,
  folder: string,
): Promise<Scanned> {
  const paths = [...touched.skills, ...looseFiles(workTree, touched.files)].map((path) => path.replace(/\/$/, ""));
  return {
    report: await scan(paths.map((inside) => changed(shownPath(at(workTree, inside), rawPath(cwd)), inside))),
    base: {
      report: await scan(paths.map((inside) => changed(at(folder, inside), inside))),
      name: base,
      nameOf: (skill) => (skill === undefined ? undefined : join(folder, relative(workTree, resolve(cwd, skill)))),
    },
  };
}

function changed(path: RawPath, inside: string): Target {
  return { kind: "changed", path, inside };
}

/** `path` is bytes as latin1. */
function at(folder: string, path: string): RawPath {
  return path === "" ? rawPath(folder) : joinRaw(rawPath(folder), path);
}

/** As the user would type it. */
function shownPath(path: RawPath, cwd: RawPath): RawPath {
  const inside = relative(cwd, path);
  if (inside === "") return rawPath(".");
  return inside.startsWith("../") ? path : (inside as RawPath);
}
