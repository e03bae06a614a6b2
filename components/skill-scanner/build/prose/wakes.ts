import type { Automaton } from "../automaton.ts";

/** Bytes by kind: letters and digits first. Bytes of one kind are taken for each other, to the safe side. */
const KIND_BITS = 5;
const KINDS = [..."abcdefghijklmnopqrstuvwxyz", "0123456789", " ", "\n", ".", "/-"];
const OTHER_KIND = KINDS.length;
export const LAST_WORD_KIND = 26;

export function kindOfByte(byte: number): number {
  const kind = KINDS.findIndex((members) => members.includes(String.fromCharCode(byte)));
  return kind < 0 ? OTHER_KIND : kind;
}

/**
 * Which automata have to look at a text from a place on, as one bit each, by the kinds of three bytes there: first for
 * places behind a letter or digit, then for the others. Most places of most texts wake none.
 *
 * A match is asked for once: at its first byte when that is a letter or digit, else behind its first byte. It need not
 * wake its automaton when, three bytes on, the automaton is where it would be without it. Matches that begin later are
 * asked for later, and more under way never means less found, so nothing is lost. `assembly/prose/hits.ts` goes by it.
 */
export function wakes(automata: readonly Automaton[]): number[] {
  const table = new Array<number>(2 << (3 * KIND_BITS)).fill(0);
  for (const [index, automaton] of automata.entries()) new Wakes(automaton, 1 << index, table).fill();
  return table;
}

/** A state with what may begin, and one without it. */
interface Pair {
  readonly with: number;
  readonly without: number;
}

class Wakes {
  readonly #automaton: Automaton;
  readonly #bit: number;
  readonly #table: number[];
  /** Classes of the bytes of each kind. */
  readonly #classesByKind: readonly (readonly number[])[];
  readonly #speaks: readonly string[];

  constructor(automaton: Automaton, bit: number, table: number[]) {
    this.#automaton = automaton;
    this.#bit = bit;
    this.#table = table;
    this.#speaks = automaton.accepts.map((patterns) => patterns.join());
    this.#classesByKind = Array.from({ length: OTHER_KIND + 1 }, (_, kind) => [
      ...new Set(automaton.classes.filter((_class, byte) => kindOfByte(byte) === kind)),
    ]);
  }

  fill(): void {
    const edges = new Set(
      this.#classesByKind.slice(LAST_WORD_KIND + 1).flatMap((classes) => classes.map((c) => this.#fresh(c))),
    );
    for (const [kind, classes] of this.#classesByKind.entries()) {
      for (const c of classes) {
        if (this.#speaks[this.#fresh(c)] !== "") this.#wakeAt(kind);
        else if (kind <= LAST_WORD_KIND) this.#ask([{ with: this.#fresh(c), without: -1 }], kind, 0);
        for (const edge of edges) this.#askBehind(edge, kind, c);
      }
    }
  }

  /** Asks for matches that began with a byte that is no letter and no digit, and left the automaton in `edge`. */
  #askBehind(edge: number, kind: number, c: number): void {
    const isWord = kind <= LAST_WORD_KIND;
    const pair = { with: this.#step(edge, c), without: isWord ? -1 : this.#fresh(c) };
    if (this.#differ(pair)) this.#wakeBelow(1, kind, 1);
    else this.#ask([pair], kind, 1);
  }

  #ask(pairs: readonly Pair[], kind: number, behind: 0 | 1): void {
    for (const pair of pairs) {
      for (const [second, classes] of this.#classesByKind.entries()) {
        for (const c of classes) this.#askThird(this.#next(pair, c), (kind << KIND_BITS) | second, behind);
      }
    }
  }

  #askThird(pair: Pair, kinds: number, behind: 0 | 1): void {
    if (pair.with === pair.without) return;
    if (this.#differ(pair)) {
      this.#wakeBelow(2, kinds, behind);
      return;
    }
    for (const [third, classes] of this.#classesByKind.entries()) {
      const alive = classes.some((c) => {
        const last = this.#next(pair, c);
        return last.with !== last.without;
      });
      if (alive) this.#wake((kinds << KIND_BITS) | third, behind);
    }
  }

  /** By one byte; what is without the match may begin with that byte. */
  #next({ with: more, without: less }: Pair, c: number): Pair {
    return { with: this.#step(more, c), without: less < 0 ? this.#fresh(c) : this.#step(less, c) };
  }

  /** Something is found that would not be. */
  #differ({ with: more, without: less }: Pair): boolean {
    return this.#speaks[more] !== (less < 0 ? "" : this.#speaks[less]);
  }

  #wakeAt(kind: number): void {
    this.#wakeBelow(1, kind, 0);
    this.#wakeBelow(1, kind, 1);
  }

  /** Whatever follows these `count` kinds. */
  #wakeBelow(count: number, kinds: number, behind: 0 | 1): void {
    const rest = KIND_BITS * (3 - count);
    for (let i = 0; i < 1 << rest; i++) this.#wake((kinds << rest) | i, behind);
  }

  #wake(kinds: number, behind: 0 | 1): void {
    const at = (behind << (3 * KIND_BITS)) | kinds;
    this.#table[at] = (this.#table[at] ?? 0) | this.#bit;
  }

  #step(state: number, c: number): number {
    return this.#automaton.next[state]?.[c] ?? 0;
  }

  #fresh(c: number): number {
    return this.#automaton.fresh[c] ?? 0;
  }
}
