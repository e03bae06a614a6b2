import type { Section } from "../skill/contents/content.ts";
import type { Observation, Remark } from "./finding.ts";
import { EvidenceLines } from "./fingerprint.ts";
import type { SourceFile } from "./scanner.ts";
import { type FilePlace, fileOf, type Grounds } from "./skill-findings.ts";

/** A file that is given to the scanner, and where it belongs. */
export interface Waiting {
  readonly place: FilePlace;
  readonly source: SourceFile;
  /** Where its lines really stand, when it was put together from several places. */
  readonly sections: readonly Section[] | undefined;
  /** Words out of a binary: what they seem to say is often chance. */
  readonly loose: boolean;
}

export interface Citation {
  readonly remark: Remark;
  readonly place: FilePlace;
  readonly grounds: () => Grounds;
}

/** Turns the indexes of a scanner's answer into files and lines of code. */
export class Citations {
  readonly #files: readonly Waiting[];
  readonly #lines = new Map<number, EvidenceLines>();

  constructor(files: readonly Waiting[]) {
    this.#files = files;
  }

  cite(observation: Observation): Citation {
    const { file: _, flow: __, ...remark } = observation;
    const { place, line } = this.#whereIs(observation);
    const confidence = this.#file(observation.file).loose ? "low" : remark.confidence;
    return { remark: { ...remark, confidence, line }, place, grounds: () => this.#groundsOf(observation) };
  }

  /** What a finding rests on: its line and each step's, in full. */
  #groundsOf(observation: Observation): Grounds {
    const steps = observation.flow ?? [];
    const evidence = [observation, ...steps].flatMap((spot) => [this.#line(spot), spot.context]);
    if (observation.flow === undefined) return { evidence };
    const flow = steps.map((step) => {
      const { file: _, ...rest } = step;
      const { place, line } = this.#whereIs(step);
      return { ...fileOf(place), ...rest, line };
    });
    return { evidence, flow };
  }

  #whereIs({ file, line }: Spot): { readonly place: FilePlace; readonly line: number } {
    const { place, sections } = this.#file(file);
    const section = sections?.findLast(({ first }) => first <= line);
    if (section === undefined) return { place, line };
    return { place: within(place, section.path), line: line - section.first + 1 };
  }

  #line({ file, line }: Spot): string {
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

type Spot = Pick<Observation, "file" | "line">;

/** The place of a section: its path and that of the file differ at the end only. */
function within(place: FilePlace, path: string): FilePlace {
  const inside = path.slice(path.lastIndexOf("!/"));
  const { file } = place;
  return { ...place, path, file: file === undefined ? undefined : file.slice(0, file.lastIndexOf("!/")) + inside };
}
