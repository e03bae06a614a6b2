import {
  type Feature,
  PROSE_CHANNELS,
  PROSE_ROLES,
  PROSE_TOPICS,
  PROSE_WINDOWS,
  type ProseMatch,
  type ProsePart,
} from "../../match.ts";
import { CONTROL, WORTH_READING } from "../../vocabulary/prose-control.ts";
import { type Automaton, buildAutomaton } from "../automaton.ts";

/** One automaton for all features would need too many states. */
const AUTOMATA_OF_WORDS = 5;

/** Parts of one phrase; `assembly/prose/judge.ts` numbers them alike. */
export const MAX_PARTS = 4;

/** Prose rules as numbers: see `assembly/prose/judge.ts`. */
export interface CompiledProse {
  /** The last one finds the control features. */
  readonly automata: readonly FeatureAutomaton[];
  /** Finds what makes a comment worth reading. */
  readonly gate: Automaton;
  readonly features: readonly CompiledFeature[];
  readonly bitCount: number;
  /** Of each bit: the bits that it implies. */
  readonly sets: readonly (readonly number[])[];
  /** Of each bit: phrases in which it is a part, as phrase * MAX_PARTS + part, the last parts first. */
  readonly steps: readonly (readonly number[])[];
  readonly phrases: readonly { readonly bit: number; readonly gap: number; readonly length: number }[];
  readonly rules: readonly CompiledProseRule[];
}

export interface FeatureAutomaton {
  readonly automaton: Automaton;
  /** Number of its first feature. */
  readonly first: number;
}

export interface CompiledFeature {
  /** 0, or the number of its role from 1. */
  readonly role: number;
  readonly anywhere: number;
  /** Number of the line pattern that has to match as well. */
  readonly confirm: number | undefined;
  /** Bits that it sets where it is asserted, and where it is denied. */
  readonly asserted: readonly number[];
  readonly denied: readonly number[];
}

export interface CompiledProseRule {
  readonly rule: number;
  readonly all: readonly number[];
  readonly none: readonly number[];
  readonly within: number;
  /** One bit for each channel. */
  readonly channels: number;
  /** The gravest topic that it holds in, as a number. */
  readonly despite: number;
}

/** `lineOf` gives a pattern that is asked by itself its number. */
export function compileProse(
  matches: readonly { readonly match: ProseMatch; readonly rule: number }[],
  lineOf: (pattern: RegExp) => number,
): CompiledProse {
  const bits = new Bits();
  const rules = matches.map(({ match, rule }) => compileRule(match, rule, bits));
  const groups = groupsOf([...bits.features.values()]);
  return {
    automata: groups.map((group, i) => automatonOf(group, groups.slice(0, i).flat().length)),
    gate: buildAutomaton([WORTH_READING]),
    features: groups.flat().map((feature) => compileFeature(feature, bits, lineOf)),
    bitCount: bits.count,
    sets: bits.lists((bit) => bits.sets.get(bit)),
    steps: bits.lists((bit) => bits.steps.get(bit)?.toSorted((a, b) => (b % MAX_PARTS) - (a % MAX_PARTS))),
    phrases: bits.phrases,
    rules,
  };
}

function compileRule(match: ProseMatch, rule: number, bits: Bits): CompiledProseRule {
  return {
    rule,
    all: match.all.map((part) => bits.of(part)),
    none: match.none.map((part) => bits.of(part)),
    within: PROSE_WINDOWS.indexOf(match.within),
    channels: match.from.reduce((all, channel) => all | (1 << PROSE_CHANNELS.indexOf(channel)), 0),
    despite: PROSE_TOPICS.indexOf(match.despite),
  };
}

/**
 * Features that begin anywhere multiply the states of those that begin with a word, so they are by themselves; by their
 * names the others happen to take a third less room than in the order of their files.
 */
