import type { Readable } from "node:stream";
import type { AskPerson, CapabilityDecision } from "../broker/broker.ts";
import type { ChangedFile } from "../broker/files/change-list.ts";
import type { NetworkSeams } from "../broker/network/network.ts";
import type { Installation } from "../installation.ts";
import type { Isolation } from "../isolation/index.ts";
import type { Grants } from "../policy/grants.ts";
import type { Limits } from "../policy/limits.ts";
import type { RunFacts } from "./facts.ts";
import type { Outcome } from "./outcome.ts";

export interface RunRequest {
  /** Path of the component. */
  readonly component: string;
  /** Call a scanner with this code instead of running a skill. */
  readonly scanCode?: string | undefined;
  /** Call a scanner with these files instead of running a skill. */
  readonly scanSkill?: readonly { readonly path: string; readonly content: string }[] | undefined;
  /** Call this function instead of what the component runs by itself: WAVE text, "name(value, ...)". */
  readonly invoke?: string | undefined;
  readonly grants: Grants;
  /** What was asked for and is not in the grants, because an operator's ceiling or the skill's manifest caps it. */
  readonly capped?: readonly string[] | undefined;
  /** Policy files, existing or not, that no grant reaches. */
  readonly files?: readonly string[] | undefined;
  readonly limits: Limits;
  /** Where relative guest paths start. */
  readonly cwd: string;
  readonly installation: Installation;
  /** Append one line per decision to this file, before its effect. */
  readonly auditLog?: string | undefined;
  /** Arguments of a WASI program, without its own name. */
  readonly args?: readonly string[] | undefined;
  /** The guest's standard input, opened when it first reads it; without one it is at its end. */
  readonly stdin?: (() => Readable | undefined) | undefined;
  /** Virtual clock, seeded random numbers, sorted listings: two runs give the same output. */
  readonly deterministic?: boolean | undefined;
  /** How the guest process is confined; `auto`, the default, is the strictest way that works here. */
  readonly isolation?: Isolation | undefined;
  /** Refuse to run without walls of the operating system around the guest process. */
  readonly requireWalls?: boolean | undefined;
  /** Look at the guest process's memory before it is killed, for `RunFacts.peakResidentBytes`. */
  readonly measureMemory?: boolean | undefined;
  /** Asks a person about a denial that a flag could lift, and waits; without it a denial stands. */
  readonly ask?: AskPerson | undefined;
  /** Ends the run; its reason is the signal's name. */
  readonly signal?: AbortSignal | undefined;
  readonly networkSeams?: NetworkSeams | undefined;
}

/** What happens while the run goes on, for whoever shows it. */
export interface RunObserver {
  onDecision?(decision: CapabilityDecision): void;
  onOutput?(stream: "stdout" | "stderr", chunk: Buffer): void;
}

export interface RunResult {
  readonly outcome: Outcome;
  readonly run: string;
  readonly name: string;
  readonly digest: string;
  /** What really holds around the guest process, for example "landlock:7 seccomp". */
  readonly walls: string;
  /** Units of fuel; undefined when it was not counted, or when the guest process was killed before it could say. */
  readonly fuelUsed: number | undefined;
  /** The first of them. */
  readonly changedFiles: readonly ChangedFile[];
  /** How many changes more there were. */
  readonly changesOmitted: number;
  /** What costs the next run time and the user can mend, for example a cache that cannot be written. */
  readonly notes: readonly string[];
  /** Hash of the last audit line of this run; undefined without a log. */
  readonly auditHead: string | undefined;
  readonly facts: RunFacts;
}
