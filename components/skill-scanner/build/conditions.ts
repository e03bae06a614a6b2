import { type Condition, RESEMBLANCES, type ValueTest } from "../match.ts";
import type { Labels } from "./labels.ts";
import type { NameTree } from "./name-tree.ts";

/** Opcodes of the condition program; `assembly/conditions.ts` runs it. */
export const TEST = {
  All: 1,
  Any: 2,
  Not: 3,
  Argument: 4,
  AnyArgument: 5,
  Receiver: 6,
  Words: 7,
  Document: 8,
  Installing: 9,
  Importing: 10,
  Repeating: 11,
  Named: 12,
  Remarked: 13,
  Claimed: 14,
  Unchecked: 15,
} as const;
export const VALUE = {
  Label: 1,
  Constant: 2,
  True: 3,
  False: 4,
  Given: 5,
  Path: 6,
  Says: 7,
  Equals: 8,
  Resembles: 9,
  Assembled: 10,
  Written: 11,
  Parameter: 12,
} as const;

const PLAIN = {
  assembled: VALUE.Assembled,
  constant: VALUE.Constant,
  true: VALUE.True,
  false: VALUE.False,
  given: VALUE.Given,
  written: VALUE.Written,
  parameter: VALUE.Parameter,
};
const NO_POSITION = 0xffff;

/** One program of 16-bit words for all conditions: operator first, counts before lists. Word 0 is unused: 0 means no condition. */
export class Conditions {
  readonly words: number[] = [0];
  /** The patterns of `says`, in the order of their numbers. */
  readonly linePatterns: RegExp[] = [];
  readonly #labels: Labels;
  readonly #tree: NameTree;

  constructor(labels: Labels, tree: NameTree) {
    this.#labels = labels;
    this.#tree = tree;
  }

  /** Where the condition begins in the program. */
  add(condition: Condition | undefined): number {
    if (condition === undefined) return 0;
    const offset = this.words.length;
    this.words.push(...this.#encode(condition));
    return offset;
  }

  #encode(condition: Condition): number[] {
    switch (condition.kind) {
      case "all":
      case "any":
        return [
          condition.kind === "all" ? TEST.All : TEST.Any,
          condition.of.length,
          ...condition.of.flatMap((part) => this.#encode(part)),
        ];
      case "not":
        return [TEST.Not, ...this.#encode(condition.of)];
      case "argument":
        return [TEST.Argument, ...this.#places(condition.at), ...this.#value(condition.is)];
      case "anyArgument":
        return [
          TEST.AnyArgument,
          condition.except.length,
          ...this.#names(condition.except),
          ...this.#value(condition.is),
        ];
      case "document":
        return [TEST.Document];
      case "installing":
        return [TEST.Installing];
      case "importing":
        return [TEST.Importing];
      case "repeating":
        return [TEST.Repeating];
      case "words":
        return [TEST.Words, ...this.#value(condition.is)];
      case "named":
        return [TEST.Named, ...this.#value(condition.is)];
      case "remarked":
        return [TEST.Remarked, ...this.#value(condition.is)];
      case "claimed":
        return [TEST.Claimed, ...this.#value(condition.is)];
      case "unchecked":
        return [TEST.Unchecked];
      case "receiver":
        return [TEST.Receiver, ...this.#value(condition.is)];
    }
  }

  /** Position (one at most), then the keywords. */
  #places(at: readonly (number | string)[]): number[] {
    const positions = at.filter((place) => typeof place === "number");
    const keywords = at.filter((place) => typeof place === "string");
    if (positions.length > 1) throw new Error(`An argument has one position, not ${positions.join(" and ")}`);
    return [positions[0] ?? NO_POSITION, keywords.length, ...this.#names(keywords)];
  }

  #list(names: readonly string[]): number[] {
    return [names.length, ...this.#names(names)];
  }

  #names(names: readonly string[]): number[] {
    return names.map((name) => this.#tree.name(name));
  }

  /** Number of a line pattern. */
  line(pattern: RegExp): number {
    const known = this.linePatterns.findIndex((other) => String(other) === String(pattern));
    if (known >= 0) return known;
    return this.linePatterns.push(pattern) - 1;
  }

  #value(test: ValueTest): number[] {
    switch (test.kind) {
      case "from":
      case "matches":
        return [VALUE.Label, this.#labels.bitOf(test)];
      case "says":
        return [VALUE.Says, this.line(test.pattern)];
      case "equals":
        return [VALUE.Equals, test.number & 0xffff];
      case "resembles":
        return [
          VALUE.Resembles,
          RESEMBLANCES.indexOf(test.how),
          ...this.#list(test.names),
          ...this.#list([...test.names, ...test.except]),
        ];
      case "path":
        return [VALUE.Path, test.of.length, ...test.of.map((name) => this.#tree.node(name))];
      default:
        return [PLAIN[test.kind]];
    }
  }
}
