import type { NFA } from "refa";
import { minimize } from "./minimize.ts";
import { byteAutomaton, TEXT_START } from "./patterns.ts";

/** A deterministic automaton that finds every pattern anywhere in a text, in one pass. */
export interface Automaton {
  /** Class of each of the 256 bytes: bytes of one class are never told apart. */
  readonly classes: readonly number[];
  readonly classCount: number;
  /** `next[state][class]`. */
  readonly next: readonly (readonly number[])[];
  /** Patterns that end in this state, as indices. */
  readonly accepts: readonly (readonly number[])[];
  /** The state before the first character. */
  readonly start: number;
  /** `fresh[class]`: where nothing but matches that begin with this byte is under way. */
  readonly fresh: readonly number[];
}

/** Before merging. A pattern with gaps can multiply the states of all others. */
const MAX_STATES = 20_000;

type State = NFA.ReadonlyNode;

/**
 * Builds one automaton for all patterns; a pattern's index is its place in the list.
 *
 * @throws Error when a pattern cannot be matched by an automaton, or all together need too many states
 */
export function buildAutomaton(patterns: readonly RegExp[]): Automaton {
  const automata = patterns.map(byteAutomaton);
  const { classes, members } = byteClasses(automata);
  const states = numberStates(automata, members);
  const { subsets, next } = explore(states, members.length);
  if (next.length < subsets.length) {
    throw new Error(`More than ${MAX_STATES} states are needed for ${patterns.join(", ").slice(0, 400)}`);
  }
  const fresh = next[0] ?? [];
  const start = fresh[classes[TEXT_START] ?? 0] ?? 0;
  const accepts = subsets.map((subset) => patternsIn(subset, states));
  return minimize({ classes, classCount: members.length, next, accepts, start, fresh });
}

interface Alphabet {
  readonly classes: number[];
  /** One byte of each class. */
  readonly members: number[];
}

/** Splits the bytes into classes by the character sets on all transitions. */
function byteClasses(automata: readonly NFA[]): Alphabet {
  const sets = new Map(automata.flatMap(setsOf).map((set) => [set.toRangesString(), set]));
  const signature = Array.from({ length: 256 }, (_, byte) =>
    [...sets.values()].map((set) => Number(set.has(byte))).join(""),
  );
  const names = [...new Set(signature)];
  const classes = signature.map((name) => names.indexOf(name));
  return { classes, members: names.map((_, index) => classes.indexOf(index)) };
}

function setsOf(automaton: NFA) {
  return [...automaton.nodes()].flatMap((node) => [...node.out.values()]);
}

/** States of all automata, numbered. */
interface States {
  readonly initial: readonly number[];
  /** `targets[state][class]`. */
  readonly targets: readonly (readonly (readonly number[])[])[];
  /** Pattern that ends in a state. */
  readonly pattern: readonly (number | undefined)[];
}

function numberStates(automata: readonly NFA[], members: readonly number[]): States {
  const nodes = automata.flatMap((automaton) => [...automaton.nodes()]);
  const numbers = new Map<State, number>(nodes.map((node, number) => [node, number]));
  const numberOf = (node: State): number => numbers.get(node) ?? -1;
  const reached = (node: State, byte: number) =>
    [...node.out].filter(([, set]) => set.has(byte)).map(([to]) => numberOf(to));
  const owner = new Map(automata.flatMap(({ finals }, pattern) => [...finals].map((node) => [node as State, pattern])));
  return {
    initial: automata.map((automaton) => numberOf(automaton.initial)),
    targets: nodes.map((node) => members.map((byte) => reached(node, byte))),
    pattern: nodes.map((node) => owner.get(node)),
  };
}

/**
 * Subset construction. A match may begin anywhere, so the initial states are in every subset: they are left out of the
 * lists, and subset 0 is the empty list. Stops at MAX_STATES, with more subsets than rows.
 */
function explore({ initial, targets }: States, classCount: number): { subsets: number[][]; next: number[][] } {
  const subsets: number[][] = [[]];
  const indices = new Map<string, number>([["", 0]]);
  const indexOf = (subset: number[]): number => {
    const key = subset.join();
    const known = indices.get(key) ?? subsets.push(subset) - 1;
    indices.set(key, known);
    return known;
  };
  const classes = Array.from({ length: classCount }, (_, c) => c);
  const beginning = classes.map((c) =>
    inserted(
      [],
      initial.flatMap((state) => targets[state]?.[c] ?? []),
    ),
  );
  const fresh = beginning.map(indexOf); // where a subset leads by a class on which none of its states moves
  const next: number[][] = [];
  for (let i = 0; i < subsets.length && i < MAX_STATES; i++) {
    const rows = (subsets[i] ?? []).map((state) => targets[state] ?? []);
    next.push(
      classes.map((c) => {
        const moved = rows.flatMap((row) => row[c] ?? []);
        return moved.length === 0 ? (fresh[c] ?? 0) : indexOf(inserted(beginning[c] ?? [], moved));
      }),
    );
  }
  return { subsets, next };
}

/** The list, which is in order, with these numbers in their places; a number is there once. They are few. */
function inserted(list: readonly number[], numbers: readonly number[]): number[] {
  const all = [...list];
  for (const number of numbers) {
    let at = all.length;
    while (at > 0 && (all[at - 1] ?? 0) > number) at--;
    if (at === 0 || all[at - 1] !== number) all.splice(at, 0, number);
  }
  return all;
}

function patternsIn(subset: readonly number[], { pattern }: States): number[] {
  return [...new Set(subset.flatMap((state) => pattern[state] ?? []))].sort((a, b) => a - b);
}
