// The words that rules are written in. Each builds plain data; `build/` compiles it into the tables of the component.
//
// Names are canonical dotted paths, whatever the code calls them after imports, aliases and getattr:
//   os.system                 a module's member; `builtins.eval` for builtins
//   socket.socket().connect   member of what a call returns
//   os.environ.[]             an item; the key is argument 0
//   os.environ.[]=            an item that is assigned; key and value are arguments 0 and 1
//
// Commands of a shell are calls below `sh`: words are arguments, standard input is the keyword `stdin`, the value is the
// standard output, so that `a | b` is b(stdin=a()) and `$(a)` the value of a().
//   sh.curl                   a command, in whatever folder its program lies, also behind sudo, env, xargs and their like
//   sh.git.push  sh.base64.-d  a word of the command; its arguments are the words behind it. `-d` is also that of `-sd`
//   sh.>  sh.>>  sh.2>        output into a file: argument 0, what is written is `stdin`. sh.<  sh.<>: a file as input
//   sh.environ.[]             a variable that the script has not assigned; sh.environ.[]= any assignment
//   sh.:run-text  sh.:run-file  sh.:run-input   argument 0 is run as code: a text (eval, -c), a file by its path, the input of
//                             an interpreter. sh.:computed: the name of a command that came from somewhere.
//                             sh.:shown-code: each of these, in a document
//   sh.:windows-line          a line of PowerShell or cmd.exe as a text; sh.:windows-text and sh.:shown-text: all lines, the
//                             latter of a shell in a document
//   sh.:process  sh.:feed     `<(…)` and `>(…)`; sh.:test is `[[ … ]]`
//   sh.:length  sh.:indirect  sh.:cut-start  sh.:replace …   what `${…}` makes of a value

import { all, any, argument, type Condition, not, says, type ValueTest } from "./match-conditions.ts";
import type { ProseMatch } from "./match-prose.ts";

export * from "./match-conditions.ts";
export * from "./match-prose.ts";

export type Match =
  | CallMatch
  | ImportMatch
  | ReadMatch
  | AttributeMatch
  | StringMatch
  | CharacterMatch
  | ProseMatch
  | EngineMatch
  | HostMatch;

/** A call of one of these, however it is reached, when `where` holds. */
export interface CallMatch {
  readonly kind: "call";
  readonly of: readonly string[];
  readonly where: Condition | undefined;
  /** Also when it is handed over uncalled: `map(eval, lines)`, `Thread(target=os.system)`. */
  readonly orPassed: boolean;
}

/** An import of one of these modules, or of something inside it; `__import__` and `importlib` count. */
export interface ImportMatch {
  readonly kind: "import";
  readonly of: readonly string[];
}

/** One of these is read as a value, or imported by name: not called, and no item or known member of it taken. */
export interface ReadMatch {
  readonly kind: "read";
  readonly of: readonly string[];
}

/** An attribute of this name is read from anything, also through getattr. */
export interface AttributeMatch {
  readonly kind: "attribute";
  readonly of: readonly string[];
}

/** A string constant, after folding, holds a match. Docstrings and comments are not strings. */
export interface StringMatch {
  readonly kind: "string";
  readonly pattern: RegExp;
  /** Has to match as well. Only texts that hold a match of `pattern` are asked, so it may have gaps and long counts. */
  readonly confirm: RegExp | undefined;
}

/** The source holds a match, wherever it is: the pattern begins with a backslash, a NUL or a character beyond ASCII. */
export interface CharacterMatch {
  readonly kind: "characters";
  readonly pattern: RegExp;
}

/** Something that the engine itself notices. */
export interface EngineMatch {
  readonly kind: "engine";
  readonly event: EngineEvent;
}

