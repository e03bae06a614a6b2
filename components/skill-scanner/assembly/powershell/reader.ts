// The bytes of a PowerShell script: blanks, comments, names in lower case, operators.
import { Bytes } from "../bytes";
import { N, Node } from "../ast";
import { Names } from "../python/names";
import { Flat } from "../shell/flat";
import { Ch, isNamePart } from "../shell/reader";
import { operatorNamed, PowerOp } from "./nodes";

/** Statements' first words, in the order of Word. */
const WORDS: StaticArray<string> = [
  "if", "while", "do", "for", "foreach", "switch", "try", "function", "filter", "param", "return", "throw", "exit", "break", "continue",
  "begin", "process", "end", "trap", "class", "using", "workflow", "elseif", "else", "catch", "finally", "until", "in",
];

/** None of them. */
export const NO_WORD: i32 = -1;

export const enum Word {
  If, While, Do, For, Foreach, Switch, Try, Function, Filter, Param, Return, Throw, Exit, Break, Continue, Begin, Process, End, Trap,
  Class, Using, Workflow, ElseIf, Else, Catch, Finally, Until, In,
}

/** The longest of them, and of the operators. */
const LONGEST_WORD: i32 = 11;
/** How far a type is looked for. */
const LONGEST_TYPE: i32 = 96;

export abstract class PowerReader extends Flat {
  /** End of the word or operator that was found last. */
  protected wordEnd: i32 = 0;
  /** Blocks that are open: a `}` belongs to one of them. */
  protected braces: i32 = 0;
  protected readonly stdin: i32;
  protected readonly heldOutput: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.stdin = names.of("stdin");
    this.heldOutput = names.of("$|");
  }

  /** Blanks, joined lines and comments. Not the line's end. */
  protected blanks(): void {
    const from = this.pos;
    let p = from;
    for (; p < this.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.CR) continue;
      if (c == Ch.BACKTICK && this.joinsAt(p)) { p += this.at(p + 1) == Ch.CR ? 2 : 1; this.line++; continue; }
      if (c == Ch.LT && this.at(p + 1) == Ch.HASH) { p = this.commentEnd(p + 2) - 1; continue; }
      if (c == Ch.HASH) while (p < this.end && unchecked(this.src[p]) != Ch.LF) p++;
      break;
    }
    this.pos = p;
    this.work += 1 + ((p - from) >> 5);
  }

  private commentEnd(from: i32): i32 {
    let p = from;
    for (; p < this.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.LF) this.line++;
      if (c == Ch.HASH && this.at(p + 1) == Ch.GT) return p + 2;
    }
    return p;
  }

  /** The same with line ends. */
  protected lines(): void {
    for (this.blanks(); this.byte == Ch.LF && !this.atEnd; this.blanks()) {
      this.pos++;
      this.line++;
    }
  }

  /** The word of WORDS here, not taken yet. */
  protected wordHere(): i32 {
    let p = this.pos;
    while (isLetter(this.at(p)) && p - this.pos <= LONGEST_WORD) p++;
    this.wordEnd = p;
    const next = this.at(p);
    if (p == this.pos || isNamePart(next) || next == Ch.MINUS || next == 46 || next == Ch.BACKSLASH || next == Ch.SLASH || next == Ch.BACKTICK) return NO_WORD;
    const word = new Bytes(changetype<usize>(this.src) + this.pos, p - this.pos);
    for (let i = 0; i < WORDS.length; i++) {
      const known = unchecked(WORDS[i]);
      if (known.length == word.length && word.startsWith(known)) return i;
    }
    return NO_WORD;
  }

  /** Takes the word behind what was just read, also on the next lines; nothing is taken where another stands. */
  protected acceptWord(word: i32): bool {
    const pos = this.pos, line = this.line;
    this.lines();
    if (this.wordHere() == word) { this.pos = this.wordEnd; return true; }
    this.pos = pos;
    this.line = line;
    return false;
  }

  protected accept(byte: i32): bool {
    if (this.byte != byte || this.atEnd) return false;
    this.pos++;
    return true;
  }

  protected expect(byte: i32): void { if (!this.accept(byte)) this.fault(); }

  /** The binary operator here, not taken yet; 0 for none. */
  protected operatorHere(): i32 {
    const c = this.byte, d = this.next;
    this.wordEnd = this.pos + 1;
    switch (c) {
      case Ch.PLUS: return d == Ch.EQ || d == Ch.PLUS ? 0 : c;
      case Ch.STAR: case Ch.SLASH: case Ch.PERCENT: return d == Ch.EQ ? 0 : c;
      case 46: this.wordEnd++; return d == 46 ? PowerOp.Range : 0;
      case Ch.MINUS: return isLetter(d) ? this.namedOperator() : d == Ch.EQ || d == Ch.MINUS ? 0 : c;
      default: return 0;
    }
  }

  /** At a `-` before a letter. */
  protected namedOperator(): i32 {
    const name = this.lowerWord(this.pos + 1);
    return name.length == 0 ? 0 : operatorNamed(name);
  }

  /** The letters at p in lower case, when they are few; sets `wordEnd`. */
  protected lowerWord(from: i32): string {
    let p = from;
    while (isLetter(this.at(p)) && p - from <= LONGEST_WORD) p++;
    this.wordEnd = p;
    return isNamePart(this.at(p)) ? "" : String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, p - from).toLowerCase();
  }

  /** Id of `prefix` and these bytes in lower case. */
  protected folded(prefix: string, from: i32, to: i32): i32 {
    this.work += 1 + ((to - from) >> 3);
    if (to - from > LONGEST_TYPE) return this.symbol(from, to);
    return this.names.of(prefix + String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, to - from).toLowerCase());
  }

  /** Where the type in brackets here ends, behind its bracket; -1 when it is none. */
  protected typeEnd(): i32 {
    if (!isLetter(this.next)) return -1;
    let open = 0, p = this.pos;
    for (; p < this.end && p - this.pos < LONGEST_TYPE; p++) {
      const c = this.at(p);
      if (c == Ch.LSQ || c == Ch.LPAR) open++;
      else if (c == Ch.RSQ || c == Ch.RPAR) { if (--open == 0) return p + 1; }
      else if (c == Ch.LF || c == Ch.SEMI) break;
    }
    this.work += (p - this.pos) >> 5;
    return -1;
  }

  /** `[name]`, which ends at `end`. Its name is in lower case and without `System.` and blanks. */
  protected type(end: i32): Node {
    const n = this.node(N.Const);
    let from = this.pos + 1, to = from;
    while (to < end - 1 && this.at(to) != Ch.LPAR) to++;
    while (this.at(from) == Ch.SPACE) from++;
    while (to > from && this.at(to - 1) == Ch.SPACE) to--;
    if (new Bytes(changetype<usize>(this.src) + from, to - from).startsWith("system.")) from += 7;
    n.sym = this.folded("", from, to);
    n.op = 1;
    this.pos = end;
    return this.done(n);
  }

  /** In place of what nests too deep. */
  protected deep(): Node { return this.flat(); }
}

export function isLetter(c: i32): bool {
  const letter = c | 32;
  return letter >= 97 && letter <= 122;
}
