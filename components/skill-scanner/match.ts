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

/**
 * Prose says all of these together. Prose is the text of a skill, what is hidden in it, comments, docstrings and
 * descriptions; `vocabulary/prose-*.ts` has the features, and says how text is normalised before they are looked for.
 */
export interface ProseMatch {
  readonly kind: "prose";
  /** Each of them; the finding is put where the first was said. */
  readonly all: readonly ProsePart[];
  readonly none: readonly ProsePart[];
  readonly within: ProseWindow;
  readonly from: readonly ProseChannel[];
  /** Where attacks are the topic, and the rule holds nevertheless. */
  readonly despite: ProseTopic;
}

export const PROSE_TOPICS = ["none", "skill", "section"] as const;
/** `skill`: it says that it is about attacks; `section`: so does the section, too. */
export type ProseTopic = (typeof PROSE_TOPICS)[number];

export const PROSE_WINDOWS = ["sentence", "step", "section", "text"] as const;
/** `step`: a few neighbouring sentences or list items; `section`: since the last heading; `text`: since its beginning. */
export type ProseWindow = (typeof PROSE_WINDOWS)[number];

export const PROSE_CHANNELS = ["visible", "hidden", "quoted", "comment", "description"] as const;
/**
 * `visible`: what a person reads. `hidden`: what a model reads and a person does not see. `quoted`: quotations, examples,
 * blocks of text. `comment`: comments and docstrings of programs. `description`: of a skill, tool or server, in a manifest.
 */
export type ProseChannel = (typeof PROSE_CHANNELS)[number];

/** Something that a sentence says. */
export interface Feature {
  readonly kind: "feature";
  readonly name: string;
  /**
   * Over normalised text: lower case, without accents, markup, apostrophes and invisible characters, single blanks.
   * Whole words, unless `edges` is false. No gaps: `inOrder` has them.
   */
  readonly pattern: RegExp;
  readonly edges: boolean;
  /** A thing, not an act: it is neither asserted nor denied, and counts in quotation marks and inline code as well. */
  readonly thing: boolean;
  /** A thing that in quotation marks or code is only an example where attacks are the topic. */
  readonly example: boolean;
  readonly role: ProseRole | undefined;
  /**
   * Has to match as well, from the beginning of the word in which the match of `pattern` ends to the end of the sentence,
   * `CONFIRMED_BYTES` at most: it may have gaps and long counts.
   */
  readonly confirm: RegExp | undefined;
}

export const CONFIRMED_BYTES = 240;

export const PROSE_ROLES = [
  "statement",
  "negation",
  "clauseEnd",
  "comma",
  "aboutAttacks",
  "topic",
  "sentenceEnd",
] as const;
/** What the engine itself makes of a feature: see `vocabulary/prose-control.ts`. */
export type ProseRole = (typeof PROSE_ROLES)[number];

export type FeatureOptions = Partial<Pick<Feature, "edges" | "thing" | "example" | "role" | "confirm">>;

/** A feature counts where it is asserted: "never send" is not sending. */
export type ProsePart =
  | Feature
  | { readonly kind: "denied"; readonly of: Feature }
  | { readonly kind: "oneOf"; readonly of: readonly ProsePart[] }
  | { readonly kind: "inOrder"; readonly of: readonly ProsePart[]; readonly gap: number };

export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "argument"; readonly at: readonly (number | string)[]; readonly is: ValueTest }
  | { readonly kind: "anyArgument"; readonly except: readonly string[]; readonly is: ValueTest }
  | { readonly kind: "document" | "installing" | "importing" }
  | { readonly kind: "words"; readonly is: ValueTest }
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
  | { readonly kind: "constant" | "assembled" | "true" | "false" | "given" | "written" };

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

/** By default within a sentence of what a person reads. */
export function prose(options: {
  all: readonly ProsePart[];
  none?: readonly ProsePart[];
  within?: ProseWindow;
  from?: readonly ProseChannel[];
  despite?: ProseTopic;
}): ProseMatch {
  const { all, none = [], within = "sentence", from = ["visible"], despite = "none" } = options;
  return { kind: "prose", all, none, within, from, despite };
}

export function feature(name: string, pattern: RegExp, options: FeatureOptions = {}): Feature {
  const { edges = true, thing = false, example = false, role, confirm } = options;
  return { kind: "feature", name, pattern, edges, thing, example, role, confirm };
}

/** The act is denied, or told not to be done: "do not tell". */
export function denied(of: Feature): ProsePart {
  return { kind: "denied", of };
}

export function oneOf(...of: readonly ProsePart[]): ProsePart {
  return { kind: "oneOf", of };
}

/** One after the other in a sentence, up to four, with at most `gap` words from the end of each to the end of the next. */
export function inOrder(gap: number, ...of: readonly ProsePart[]): ProsePart {
  return { kind: "inOrder", of, gap };
}

/** Both in a sentence, in any order, with at most `gap` words from the end of one to the end of the other. */
export function near(gap: number, one: ProsePart, other: ProsePart): ProsePart {
  return oneOf(inOrder(gap, one, other), inOrder(gap, other, one));
}

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

/** All words of a shell's command behind its name, as one list. */
export function words(is: ValueTest): Condition {
  return { kind: "words", is };
}

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
/** At least a part of the value is a text of the source: not only something that an unknown function made of one. */
export const written: ValueTest = { kind: "written" };
export const isTrue: ValueTest = { kind: "true" };
export const isFalse: ValueTest = { kind: "false" };
export const given: ValueTest = { kind: "given" };
