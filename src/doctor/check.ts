import type { Installation } from "../installation.ts";
import type { ProbeResult } from "./probe.ts";

/** How much of a promise this machine gives. */
export type State = "holds" | "weaker" | "absent";

export interface Finding {
  readonly state: State;
  readonly detail: string;
  /** What would make it hold. */
  readonly fix?: string | undefined;
}

/** One thing that `doctor` looks at, by trying it. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** Without it nothing can be run at all: `doctor` then ends as for a missing backend. */
  readonly needed?: boolean;
  look(machine: Machine): Finding | Promise<Finding>;
}

/** What checks look at. */
export interface Machine {
  readonly installation: Installation;
  /** The current folder, which is nobody's to trust. */
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What a process of ours could do behind the walls of `process`, without Node's help: tried once for all checks. */
  nativeProbe(): Promise<ProbeResult | string>;
}
