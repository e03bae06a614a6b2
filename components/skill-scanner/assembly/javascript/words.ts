// The words that the parser looks for, by the ids that Names gives them.

/** Words that Python has as well keep the ids of its enum K; the others follow, in the order of WORDS. */
export const enum W {
  NONE = 0,
  class_ = 2, return_ = 3, import_ = 4, while_ = 5, with_ = 6, try_ = 7, break_ = 12, continue_ = 13, finally_ = 15,
  global_ = 17, if_ = 18, else_ = 20, for_ = 21, in_ = 22, is_ = 23, from_ = 28, as_ = 29, yield_ = 30, await_ = 31, async_ = 32,
  case_ = 37, type_ = 38,

  // reserved: never the name of a variable
  var_ = 42, const_, function_, new_, this_, super_, typeof_, void_, delete_, instanceof_, do_, switch_, default_,
  catch_, throw_, extends_, debugger_, export_, enum_, null_, true_, false_,
  LAST_RESERVED = 63,
  // words that mean something only where they stand
  let_ = 64, static_, get_, set_, of_, using_, accessor_, target_, meta_,
  // TypeScript's
  interface_, namespace_, module_, declare_, abstract_, readonly_, public_, private_, protected_, override_,
  implements_, satisfies_, keyof_, infer_, asserts_, unique_, out_, require_,
  LAST_WORD = 90,
  // names that the tree has where the source has other syntax
  exports_ = 91, createElement_, Fragment_, raw_, String_,
}

/** Interned behind Python's words: a literal, for heap.reset() would wipe what is computed. */
export const WORDS: StaticArray<string> = [
  "var", "const", "function", "new", "this", "super", "typeof", "void", "delete", "instanceof", "do", "switch",
  "default", "catch", "throw", "extends", "debugger", "export", "enum", "null", "true", "false",
  "let", "static", "get", "set", "of", "using", "accessor", "target", "meta",
  "interface", "namespace", "module", "declare", "abstract", "readonly", "public", "private", "protected", "override",
  "implements", "satisfies", "keyof", "infer", "asserts", "unique", "out", "require",
  "exports", "createElement", "Fragment", "raw", "String",
];

/** Whether no variable can have this name. */
export function isReserved(sym: i32): bool {
  if (sym > W.LAST_RESERVED || sym == W.NONE) return false;
  if (sym >= W.var_) return true;
  switch (sym) {
    case W.class_: case W.return_: case W.import_: case W.while_: case W.with_: case W.try_: case W.break_:
    case W.continue_: case W.finally_: case W.if_: case W.else_: case W.for_: case W.in_: case W.case_:
      return true;
    default: return false;
  }
}
