// What rules ask of a call: its arguments, where their values come from, where the code stands.

export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "argument"; readonly at: readonly (number | string)[]; readonly is: ValueTest }
  | { readonly kind: "anyArgument"; readonly except: readonly string[]; readonly is: ValueTest }
  | { readonly kind: "document" | "installing" | "importing" | "repeating" | "unchecked" }
  | { readonly kind: "words" | "named" | "remarked" | "claimed"; readonly is: ValueTest }
  | { readonly kind: "receiver"; readonly is: ValueTest };

export type ValueTest =
  | { readonly kind: "from"; readonly source: Source }
  | { readonly kind: "matches"; readonly patterns: readonly RegExp[] }
  | { readonly kind: "says"; readonly pattern: RegExp }
  | { readonly kind: "equals"; readonly number: number }
  | { readonly kind: "path"; readonly of: readonly string[] }
  | {
      readonly kind: "resembles";
      readonly how: Resemblance;
      readonly names: readonly string[];
      readonly except: readonly string[];
    }
  | { readonly kind: "constant" | "assembled" | "true" | "false" | "given" | "written" | "parameter" };

/** Where data comes from. A value keeps its sources through variables, expressions and the calls that it passes through. */
export interface Source {
  readonly name: string;
  /** What these return, when `where` holds. */
  readonly calls: readonly string[];
  /** These themselves, and what is taken out of them. */
  readonly reads: readonly string[];
  readonly where: Condition | undefined;
  /** Lost where a client sends its own key: in a header that is named like a credential, or in any such field or parameter. */
  readonly credential: "header" | "field" | undefined;
  /** Lost when it goes through a function that is not known to hand it on: the price of a false alarm is high. */
  readonly exact: boolean;
  /** Set by the engine on what an operation of this kind gives. */
  readonly operation: Operation | undefined;
}

/**
 * `bits`: an exclusive or. `assembled`: a text put together from pieces, character codes, or a reversed or decoded text.
 * `fetched`: a module of Python that was imported by a text, or taken out of sys.modules.
 * `escaped`: a text whose letters a shell's `printf` or `echo -e` was given as numbers.
 * `disguised`: a text that was written backwards or in other letters. `saved`: the path of a file that a download was written to. `unfinished`: what a loop or call leaves that was cut short by a limit.
 */
export type Operation = "bits" | "assembled" | "disguised" | "escaped" | "fetched" | "unfinished" | "saved";

export function source(name: string, options: Partial<Omit<Source, "name">>): Source {
  const { calls = [], reads = [], where, exact = false, credential, operation } = options;
  return { name, calls, reads, where, exact, credential, operation };
}

export function all(...of: readonly Condition[]): Condition {
  return { kind: "all", of };
}

export function any(...of: readonly Condition[]): Condition {
  return { kind: "any", of };
}

export function not(of: Condition): Condition {
  return { kind: "not", of };
}

/** The argument at a position, or of a keyword, or the first of several: `argument([0, "args"], …)`. False when absent. */
export function argument(at: number | string | readonly (number | string)[], is: ValueTest): Condition {
  return { kind: "argument", at: typeof at === "object" ? at : [at], is };
}

/** At least one argument, those of the keywords in `except` aside. */
export function anyArgument(is: ValueTest, options: { except?: readonly string[] } = {}): Condition {
  return { kind: "anyArgument", except: options.except ?? [], is };
}

/** The code stands in a document, where somebody is shown it and may be told more about it, or builds an image. */
export const inDocument: Condition = { kind: "document" };

/** The code runs when a package is installed: in setup.py, in a command of the installer, in a file that a hook of npm names. */
export const whileInstalling: Condition = { kind: "installing" };

/** While a module of a Python package is imported, or a package is installed: nobody has called anything. */
export const whileImporting: Condition = { kind: "importing" };

/** Again and again, or by itself: in a loop without an end, at a time, in each shell, on each commit. */
export const whileRepeating: Condition = { kind: "repeating" };

/** All words of a shell's command behind its name, as one list. */
export function words(is: ValueTest): Condition {
  return { kind: "words", is };
}

/**
 * What the author calls things there: the functions and classes in which the call stands, those that have called them, and
 * the names in its arguments, as one text in lower case: `sendAll(BASE_URL)` in `collectKeys` is `collect_keys base_url`.
 */
export function named(is: ValueTest): Condition {
  return { kind: "named", is };
}

/** What the comment beside the statement or above it says, in small letters with blanks between the words. */
export function remarked(is: ValueTest): Condition {
  return { kind: "remarked", is };
}

/** What the skill says of itself: the beginning of its SKILL.md. */
export function claimed(is: ValueTest): Condition {
  return { kind: "claimed", is };
}

/** The function in which the call stands looks at nothing that it is given: no condition, no error, no call that checks. */
export const unchecked: Condition = { kind: "unchecked" };

/** What the method is called on: `open(path).read()`. */
export function receiver(is: ValueTest): Condition {
  return { kind: "receiver", is };
}

/** The value came from there. */
export function from(source: Source): ValueTest {
  return { kind: "from", source };
}

/**
 * The value is, or was made with, a string constant that holds a match of one of them. All such patterns, and those of
 * `string`, share one automaton: gaps such as `.*` multiply its states, and belong into `says`. Patterns that are always
 * asked for together are one list: each list takes one of the labels, which are few.
 */
export function matches(...patterns: readonly RegExp[]): ValueTest {
  return { kind: "matches", patterns };
}

/** The text itself, or the words of a list with blanks between them, holds a match. The pattern may have gaps. */
export function says(pattern: RegExp): ValueTest {
  return { kind: "says", pattern };
}

/** The value is one of these names. */
export function path(...of: readonly string[]): ValueTest {
  return { kind: "path", of };
}

/** The value is this number, from -32768 to 65535. */
export function equals(number: number): ValueTest {
  return { kind: "equals", number };
}

export const RESEMBLANCES = ["near", "mistyped", "affixed"] as const;
/**
 * `near`: one letter off. `mistyped`: letters swapped, doubled, left out or wrong inside of the name, as nobody names a package
 * of his own; also behind an affix. `affixed`: the very name with the language before or behind it.
 */
export type Resemblance = (typeof RESEMBLANCES)[number];

/** The name of a package is like one of these, and is none of them, nor of the exceptions. */
export function resembles(names: readonly string[], except: readonly string[], how: Resemblance = "near"): ValueTest {
  return { kind: "resembles", how, names, except };
}

/** Every part of the value is written in the source. */
export const constant: ValueTest = { kind: "constant" };
/** A known text that was put together from pieces, turned round, cut out or decoded. */
export const isAssembled: ValueTest = { kind: "assembled" };
/** Some of it is what the function around the call is given by its caller. */
export const fromCaller: ValueTest = { kind: "parameter" };
/** At least a part of the value is a text of the source: not only something that an unknown function made of one. */
export const written: ValueTest = { kind: "written" };
export const isTrue: ValueTest = { kind: "true" };
export const isFalse: ValueTest = { kind: "false" };
export const given: ValueTest = { kind: "given" };
