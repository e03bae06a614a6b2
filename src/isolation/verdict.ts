import { readlinkSync, statSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { checkCacheFolder } from "../engine/cache/folder.ts";
import { removeFile } from "../engine/cache/remove-file.ts";
import { keepStamp, readStamp } from "../engine/cache/stamp.ts";
import type { Missing } from "./backend.ts";
import { bubblewrapBackend } from "./bubblewrap.ts";
import type { LaunchJob, LaunchPlan } from "./launcher.ts";
import { tryOut, tryOutJob } from "./try-out.ts";
import { userNamespaceState } from "./user-namespaces.ts";

/**
 * Whether bubblewrap works here. Trying costs a twentieth of a second, so that it did is kept beside the cache, as
 * everything that it depends on, and tried again when any of that changes. That it did not is never kept: failing is
 * quick, and a busy machine is no reason to run with less from then on. Who could forge the file could replace the cache too.
 */
export function bubblewrapWorks(job: LaunchJob, plan: LaunchPlan, cacheDir: string): Missing | undefined {
  checkCacheFolder(cacheDir);
  const file = verdictFile(cacheDir);
  const circumstances = circumstancesOf(job, plan);
  if (readStamp(file) === circumstances) return undefined;
  const trial = bubblewrapBackend.plan(tryOutJob(job));
  const failure = "missing" in trial ? trial : tryOut(trial);
  if (failure === undefined) keep(file, circumstances);
  return failure;
}

/** What was kept turned out to be wrong: the next run tries again. What is no stamp was not believed. */
export function forgetVerdict(cacheDir: string): void {
  const file = verdictFile(cacheDir);
  if (readStamp(file) !== undefined) removeFile(file);
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

/** A home that cannot be written costs the next run the trial again, and nothing else. */
function keep(file: string, circumstances: string): void {
  try {
    keepStamp(file, circumstances);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
