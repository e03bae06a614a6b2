import type { Operation, Source, ValueTest } from "../match.ts";
import { ENV_FILE } from "../vocabulary/places.ts";

/** Values carry their labels as the bits of one 64-bit word; the engine has the highest for itself: see PARAMETER. */
const MAX_LABELS = 63;

type LabelTest = Extract<ValueTest, { kind: "from" | "matches" }>;

/** Gives a bit to each source and each list of patterns that some condition asks for. */
export class Labels {
  readonly sources = new Map<Source, number>();
  readonly patterns = new Map<string, { readonly bit: number; readonly patterns: readonly RegExp[] }>();

  bitOf(test: LabelTest): number {
    return test.kind === "from" ? this.#ofSource(test.source) : this.#ofPatterns(test.patterns);
  }

  /** The bits that an operation of the engine sets. */
  bitsOfOperation(operation: Operation): number[] {
    return [...this.sources].filter(([source]) => source.operation === operation).map(([, bit]) => bit);
  }

  /** The bits of sources in the scanned code, and of patterns. */
  tracedBits(): number[] {
    const sources = [...this.sources].filter(([source]) => source.operation === undefined);
    return [...sources.map(([, bit]) => bit), ...this.patternBits()];
  }

  /** The bits of patterns. */
  patternBits(): number[] {
    return [...this.patterns.values()].map(({ bit }) => bit);
  }

  /** The bits of sources that do not go through unknown functions. */
  exactBits(): number[] {
    return [...this.sources].filter(([source]) => source.exact).map(([, bit]) => bit);
  }

  /** The bits that a place named like a credential takes away: a header takes those of files with own keys, too. */
  credentialBits(place: "header" | "field"): number[] {
    const sources = [...this.sources]
      .filter(([{ credential }]) => credential !== undefined && (place === "header" || credential === "field"))
      .map(([, bit]) => bit);
    return place === "header" ? [...sources, ...this.#ownKeyBits()] : sources;
  }

  #ownKeyBits(): number[] {
    const own = [...this.patterns.values()].filter(({ patterns }) => patterns.every((pattern) => pattern === ENV_FILE));
    return own.map(({ bit }) => bit);
  }

  #ofSource(source: Source): number {
    const known = this.sources.get(source);
    if (known !== undefined) return known;
    const bit = this.#next();
    this.sources.set(source, bit);
    return bit;
  }

  #ofPatterns(patterns: readonly RegExp[]): number {
    const key = patterns.map(String).join("\n");
    const known = this.patterns.get(key);
    if (known !== undefined) return known.bit;
    const bit = this.#next();
    this.patterns.set(key, { bit, patterns });
    return bit;
  }

  #next(): number {
    const bit = this.sources.size + this.patterns.size;
    if (bit >= MAX_LABELS) throw new Error(`The rules use more than ${MAX_LABELS} sources and argument patterns`);
    return bit;
  }
}
