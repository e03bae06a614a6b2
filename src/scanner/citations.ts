import type { Observation } from "./finding.ts";
import { EvidenceLines } from "./fingerprint.ts";
import type { SourceFile } from "./scanner.ts";
import type { FilePlace, Grounds } from "./skill-findings.ts";

/** A file that was given to the scanner, and where it belongs. */
export interface Waiting {
  readonly place: FilePlace;
  readonly source: SourceFile;
}

/** Turns the indexes of a scanner's answer into files and lines of code. */
export class Citations {
  readonly #files: readonly Waiting[];
  readonly #lines = new Map<number, EvidenceLines>();

  constructor(files: readonly Waiting[]) {
    this.#files = files;
  }

  placeOf({ file }: Pick<Observation, "file">): FilePlace {
    return this.#file(file).place;
  }

  /** What a finding rests on: its line and each step's, in full. */
  groundsOf(observation: Observation): Grounds {
    const steps = observation.flow ?? [];
    const evidence = [observation, ...steps].flatMap((spot) => [this.#line(spot), spot.context]);
    if (observation.flow === undefined) return { evidence };
    return { evidence, flow: steps.map(({ file, ...step }) => ({ ...fileOf(this.#file(file).place), ...step })) };
  }

  #line({ file, line }: Pick<Observation, "file" | "line">): string {
    const known = this.#lines.get(file) ?? new EvidenceLines(this.#file(file).source.content);
    this.#lines.set(file, known);
    return known.digestOf(line);
  }

  #file(index: number): Waiting {
    const file = this.#files[index];
    if (file === undefined) throw new RangeError(`there is no file ${index}`);
    return file;
  }
}

/** The key is left out where there is no file. */
export function fileOf({ file }: FilePlace): { file?: string } {
  return file === undefined ? {} : { file };
}
