import type { Backend, Missing } from "./backend.ts";
import { systemLibraries } from "./engine-files.ts";
import type { LaunchJob, LaunchPlan } from "./launcher.ts";
import { perlArguments } from "./process.ts";
import { systemProgram } from "./system-program.ts";

/**
 * Namespaces around the walls that the process puts up itself: a root that holds nothing but the engine, its libraries and
 * our files, under names that say nothing of the host; no /proc, no /dev, no network interface, no other process.
 * bwrap(1) of 0.5 and later (`--clearenv`).
 */
export const bubblewrapBackend = {
  name: "bubblewrap",
  gives: "an empty root, no network interface, no other process, and all of `process` inside",
  plan: planBubblewrap,
} satisfies Backend;

function planBubblewrap(job: LaunchJob): LaunchPlan | Missing {
  if (process.platform !== "linux") {
    return { missing: `bubblewrap needs Linux, and this is ${process.platform}`, fix: "use --isolation=process" };
  }
  const bwrap = systemProgram("bwrap");
  if (bwrap === undefined) {
    return {
      missing: "bubblewrap is not installed: no bwrap that belongs to root in /usr/bin, /bin or /usr/local/bin",
      fix: "apt-get install bubblewrap",
    };
  }
  const perl = systemProgram("perl");
  if (perl === undefined) {
    return { missing: "perl is not installed, which puts up the walls inside", fix: "apt-get install perl-base" };
  }
  const args = [...NAMESPACES, ...binds(job, perl), "--remount-ro", "/", "--chdir", "/", "--", perl];
  return {
    command: bwrap,
    args: [...args, ...perlArguments(inside(job), ["parent=1", "within=bubblewrap"])],
    isolation: "bubblewrap",
    walls: "bubblewrap, landlock and seccomp",
  };
}

/**
 * Each namespace by name: bwrap fails where one cannot be made, but for cgroup, on which no promise rests. No `--new-session`: the process leads a
 * session without a terminal already, and another one would take it out of the group that is killed at the end.
 * No `--as-pid-1`: the kernel would ignore SIGXCPU there, which tells a reached limit from a crash.
 */
const NAMESPACES = [
  "--unshare-user",
  "--unshare-pid",
  "--unshare-net",
  "--unshare-ipc",
  "--unshare-uts",
  "--unshare-cgroup-try",
  "--die-with-parent",
  "--cap-drop",
  "ALL",
  "--clearenv",
  "--hostname",
  "sandbox",
  "--uid",
  "65534",
  "--gid",
  "65534",
];

const ENGINE = "/node";

function binds(job: LaunchJob, perl: string): string[] {
  const ours = [`${job.distDir}/launch.pl`, job.entry, ...(job.readable ?? [])];
  return [
    ...["/etc/ld.so.cache", ...systemLibraries()].flatMap((path) => ["--ro-bind-try", path, path]),
    ...["--ro-bind", perl, perl],
    ...["--ro-bind", job.engine.path, ENGINE],
    ...ours.flatMap((path) => ["--ro-bind", path, pathInside(job, path)]),
  ];
}

/** The same job by the names that its files have in the new root. */
function inside(job: LaunchJob): LaunchJob {
  return {
    ...job,
    engine: { ...job.engine, path: ENGINE },
    distDir: "",
    entry: pathInside(job, job.entry),
    readable: (job.readable ?? []).map((path) => pathInside(job, path)),
  };
}

function pathInside({ distDir }: LaunchJob, path: string): string {
  return path.startsWith(`${distDir}/`) ? path.slice(distDir.length) : path;
}
