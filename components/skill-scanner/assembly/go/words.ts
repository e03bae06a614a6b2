// The words of Go that other languages have not, by the ids that Names gives them: see javascript/words.ts.

/** Words that Python or JavaScript has as well keep their ids; the others follow, in the order of GO_WORDS. */
export const enum G {
  return_ = 3, import_ = 4, break_ = 12, continue_ = 13, if_ = 18, else_ = 20, for_ = 21, case_ = 37, type_ = 38, blank_ = 41,
  var_ = 42, const_ = 43, switch_ = 53, default_ = 54, interface_ = 73,
  chan_ = 96, defer_, fallthrough_, func_, go_, goto_, map_, package_, range_, select_, struct_,
  LAST_KEYWORD = 106,
  byte_ = 107, rune_, string_, init_, main_, nil_, bytes_,
  LAST_WORD = 113,
}

/** `_` */
export const BLANK: i32 = G.blank_;

export const GO_WORDS: StaticArray<string> = [
  "chan", "defer", "fallthrough", "func", "go", "goto", "map", "package", "range", "select", "struct",
  "byte", "rune", "string", "init", "main", "nil", ":bytes",
];

/** Whether no variable can have this name. */
export function isKeyword(sym: i32): bool {
  if (sym >= G.chan_) return sym <= G.LAST_KEYWORD;
  switch (sym) {
    case G.return_: case G.import_: case G.break_: case G.continue_: case G.if_: case G.else_: case G.for_: case G.case_: case G.type_:
    case G.var_: case G.const_: case G.switch_: case G.default_: case G.interface_:
      return true;
    default: return false;
  }
}

/** Whether a line may end behind it. */
export function mayEndLine(sym: i32): bool {
  return !isKeyword(sym) || sym == G.return_ || sym == G.break_ || sym == G.continue_ || sym == G.fallthrough_;
}
