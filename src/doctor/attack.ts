import type { GrantFlags } from "../policy/resolve.ts";
import type { RunResult } from "../run.ts";
import type { ProbeResult } from "./probe.ts";

export type Verdict = "contained" | "NOT contained" | "skipped";

export interface AttackResult {
  readonly verdict: Verdict;
  /** What was seen, in one line: why this is believed. */
  readonly evidence: string;
}

/** One thing that a hostile component does through the skill interface. */
export type GuestStep =
  | { readonly read: string }
  | { readonly write: string; readonly content: string }
  | { readonly get: string }
  /** Core instructions in the text format of WebAssembly. */
  | { readonly wat: string };

/** A portable attack: one file, and one line in `attacks/index.ts`. */
export interface Attack {
  /** Its row in SECURITY.md. */
  readonly id: string;
  readonly title: string;
  /**
   * The hostile component: steps, or the text of a whole component. The build makes `dist/attacks/ID.wasm` of it.
   * Undefined for an attack that needs none.
   */
  readonly guest?: readonly GuestStep[] | string;
  run(context: AttackContext): Promise<AttackResult>;
}

export interface GuestRun extends RunResult {
  /** How many of its requests the broker denied. */
  readonly denials: number;
}

export interface AttackContext {
  /** An empty folder of the attack's own, where the component's relative paths start. */
  readonly folder: string;
  /** Runs the attack's component with the real broker and guest process. */
  runGuest(flags: GrantFlags, limits?: { readonly timeoutMs?: number }): Promise<GuestRun>;
  /** What native code in a guest process could do, behind the walls that a run has here. */
  probe(): Promise<ProbeResult | string>;
}
