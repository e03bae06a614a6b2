import type { Arbitrary } from "fast-check";

/** Something that takes hostile input, and what must hold for every input. */
export interface Target<T = unknown> {
  /** Names its folder in `fuzz/corpus/` and the choice on the command line. */
  readonly name: string;
  /** Values of JSON only, so that the corpus can keep them. */
  readonly inputs: Arbitrary<T>;
  /** Throws when a promise is broken. */
  check(input: T): Promise<void> | void;
  /** How many things one input tries; absent: one. */
  executions?(input: T): number;
  /** How many inputs the gate tries, beside the corpus: about a second. */
  readonly gateRuns: number;
}

export function defineTarget<T>(target: Target<T>): Target {
  return target as Target;
}
