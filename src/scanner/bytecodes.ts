import { looseWords } from "../skill/contents/binary.ts";
import { foreignIn, isUnchecked, sourcePathOf } from "./bytecode.ts";
import type { Waiting } from "./citations.ts";
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
  /** By where their source would be. */
  readonly #alone = new Map<string, Bytecode[]>();
  /** Sources of this skill that were scanned and are no longer held. */
  readonly #scanned = new Set<string>();

  constructor(record: SkillRecord) {
    this.#record = record;
  }

  add(place: FilePlace, bytes: Uint8Array): void {
    const source = sourcePathOf(place.path);
    const others = this.#alone.get(source);
    if (others === undefined) this.#alone.set(source, [{ place, bytes }]);
    else others.push({ place, bytes });
  }

  /** Holds those whose source is among these files against it; what is left to be read of them, one after the other. */
  compare(files: readonly SourceFile[]): Iterable<Waiting> {
    for (const { path } of files) if (path.endsWith(".py")) this.#scanned.add(path);
    const told = files.flatMap(({ path, content }) => {
      const compiled = this.#alone.get(path);
      this.#alone.delete(path);
      return compiled === undefined ? [] : this.#compareWith(content, compiled);
    });
    return wordsOfAll(told);
  }

  #compareWith(source: Uint8Array, compiled: readonly Bytecode[]): Bytecode[] {
    const foreign = foreignIn(
      compiled.map(({ bytes }) => bytes),
      source,
    );
    return compiled.filter((bytecode, index) => {
      const { names = [], hasWords = false } = foreign[index] ?? {};
      this.#tell(bytecode, names);
      return names.length > 0 || hasWords;
    });
  }

  /** At the end of the skill: the rest has no source, and is read itself, one after the other. */
  *close(): Generator<Waiting> {
    for (const [source, compiled] of this.#alone) {
      this.#alone.delete(source);
      for (const { place } of compiled) {
        if (this.#scanned.has(source)) this.#record.remark("bytecode-shipped", place, SHIPPED);
        else this.#record.remark("bytecode-without-source", place, `${SHIPPED}, and its source is not there`);
      }
      yield* wordsOfAll(compiled);
    }
  }

  #tell({ place, bytes }: Bytecode, foreign: readonly string[]): void {
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

function* wordsOfAll(bytecodes: readonly Bytecode[]): Generator<Waiting> {
  for (const each of bytecodes) yield* wordsOf(each);
}

function wordsOf({ place, bytes }: Bytecode): Waiting[] {
  return [...looseWords({ path: place.path, bytes }, bytes)].map(({ path, bytes: content }) => ({
    place: inside(place, path.slice(place.path.length)),
    source: { path, content },
    sections: undefined,
    loose: true,
  }));
}

function inside({ file, path, order }: FilePlace, rest: string): FilePlace {
  return { file: file === undefined ? undefined : file + rest, path: path + rest, order };
}
