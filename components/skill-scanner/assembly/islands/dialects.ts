// Languages that are read as islands: literals, names, calls, assignments and blocks are understood, the rest is water
// (Moonen, Generating Robust Parsers using Island Grammars, WCRE 2001). What tells one from another is data.
import { Language } from "../language";

/** In the order of the languages from FIRST on. */
export const enum Dialect { CSharp, Java, Kotlin, Scala, Groovy, Dart, Swift, Rust, C, PHP, Perl, Lua, Vim, R, Julia, AppleScript }

export const FIRST: i32 = Language.CSharp;
export const LAST: i32 = Language.AppleScript;

/** Dialects as a set of bits. */
export const enum In {
  CSharp = 1, Java = 2, Kotlin = 4, Scala = 8, Groovy = 16, Dart = 32, Swift = 64, Rust = 128, C = 256, PHP = 512, Perl = 1024, Lua = 2048,
  Vim = 4096, R = 8192, Julia = 16384, AppleScript = 32768,
  Typed = 1 | 2 | 16 | 32 | 256,
  Scripts = 1024 | 2048 | 4096 | 8192 | 16384 | 32768,
  Modern = 4 | 8 | 64 | 128,
  All = 65535,
}

export const enum Has {
  /** Comments: `//`, `#`, `--`. */
  SLASHES = 1, HASHES = 2, DASHES = 4,
  /** A line's end ends a statement. */
  LINES = 8,
  /** What `'…'` is: a text with escapes, one in which all stands for itself; else a character. */
  QUOTES = 16, PLAIN_QUOTES = 32,
  /** `"$x ${x}"` */
  DOLLARS = 64,
  /** `"""…"""` */
  TRIPLES = 128,
  /** Variables begin with `$`. */
  SIGILS = 256,
  /** Blocks have no braces, and end with a word. */
  END_WORDS = 512,
  /** What stands between backticks is run. */
  COMMANDS = 1024,
  /** `Type name = value`, `Type name(parameters) { … }` */
  TYPES = 2048,
  /** Conditions stand in parentheses. */
  PARENTHESES = 4096,
  /** `.` or `..` joins texts. */
  DOT_JOINS = 8192,
  /** `"…"` may go on over lines. */
  LONG_TEXTS = 16384,
  /** `{ … }` behind a call, or where an operand stands, is a function. */
  CLOSURES = 32768,
  /** `#` at the beginning of a line is for a preprocessor. */
  PREPROCESSOR = 65536,
  /** Arguments as `name: value`, as `name = value`. */
  COLON_NAMES = 131072, EQUALS_NAMES = 262144,
  /** What a function assigns to is its own. */
  OWN_SCOPE = 524288,
  /** The last expression of a function is what it returns. */
  LAST_VALUE = 1048576,
  /** `{a: b}` or `{a = b}` where an operand stands is data. */
  DATA_BRACES = 2097152,
  /** `name: Type` */
  COLON_TYPES = 4194304,
  /** `@name` before a definition. */
  ANNOTATIONS = 8388608,
}

const FLAGS: StaticArray<i32> = [
  Has.SLASHES | Has.TYPES | Has.PARENTHESES | Has.PREPROCESSOR | Has.COLON_NAMES | Has.DATA_BRACES | Has.TRIPLES,
  Has.SLASHES | Has.TYPES | Has.PARENTHESES | Has.DATA_BRACES | Has.TRIPLES | Has.ANNOTATIONS,
  Has.SLASHES | Has.LINES | Has.DOLLARS | Has.TRIPLES | Has.PARENTHESES | Has.CLOSURES | Has.EQUALS_NAMES | Has.COLON_TYPES | Has.ANNOTATIONS,
  Has.SLASHES | Has.LINES | Has.TRIPLES | Has.PARENTHESES | Has.CLOSURES | Has.EQUALS_NAMES | Has.COLON_TYPES | Has.ANNOTATIONS | Has.LAST_VALUE,
  Has.SLASHES | Has.LINES | Has.QUOTES | Has.DOLLARS | Has.TRIPLES | Has.TYPES | Has.PARENTHESES | Has.CLOSURES | Has.COLON_NAMES | Has.ANNOTATIONS | Has.LAST_VALUE,
  Has.SLASHES | Has.QUOTES | Has.DOLLARS | Has.TRIPLES | Has.TYPES | Has.PARENTHESES | Has.COLON_NAMES | Has.DATA_BRACES | Has.ANNOTATIONS,
  Has.SLASHES | Has.LINES | Has.TRIPLES | Has.CLOSURES | Has.COLON_NAMES | Has.COLON_TYPES | Has.ANNOTATIONS | Has.LAST_VALUE,
  Has.SLASHES | Has.LONG_TEXTS | Has.COLON_TYPES | Has.LAST_VALUE,
  Has.SLASHES | Has.TYPES | Has.PARENTHESES | Has.PREPROCESSOR | Has.DATA_BRACES,
  Has.SLASHES | Has.HASHES | Has.PLAIN_QUOTES | Has.SIGILS | Has.COMMANDS | Has.PARENTHESES | Has.DOT_JOINS | Has.LONG_TEXTS | Has.OWN_SCOPE | Has.COLON_NAMES,
  Has.HASHES | Has.PLAIN_QUOTES | Has.SIGILS | Has.COMMANDS | Has.PARENTHESES | Has.DOT_JOINS | Has.LONG_TEXTS | Has.LAST_VALUE | Has.DATA_BRACES,
  Has.DASHES | Has.QUOTES | Has.END_WORDS | Has.DOT_JOINS | Has.DATA_BRACES,
  Has.LINES | Has.PLAIN_QUOTES | Has.END_WORDS | Has.DOT_JOINS | Has.DATA_BRACES | Has.OWN_SCOPE,
  Has.HASHES | Has.QUOTES | Has.LINES | Has.PARENTHESES | Has.LONG_TEXTS | Has.EQUALS_NAMES | Has.OWN_SCOPE | Has.LAST_VALUE,
  Has.HASHES | Has.LINES | Has.DOLLARS | Has.TRIPLES | Has.END_WORDS | Has.COMMANDS | Has.LONG_TEXTS | Has.EQUALS_NAMES | Has.OWN_SCOPE | Has.LAST_VALUE,
  Has.DASHES | Has.HASHES | Has.LINES | Has.END_WORDS | Has.DATA_BRACES | Has.LONG_TEXTS | Has.LAST_VALUE,
];

export function flagsOf(dialect: i32): i32 { return unchecked(FLAGS[dialect]); }
