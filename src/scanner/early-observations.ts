import type { Waiting } from "./citations.ts";
import type { Observation } from "./finding.ts";

/**
 * What was seen in files that are scanned once more. It is told at once, because only beside the other files could it be
 * seen where a flow comes from; what the next scan sees again is not told twice.
 */
export class EarlyObservations {
  readonly #told = new Map<Waiting, Set<string>>();

  /** Those that were not told before; `later` are the files that are scanned once more. */
  newOf(
    observations: readonly Observation[],
    files: readonly Waiting[],
    later: ReadonlySet<Waiting> | undefined,
  ): Observation[] {
    const found = observations.map((observation) => ({ observation, file: files[observation.file] }));
    const told = found.filter(({ observation, file }) => {
      if (file === undefined) return true;
      if (this.#told.get(file)?.has(keyOf(observation)) === true) return false;
      // What was not understood is told by the scan that understands the most.
      return later?.has(file) !== true || observation.category !== "unanalysable";
    });
    for (const { observation, file } of told)
      if (file !== undefined && later?.has(file) === true) this.#remember(file, observation);
    return told.map(({ observation }) => observation);
  }

  #remember(file: Waiting, observation: Observation): void {
    const keys = this.#told.get(file) ?? new Set();
    this.#told.set(file, keys.add(keyOf(observation)));
  }
}

function keyOf({ rule, line, column }: Observation): string {
  return `${rule} ${line} ${column}`;
}
