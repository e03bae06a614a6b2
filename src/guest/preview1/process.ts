import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";

export function processCalls({ start }: Host) {
  return {
    proc_exit(code: number) {
      start.exit(code);
    },
    /** There are no signals. */
    proc_raise() {
      throw new Failure("notsup");
    },
    /** There is nobody to yield to. */
    sched_yield() {},
  };
}
