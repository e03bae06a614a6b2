// Reserved words: they count only where a command may begin, unquoted.

/** From `then` on words that go on with or end a command: in a set of them each is the bit 1 << W. */
export const enum W {
  none, if_, for_, while_, until_, case_, select_, function_, brace, bang, time_, coproc, test,
  then_, elif_, else_, fi_, do_, done_, esac_, endBrace,
  /** No words, but closers too. */
  paren, caseEnd,
}

/** What begins a compound command or goes before a command, and what ends one. */
@inline export function isCloser(word: i32): bool { return word >= W.then_; }

/** The reserved word of these bytes, which are packed first to last from the low end. */
export function reservedWord(packed: u64): i32 {
  switch (packed) {
    case 0x6669: return W.if_;
    case 0x726f66: return W.for_;
    case 0x656c696877: return W.while_;
    case 0x6c69746e75: return W.until_;
    case 0x65736163: return W.case_;
    case 0x7463656c6573: return W.select_;
    case 0x6e6f6974636e7566: return W.function_;
    case 0x7b: return W.brace;
    case 0x21: return W.bang;
    case 0x656d6974: return W.time_;
    case 0x636f72706f63: return W.coproc;
    case 0x5b5b: return W.test;
    case 0x6e656874: return W.then_;
    case 0x66696c65: return W.elif_;
    case 0x65736c65: return W.else_;
    case 0x6966: return W.fi_;
    case 0x6f64: return W.do_;
    case 0x656e6f64: return W.done_;
    case 0x63617365: return W.esac_;
    case 0x7d: return W.endBrace;
    default: return W.none;
  }
}

/** `in`, of `for` and `case`. */
export const IN: u64 = 0x6e69;
