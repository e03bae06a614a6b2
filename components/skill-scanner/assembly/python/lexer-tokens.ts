// What the lexer tells the parser: token kinds, operators, keywords, string flags; and the classes of bytes.

export { T } from "../parsing/token-source";

/** Operators are their packed characters: first | second << 8 | third << 16. */
export const enum Op {
  LPAR = 40, RPAR = 41, LSQ = 91, RSQ = 93, LBRACE = 123, RBRACE = 125,
  COMMA = 44, COLON = 58, SEMI = 59, DOT = 46, EQ = 61, AT = 64, STAR = 42, PLUS = 43, MINUS = 45,
  SLASH = 47, PERCENT = 37, PIPE = 124, AMP = 38, CARET = 94, TILDE = 126, LT = 60, GT = 62, BANG = 33, BACKTICK = 96,
  ARROW = 45 | (62 << 8), WALRUS = 58 | (61 << 8), POW = 42 | (42 << 8), FLOOR = 47 | (47 << 8),
  EQEQ = 61 | (61 << 8), NE = 33 | (61 << 8), LE = 60 | (61 << 8), GE = 62 | (61 << 8), NE2 = 60 | (62 << 8),
  SHL = 60 | (60 << 8), SHR = 62 | (62 << 8), ELLIPSIS = 46 | (46 << 8) | (46 << 16),
}

/** Ids of the words that Names interns first, in the order of names.ts. Up to LAST_KW they are reserved. */
export const enum K {
  NONE = 0,
  // def_ to global_ can only begin a statement or clause: at a line's start they end a bracket that was never closed
  def_ = 1, class_, return_, import_, while_, with_, try_, raise_, del_, pass_,
  assert_, break_, continue_, except_, finally_, nonlocal_, global_,
  if_, elif_, else_, for_, in_, is_, not_, and_, or_, lambda_, from_, as_, yield_, await_, async_,
  None_, True_, False_,
  LAST_KW = 35,
  match_ = 36, case_, type_, print_, exec_, wildcard_,
}

/** String flags. JS: with JavaScript's escapes. BARE: literal text of an f-string, without prefix and quotes. */
export const enum SF { RAW = 1, BYTES = 2, FMT = 4, TRIPLE = 8, UNTERMINATED = 16, JS = 32, BARE = 64 }

export const enum Ch {
  NUL = 0, TAB = 9, LF = 10, FF = 12, CR = 13, SPACE = 32, DQUOTE = 34, HASH = 35, SQUOTE = 39,
  PLUS = 43, MINUS = 45, DOT = 46, ZERO = 48, COLON = 58, EQ = 61, N = 78,
  BACKSLASH = 92, UNDERSCORE = 95, BACKTICK = 96, LBRACE = 123, RBRACE = 125, TILDE = 126,
}

/**
 * Classes of bytes. HIGH: part of a non-ASCII character, taken for one of an identifier. STOP: what a scan of text must
 * look at.
 */
export const enum Cls { LETTER = 1, DIGIT = 2, ASCII_WORD = 3, STOP = 4, HIGH = 8, IDENT = 9, WORD = 11 }

// A literal, not built with `new`: heap.reset() between scans would wipe it.
const CLASSES: StaticArray<u8> = [
  4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 4, 0, 0, 1,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
];

@inline export function classOf(c: i32): i32 { return unchecked(CLASSES[c]) as i32; }
