import { Exit } from "../wasi/cli.ts";
import { Failure } from "./errno.ts";

export function processCalls() {
  return {
    proc_exit(code: number) {
      throw new Exit(code);
    },
    /** There are no signals. */
    proc_raise() {
      throw new Failure("notsup");
    },
    /** There is nobody to yield to. */
    sched_yield() {},
  };
}
