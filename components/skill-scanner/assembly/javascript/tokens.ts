// What the lexer tells the parser: token kinds, operators; and the classes of bytes.

export { T } from "../parsing/token-source";

/** Operators are their packed characters, as in Python's lexer: first | second << 8 | third << 16 | fourth << 24. */
export const enum Op {
  LPAR = 40, RPAR = 41, LSQ = 91, RSQ = 93, LBRACE = 123, RBRACE = 125,
  COMMA = 44, COLON = 58, SEMI = 59, DOT = 46, EQ = 61, AT = 64, QUESTION = 63,
  STAR = 42, PLUS = 43, MINUS = 45, SLASH = 47, PERCENT = 37, PIPE = 124, AMP = 38, CARET = 94, TILDE = 126,
  LT = 60, GT = 62, BANG = 33,
  ARROW = 61 | (62 << 8), OPTIONAL = 63 | (46 << 8), SPREAD = 46 | (46 << 8) | (46 << 16),
  INC = 43 | (43 << 8), DEC = 45 | (45 << 8), POW = 42 | (42 << 8),
  SHL = 60 | (60 << 8), SHR = 62 | (62 << 8), SHRU = 62 | (62 << 8) | (62 << 16),
  AND = 38 | (38 << 8), OR = 124 | (124 << 8), NULLISH = 63 | (63 << 8),
  LE = 60 | (61 << 8), GE = 62 | (61 << 8), EQEQ = 61 | (61 << 8), NE = 33 | (61 << 8),
  SAME = 61 | (61 << 8) | (61 << 16), NOT_SAME = 33 | (61 << 8) | (61 << 16),
}

export const enum Ch {
  NUL = 0, TAB = 9, LF = 10, VT = 11, FF = 12, CR = 13, SPACE = 32, BANG = 33, DQUOTE = 34, HASH = 35, DOLLAR = 36, SQUOTE = 39,
  STAR = 42, PLUS = 43, MINUS = 45, DOT = 46, SLASH = 47, ZERO = 48, LT = 60, EQ = 61, GT = 62,
  LSQ = 91, BACKSLASH = 92, RSQ = 93, BACKTICK = 96, LBRACE = 123, RBRACE = 125,
}

/**
 * Classes of bytes. HIGH: part of a character beyond ASCII. STRING, LINE, TEMPLATE: what a scan of such a text must look
 * at; among it 0xe2, with which the line ends U+2028 and U+2029 begin.
 */
export const enum Cls { LETTER = 1, DIGIT = 2, ASCII_WORD = 3, STRING = 4, HIGH = 8, WORD = 11, LINE = 16, TEMPLATE = 32 }

// A literal, not built with `new`: heap.reset() between scans would wipe it.
const CLASSES: StaticArray<u8> = [
  52, 0, 0, 0, 0, 0, 0, 0, 0, 0, 52, 0, 0, 52, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 4, 0, 33, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 36, 0, 0, 1,
  32, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
  8, 8, 24, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
];

@inline export function classOf(c: i32): i32 { return unchecked(CLASSES[c]) as i32; }
