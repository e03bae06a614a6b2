import { readFileSync } from "node:fs";
import type { Engine } from "../isolation/engine.ts";
import type { IsolatedPlan, Isolation } from "../isolation/index.ts";
import type { LaunchPlan } from "../isolation/launcher.ts";

/** How a run went, beside its outcome: what `run --verbose` shows. */
export interface RunFacts {
  readonly isolation: {
    readonly asked: Isolation;
    readonly used: LaunchPlan["isolation"];
    readonly passedOver: IsolatedPlan["passedOver"];
  };
  readonly engine: Engine;
  /** The prepared component came out of the cache; undefined when the run ended before that was known. */
  readonly cached: boolean | undefined;
  readonly times: Times;
  readonly hostCalls: number;
  /** The most that the guest process had in memory, in bytes; undefined where the system does not tell, or it ended by itself. */
  readonly peakResidentBytes: number | undefined;
}

/** Durations in milliseconds; undefined for what the run did not come to. */
export interface Times {
  /** From the start of the guest process until its walls stood. */
  readonly walls: number | undefined;
  /** From the start of the guest process, which boots meanwhile, until the component was ready for it. */
  readonly prepare: number | undefined;
  /** From the moment the guest process was given the component until the end: loading, and the guest itself. */
  readonly guest: number | undefined;
}

type Mark = "started" | "walled" | "prepared" | "sent" | "ended";

/** When each step of a run was first reached. */
export class Timeline {
  readonly #at = new Map<Mark, number>();

  reached(mark: Mark): void {
    if (!this.#at.has(mark)) this.#at.set(mark, performance.now());
  }

  times(): Times {
    return {
      walls: this.#between("started", "walled"),
      prepare: this.#between("started", "prepared"),
      guest: this.#between("sent", "ended"),
    };
  }

  #between(first: Mark, second: Mark): number | undefined {
    const [from, to] = [this.#at.get(first), this.#at.get(second)];
    return from === undefined || to === undefined ? undefined : to - from;
  }
}

/** The peak resident size of the innermost process below one of ours: bubblewrap stands between us and the guest process. */
export function peakResidentBytes(pid: number | undefined): number | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  try {
    const child = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim();
    if (child !== "") return peakResidentBytes(Number(child.split(" ")[0]));
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    // It is gone already, and its figures with it.
    return undefined;
  }
}
