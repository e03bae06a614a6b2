import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { checkCacheFolder, makeCacheFolder } from "../engine/cache/folder.ts";
import type { Missing } from "./backend.ts";
import { bubblewrapBackend } from "./bubblewrap.ts";
import type { LaunchJob, LaunchPlan } from "./launcher.ts";
import { tryOut, tryOutJob } from "./try-out.ts";
import { userNamespaceState } from "./user-namespaces.ts";

/**
 * Whether bubblewrap works here. Trying costs a twentieth of a second, so what was found is kept beside the cache, together with
 * everything that it depends on, and tried again when any of that changes. Who could forge it could replace the cache too.
 */
export function bubblewrapWorks(job: LaunchJob, plan: LaunchPlan, cacheDir: string): Missing | undefined {
  checkCacheFolder(cacheDir);
  const file = verdictFile(cacheDir);
  const circumstances = circumstancesOf(job, plan);
  const known = recall(file, circumstances);
  if (known !== undefined) return known === "works" ? undefined : known;
  const trial = bubblewrapBackend.plan(tryOutJob(job));
  const found = "missing" in trial ? trial : tryOut(trial);
  keep(cacheDir, { circumstances, verdict: found ?? "works" });
  return found;
}

/** What was kept turned out to be wrong: the next run tries again. */
export function forgetVerdict(cacheDir: string): void {
  rmSync(verdictFile(cacheDir), { force: true });
}

interface Verdict {
  readonly circumstances: string;
  readonly verdict: "works" | Missing;
}

function verdictFile(cacheDir: string): string {
  return join(cacheDir, "isolation-bubblewrap");
}

/** A container shares our home and not our namespaces; an upgrade of bwrap or the kernel changes what works. */
function circumstancesOf({ engine, distDir }: LaunchJob, { command }: LaunchPlan): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(command, { bigint: true });
  const namespaces = ["user", "mnt"].map((kind) => readlinkSync(`/proc/self/ns/${kind}`));
  const user = `${process.getuid?.()}:${process.getgid?.()}`;
  return [command, dev, ino, size, mtimeNs, ctimeNs, release(), userNamespaceState(), user, ...namespaces]
    .concat(engine.path, distDir)
    .join(" ");
}

/** What was kept for exactly these circumstances; whatever else is there is as good as nothing. */
function recall(file: string, circumstances: string): Verdict["verdict"] | undefined {
  const kept = parse(read(file));
  return kept?.circumstances === circumstances ? kept.verdict : undefined;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}

function parse(text: string): Verdict | undefined {
  try {
    const { circumstances, verdict } = (JSON.parse(text) ?? {}) as Partial<Verdict>;
    const isMissing =
      typeof verdict === "object" && [verdict.missing, verdict.fix].every((word) => typeof word === "string");
    if (circumstances === undefined || (verdict !== "works" && !isMissing)) return undefined;
    return { circumstances, verdict };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A home that cannot be written costs the next run the trial again, and nothing else. */
function keep(cacheDir: string, verdict: Verdict): void {
  const file = verdictFile(cacheDir);
  try {
    makeCacheFolder(cacheDir);
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(verdict), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