function groupsOf(features: readonly Feature[]): Feature[][] {
  const words = features.filter(({ edges }) => edges).toSorted((a, b) => a.name.localeCompare(b.name));
  const size = Math.ceil(words.length / AUTOMATA_OF_WORDS);
  const groups = Array.from({ length: AUTOMATA_OF_WORDS }, (_, i) => words.slice(i * size, (i + 1) * size));
  return [features.filter(({ edges }) => !edges), ...groups, CONTROL];
}

function automatonOf(features: readonly Feature[], first: number): FeatureAutomaton {
  return { automaton: buildAutomaton(features.map(wholeWords)), first };
}

function compileFeature(feature: Feature, bits: Bits, lineOf: (pattern: RegExp) => number): CompiledFeature {
  const asserted = bits.known(feature);
  const denied = feature.thing ? asserted : bits.known({ kind: "denied", of: feature });
  const role = feature.role === undefined ? 0 : PROSE_ROLES.indexOf(feature.role) + 1;
  const confirm = feature.confirm === undefined ? undefined : lineOf(feature.confirm);
  return { role, anywhere: feature.example ? 2 : Number(feature.thing), confirm, asserted, denied };
}

/** A role is played by words only, not by a part of an address; a label in brackets is no topic. */
function wholeWords({ pattern, edges, role }: Feature): RegExp {
  const before = role === undefined ? "[a-z0-9_]" : role === "topic" ? "[a-z0-9./@(-]" : "[a-z0-9./@-]";
  return edges ? new RegExp(`(?<!${before})(?:${pattern.source})(?![a-z0-9])`) : pattern;
}

/** Gives each distinct part a bit. */
class Bits {
  readonly features = new Map<string, Feature>();
  readonly sets = new Map<number, number[]>();
  readonly steps = new Map<number, number[]>();
  readonly phrases: { bit: number; gap: number; length: number }[] = [];
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  of(part: ProsePart): number {
    const key = keyOf(part);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const bit = this.#numbers.size;
    this.#numbers.set(key, bit);
    this.#take(part, bit);
    return bit;
  }

  known(part: ProsePart): number[] {
    const bit = this.#numbers.get(keyOf(part));
    return bit === undefined ? [] : [bit];
  }

  lists(listOf: (bit: number) => readonly number[] | undefined): (readonly number[])[] {
    return Array.from({ length: this.count }, (_, bit) => listOf(bit) ?? []);
  }

  #take(part: ProsePart, bit: number): void {
    switch (part.kind) {
      case "feature":
        this.#feature(part);
        return;
      case "denied":
        if (part.of.thing) throw new Error(`The feature ${part.of.name} is a thing: it cannot be denied`);
        this.#feature(part.of);
        return;
      case "oneOf":
        for (const member of part.of) append(this.sets, this.of(member), bit);
        return;
      case "inOrder":
        this.#phrase(part.of, part.gap, bit);
    }
  }

  #feature(feature: Feature): void {
    const known = this.features.get(feature.name);
    if (known !== undefined && known !== feature) throw new Error(`Two features are called ${feature.name}`);
    this.features.set(feature.name, feature);
  }

  #phrase(parts: readonly ProsePart[], gap: number, bit: number): void {
    if (parts.length < 2 || parts.length > MAX_PARTS) throw new Error(`A phrase has 2 to ${MAX_PARTS} parts`);
    const phrase = this.phrases.push({ bit, gap, length: parts.length }) - 1;
    for (const [i, part] of parts.entries()) append(this.steps, this.of(part), phrase * MAX_PARTS + i);
  }
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

/** Parts that say the same have the same key. */
function keyOf(part: ProsePart): string {
  switch (part.kind) {
    case "feature":
      return part.name;
    case "denied":
      return `not ${part.of.name}`;
    case "oneOf":
      return `(${part.of.map(keyOf).join("|")})`;
    case "inOrder":
      return `(${part.of.map(keyOf).join(` ${part.gap} `)})`;
  }
}