export const ENGINE_EVENTS = [
  "syntax-error",
  "too-deep",
  "not-read",
  "folding-limit",
  "unnormalised-name",
  "confusable-name",
  "assembled-name",
  "sideways-name",
  "hidden-code",
  "long-encoded-text",
  "own-service-secret",
  "fork-bomb",
  "endless-loop",
  "token",
  "named-secret",
  "invisible-text",
  "reversed-text",
  "severed-words",
  "respelled-words",
  "lookalike-letters",
  "entity-letters",
  "script-link",
  "link-leads-elsewhere",
  "mangled-names",
  "symbols-only",
  "download-saved",
  "off-screen-code",
  "symbol-constant",
] as const;
export type EngineEvent = (typeof ENGINE_EVENTS)[number];

/** Something that the host finds before it asks the component, or because the component did not answer. */
export interface HostMatch {
  readonly kind: "host";
  /** A key of `HOST_RULES` in src/scanner/host-rules.ts. */
  readonly rule: string;
}

export function call(options: { of: readonly string[]; where?: Condition; orPassed?: boolean }): CallMatch {
  return { kind: "call", of: options.of, where: options.where, orPassed: options.orPassed ?? false };
}

/**
 * A setting of a configuration file: `package-json.scripts.postinstall`, where the first segment is the kind of file
 * (`assembly/data/kind.ts`; `anywhere` for a key wherever it stands), `*` stands for any key that no rule names, and an
 * element of a list goes by the name of the list. `is` and `isNot` ask its value, `key` and `keyNot` its last key.
 */
export function setting(options: SettingOptions): CallMatch {
  const { of, is, isNot, key, keyNot } = options;
  const where = [
    ...(is === undefined ? [] : [argument(0, is)]),
    ...(isNot === undefined ? [] : [not(argument(0, isNot))]),
    ...(key === undefined ? [] : [argument(1, key)]),
    ...(keyNot === undefined ? [] : [not(argument(1, keyNot))]),
  ];
  return call({ of: of.map((name) => `${SETTINGS}.${name}`), ...(where.length === 0 ? {} : { where: all(...where) }) });
}

interface SettingOptions {
  readonly of: readonly string[];
  readonly is?: ValueTest;
  readonly isNot?: ValueTest;
  readonly key?: ValueTest;
  readonly keyNot?: ValueTest;
}

/** The root of all settings in the tree of names. */
export const SETTINGS = "settings:";

/** The skill has a file with such a path, separated by `/`. */
export function shipped(pattern: RegExp): CallMatch {
  return call({ of: [SHIPPED_FILE], where: argument(0, says(pattern)) });
}

/** Called with what a function returns, when it came from several sources. */
export const RETURNED_VALUE = "returned-value:";

/** Called with the value of the field `Bcc`. */
export const BLIND_COPY = "blind-copy:";

/** Called with what a server answered, and with a text that it is compared with. */
export const COMPARED_ANSWER = "compared-answer:";

/** Called with the path of each file. */
export const SHIPPED_FILE = "shipped-file:";

/** A program of the skill writes a file with such a path, and puts there what holds a match of one of the patterns. */
export function writes(options: { path: ValueTest; contents: readonly RegExp[]; except?: RegExp }): CallMatch {
  const { path, contents, except } = options;
  const unless = except === undefined ? [] : [not(argument(1, says(except)))];
  const holds = any(...contents.map((pattern) => argument(1, says(pattern))));
  return call({ of: [WRITTEN_FILE], where: all(argument(0, path), holds, ...unless) });
}

/** Called with the path of each file that is written, and with its contents. */
export const WRITTEN_FILE = "written-file:";

export function imports(...of: readonly string[]): ImportMatch {
  return { kind: "import", of };
}

export function reads(...of: readonly string[]): ReadMatch {
  return { kind: "read", of };
}

export function attributes(...of: readonly string[]): AttributeMatch {
  return { kind: "attribute", of };
}

export function string(pattern: RegExp, options: { confirm?: RegExp } = {}): StringMatch {
  return { kind: "string", pattern, confirm: options.confirm };
}

export function characters(pattern: RegExp): CharacterMatch {
  return { kind: "characters", pattern };
}

export function engine(event: EngineEvent): EngineMatch {
  return { kind: "engine", event };
}

export function host(rule: string): HostMatch {
  return { kind: "host", rule };
}
