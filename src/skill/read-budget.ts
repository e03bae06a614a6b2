import { FIXED_LIMITS, MIB } from "../policy/limits.ts";
import type { FileRead } from "./read-file.ts";

export interface CollectLimits {
  readonly fileBytes: number;
  readonly skillBytes: number;
  /** Over all skills, because whoever made the folder also chose how many skills it has. */
  readonly totalBytes: number;
}

export const LIMITS: CollectLimits = {
  fileBytes: FIXED_LIMITS.scannedFileBytes,
  skillBytes: FIXED_LIMITS.skillBytes,
  totalBytes: 16 * FIXED_LIMITS.skillBytes,
};

export interface OverBudget {
  /** Too much was read already. */
  readonly kind: "over-budget";
  readonly reason: string;
}

/** Bytes read so far; once too many, the rest of the skill is not even opened. */
export class ReadBudget {
  readonly limits: CollectLimits;
  readonly #bySkill = new Map<string, number>();
  #total = 0;

  constructor(limits: CollectLimits) {
    this.limits = limits;
  }

  spent(skill: string): OverBudget | undefined {
    if ((this.#bySkill.get(skill) ?? 0) > this.limits.skillBytes) return over("skill", this.limits.skillBytes);
    return this.#total > this.limits.totalBytes ? over("folder", this.limits.totalBytes) : undefined;
  }

  charge(skill: string, read: FileRead): FileRead | OverBudget {
    if (read.kind !== "file") return read;
    this.#bySkill.set(skill, (this.#bySkill.get(skill) ?? 0) + read.bytes.length);
    this.#total += read.bytes.length;
    return this.spent(skill) ?? read;
  }
}

function over(what: string, bytes: number): OverBudget {
  return { kind: "over-budget", reason: `its ${what} has more than ${bytes / MIB} MiB` };
}
