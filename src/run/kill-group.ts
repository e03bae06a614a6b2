import type { ChildProcess } from "node:child_process";

/** Ends a guest. It leads a process group of its own, so that nothing it may have started outlives it. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // Gone already, or not yet a group leader: then the child itself is all there is.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") child.kill("SIGKILL");
    else throw error;
  }
}
