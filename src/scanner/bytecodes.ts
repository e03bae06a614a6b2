import { foreignNames, isUnchecked, sourcePathOf } from "./bytecode.ts";
import type { SourceFile } from "./scanner.ts";
import type { FilePlace } from "./skill-findings.ts";
import type { SkillRecord } from "./skill-record.ts";

interface Bytecode {
  readonly place: FilePlace;
  readonly bytes: Uint8Array;
}

const SHIPPED = "the file is Python bytecode";

/** Python bytecode of one skill: what runs is the bytecode, and what is read is its source. */
export class Bytecodes {
  readonly #record: SkillRecord;
  #alone: Bytecode[] = [];
  /** Sources of this skill that were scanned and are no longer held. */
  readonly #scanned = new Set<string>();

  constructor(record: SkillRecord) {
    this.#record = record;
  }

  add(place: FilePlace, bytes: Uint8Array): void {
    this.#alone.push({ place, bytes });
  }

  /** Holds those whose source is among these files against it. */
  compare(files: readonly SourceFile[]): void {
    for (const { path } of files) if (path.endsWith(".py")) this.#scanned.add(path);
    if (this.#alone.length === 0) return;
    const sources = new Map(files.map(({ path, content }) => [path, content]));
    this.#alone = this.#alone.filter((bytecode) => {
      const source = sources.get(sourcePathOf(bytecode.place.path));
      if (source !== undefined) this.#tell(bytecode, source);
      return source === undefined;
    });
  }

  /** At the end of the skill: the rest has no source. */
  close(): void {
    for (const { place } of this.#alone) {
      if (this.#scanned.has(sourcePathOf(place.path))) this.#record.remark("bytecode-shipped", place, SHIPPED);
      else this.#record.remark("bytecode-without-source", place, `${SHIPPED}, and its source is not there`);
    }
  }

  #tell({ place, bytes }: Bytecode, source: Uint8Array): void {
    const foreign = foreignNames(bytes, source);
    if (foreign.length > 0) {
      const names = foreign.join(", ");
      this.#record.remark(
        "bytecode-differs",
        place,
        `the file is Python bytecode with names that its source lacks: ${names}`,
      );
    } else if (isUnchecked(bytes))
      this.#record.remark(
        "bytecode-unchecked",
        place,
        "the file is Python bytecode that is run whatever its source says",
      );
    else this.#record.remark("bytecode-shipped", place, SHIPPED);
  }
}
