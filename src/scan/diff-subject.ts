import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { readAtBase } from "../git/base-file.ts";
import { type Diff, prepareDiff } from "../git/diff.ts";
import { findRepository, type Repository } from "../git/repository.ts";
import type { ScanReport } from "../scanner/report.ts";
import { looseFiles } from "./loose-files.ts";
import { type OperatorText, readOperatorFile, type Scanned, type Subject } from "./subject.ts";

export interface DiffRequest {
  /** A commit, as the operator names it. */
  readonly base: string;
  /** Only what lies at or below these, all in one repository. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly scanPaths: (paths: readonly string[]) => Promise<ScanReport>;
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
  const found = await readAtBase(repository, place, commit, resolve(cwd, name));
  if (found === "outside") return readOperatorFile(name, cwd);
  if (found !== "missing") return { kind: "text", text: found.text };
  return {
    kind: "absent",
    note: `${name} is not in ${base}, and was not applied: a change cannot bring its own exceptions`,
  };
}

async function scanBoth(
  { base, cwd, scanPaths }: DiffRequest,
  { workTree }: Repository,
  { touched }: Diff,
  folder: string,
): Promise<Scanned> {
  const loose = looseFiles(workTree, touched.files.filter((file) => cleanAncestor(file) === file).map(utf8));
  const paths = [...new Set([...touched.skills.map(cleanAncestor).map(utf8), ...loose.scanned])];
  const before = paths.map((path) => join(folder, path)).filter((path) => existsSync(path));
  return {
    report: await scanPaths(paths.map((path) => shownPath(resolve(workTree, path), cwd))),
    base: {
      report: await scanPaths(before),
      name: base,
      nameOf: (skill) => (skill === undefined ? undefined : join(folder, relative(workTree, resolve(cwd, skill)))),
    },
    notes: loose.notes,
  };
}

function utf8(path: string): string {
  return Buffer.from(path, "latin1").toString("utf8");
}

/** A folder whose name is no UTF-8 cannot be named as a target; a scan of the one above covers it. */
function cleanAncestor(path: string): string {
  const parts = path.split("/");
  const unclean = parts.findIndex((part) => utf8(part).includes("\u{fffd}"));
  return unclean < 0 ? path : parts.slice(0, unclean).join("/");
}

/** As the user would type it. */
function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  if (inside === "") return ".";
  return inside.startsWith("../") ? path : inside;
}
