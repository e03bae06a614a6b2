import type { LaunchJob, LaunchPlan } from "./launcher.ts";

/** One way to confine a process of ours. */
export interface Backend {
  readonly name: LaunchPlan["isolation"];
  /** What it withholds, in one line for people. */
  readonly gives: string;
  /** Pure but for looking where the system's programs are; whether the plan really works here, only trying it tells. */
  plan(job: LaunchJob): LaunchPlan | Missing;
}

/** Why a backend cannot be used on this machine, and what to do about it. */
export interface Missing {
  readonly missing: string;
  readonly fix: string;
}
