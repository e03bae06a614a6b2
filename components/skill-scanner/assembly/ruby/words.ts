// The words of Ruby that other languages have not, by the ids that Names gives them: see javascript/words.ts.

/** Words that another language has as well keep their ids; the others follow Go's, in the order of RUBY_WORDS. */
export const enum R {
  def_ = 1, class_ = 2, return_ = 3, while_ = 5, break_ = 12, if_ = 18, else_ = 20, for_ = 21, in_ = 22, not_ = 24, and_ = 25, or_ = 26,
  lambda_ = 27, yield_ = 30, case_ = 37, new_ = 45, super_ = 47, do_ = 52, true_ = 62, false_ = 63, module_ = 75, require_ = 90,
  nil_ = 112,
  begin_ = 114, end_, elsif_, unless_, until_, when_, then_, rescue_, ensure_, self_, redo_, next_, retry_, undef_, alias_, defined_,
  BEGIN_, END_, LAST_KEYWORD = 131,
  it_ = 132, _1_, proc_, call_, backtick_, file_, shift_, LAST_WORD = 138,
}

export const RUBY_WORDS: StaticArray<string> = [
  "begin", "end", "elsif", "unless", "until", "when", "then", "rescue", "ensure", "self", "redo", "next", "retry", "undef", "alias",
  "defined?", "BEGIN", "END",
  "it", "_1", "proc", "call", ":backtick", "__FILE__", "<<",
];

/** Whether no variable or method without a receiver has this name. */
export function isKeyword(sym: i32): bool {
  if (sym >= R.begin_) return sym <= R.LAST_KEYWORD;
  switch (sym) {
    case R.def_: case R.class_: case R.return_: case R.while_: case R.break_: case R.if_: case R.else_: case R.for_: case R.in_:
    case R.not_: case R.and_: case R.or_: case R.yield_: case R.case_: case R.super_: case R.do_: case R.true_: case R.false_:
    case R.module_: case R.nil_:
      return true;
    default: return false;
  }
}

/** A keyword that is a value, or ends one: behind it a slash divides. */
export function isValueWord(sym: i32): bool {
  switch (sym) {
    case R.end_: case R.self_: case R.true_: case R.false_: case R.nil_: return true;
    default: return !isKeyword(sym);
  }
}

/** What stands behind an expression and does not belong to it. */
export function isModifier(sym: i32): bool {
  switch (sym) {
    case R.if_: case R.unless_: case R.while_: case R.until_: case R.rescue_: case R.and_: case R.or_: case R.do_: case R.then_: case R.end_:
    case R.else_: case R.elsif_: case R.when_: case R.in_: case R.ensure_:
      return true;
    default: return false;
  }
}
