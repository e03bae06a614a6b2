// The bytes of a shell script, the place in them, and the makers of nodes. There are no tokens: what a byte means in a
// shell depends on what is around it.
import { isBeyondTrees } from "../arena";
import { N, Node } from "../ast";
import { Faults } from "../python/lexer-faults";
import { SF } from "../python/lexer-tokens";
import { decodeUtf8, Names } from "../python/names";
import { reservedWord } from "./reserved";

export const enum Ch {
  NUL = 0, TAB = 9, LF = 10, CR = 13, SPACE = 32, BANG = 33, DQUOTE = 34, HASH = 35, DOLLAR = 36, PERCENT = 37, AMP = 38,
  SQUOTE = 39, LPAR = 40, RPAR = 41, STAR = 42, PLUS = 43, COMMA = 44, MINUS = 45, SLASH = 47, ZERO = 48, NINE = 57,
  COLON = 58, SEMI = 59, LT = 60, EQ = 61, GT = 62, QUESTION = 63, AT = 64, LSQ = 91, BACKSLASH = 92, RSQ = 93, CARET = 94,
  UNDERSCORE = 95, BACKTICK = 96, LBRACE = 123, PIPE = 124, RBRACE = 125, TILDE = 126,
}

/** Flag of an FStr beside SF: an expansion outside of quotes is in it, so that blanks in its value part words. */
export const SPLIT: i32 = 256;

/** `op` of a Name that is a command's, not a variable's. */
export const COMMAND: i32 = 1;

/**
 * Nesting of substitutions, compound commands and brackets. Honest scripts stay below 20; each level takes several
 * frames of the walker.
 */
const MAX_DEPTH: i32 = 48;

/** See MAX_PROBES in python/lexer.ts. */
const MAX_PROBES: i32 = 1 << 24;

export abstract class Reader {
  pos: i32 = 0;
  line: i32 = 1;
  faults: Faults = new Faults();
  nodes: i32 = 0;
  protected work: i32 = 0;
  /** End of what is read: of the file, of a here-document's body, of what stands between backticks. */
  protected end: i32;
  protected depth: i32 = 0;
  /** End of the reserved word that was found last. */
  protected reservedEnd: i32 = 0;
  protected isStopped: bool = false;
  /** The list of every node without elements. */
  protected none: Node[] = [];

  /** `src` is UTF-8 with at least three zero bytes after `length`. */
  constructor(public src: StaticArray<u8>, length: i32, public names: Names) {
    this.end = length;
    if (this.at(0) == 0xef && this.at(1) == 0xbb && this.at(2) == 0xbf) this.pos = 3;
  }

  /** Work done: every word and node, and the bytes that were looked at. */
  get steps(): i32 { return this.work + this.nodes + this.names.probes; }

  /** The byte at p, 0 from the end on. */
  @inline protected at(p: i32): i32 { return p < this.end ? unchecked(this.src[p]) as i32 : 0; }
  @inline protected get byte(): i32 { return this.at(this.pos); }
  @inline protected get next(): i32 { return this.at(this.pos + 1); }
  @inline protected get atEnd(): bool { return this.pos >= this.end; }

  protected fault(): void { this.faults.error(this.line); }

  /** Ends the file here: what follows is not read, and reported as such. */
  protected stop(): void {
    this.faults.skip(this.line);
    this.isStopped = true;
    this.end = this.pos;
  }

  /** Goes back to what is around a region. */
  protected widen(end: i32): void {
    if (!this.isStopped) this.end = end;
  }

  /** One level deeper; false, and counted, where it is too deep. */
  protected enter(): bool {
    if (this.depth >= MAX_DEPTH) { this.faults.cutoff(this.line); return false; }
    this.depth++;
    return true;
  }

  @inline protected leave(): void { this.depth--; }

  // ---- what stands between words

  /** Blanks, joined lines and a comment. Not the line's end. */
  protected blanks(): void {
    const from = this.pos;
    let p = from;
    for (; p < this.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.CR) continue;
      if (c == Ch.BACKSLASH && this.joinsAt(p)) { p += this.at(p + 1) == Ch.CR ? 2 : 1; this.line++; continue; }
      if (c == Ch.HASH) while (p < this.end && unchecked(this.src[p]) != Ch.LF) p++;
      break;
    }
    this.pos = p;
    this.work += (p - from) >> 5;
  }

  /** Whether the backslash at p joins this line with the next. */
  @inline protected joinsAt(p: i32): bool {
    const c = this.at(p + 1);
    return c == Ch.LF || (c == Ch.CR && this.at(p + 2) == Ch.LF);
  }

  // ---- reserved words

  /** The reserved word here, not taken yet. */
  protected reserved(): i32 {
    return reservedWord(this.packedWord());
  }

  /** The bytes of a word that may be reserved, see `reservedWord`; 0 for any other. */
  protected packedWord(): u64 {
    let packed: u64 = 0, p = this.pos, shift: u64 = 0;
    const c = this.byte;
    if (c == Ch.LBRACE || c == Ch.RBRACE || c == Ch.BANG) { packed = c as u64; p++; }
    else if (c == Ch.LSQ && this.next == Ch.LSQ) { packed = 0x5b5b; p += 2; }
    else for (; shift < 64 && this.at(p) >= 97 && this.at(p) <= 122; shift += 8) packed |= (this.at(p++) as u64) << shift;
    this.reservedEnd = p;
    return p >= this.end || endsWord(this.at(p)) ? packed : 0;
  }

  // ---- nodes

  protected node(kind: i32): Node { return this.nodeFrom(kind, this.pos, this.line); }

  protected nodeFrom(kind: i32, start: i32, line: i32): Node {
    const n = new Node(kind, start, line);
    this.nodes++;
    if (isBeyondTrees(changetype<usize>(n)) && !this.isStopped) this.stop();
    return n;
  }

  @inline protected done(n: Node): Node {
    n.end = this.pos;
    return n;
  }

  /** The bytes as they stand. A text over several lines is reported at the line inside of it. */
  protected text(from: i32, to: i32, line: i32): Node {
    const n = this.nodeFrom(N.Str, from, line);
    n.op = SF.BARE | SF.RAW | (line != this.line ? SF.TRIPLE : 0);
    n.end = to;
    this.work += 1 + ((to - from) >> 5);
    return n;
  }

  /** A variable. */
  protected variable(from: i32, to: i32): Node { return this.name(this.symbol(from, to), from, to); }

  protected name(symbol: i32, from: i32, to: i32): Node {
    const n = this.nodeFrom(N.Name, from, this.line);
    n.sym = symbol;
    n.end = to;
    return n;
  }

  protected command(symbol: i32, start: i32): Node {
    const n = this.name(symbol, start, this.pos);
    n.op = COMMAND;
    return n;
  }

  /** A call of one of the parser's own commands: see match.ts. */
  protected pseudo(name: string, start: i32, line: i32, list: Node[]): Node {
    const n = this.nodeFrom(N.Call, start, line);
    n.a = this.command(this.names.of(name), start);
    n.a!.line = line;
    n.list = list;
    return this.done(n);
  }

  /** Id of the name in these bytes. */
  protected symbol(from: i32, to: i32): i32 {
    let hash: u32 = 2166136261, bits = 0;
    for (let p = from; p < to; p++) {
      const c = unchecked(this.src[p]) as u32;
      bits |= c as i32;
      hash = (hash ^ c) * 16777619;
    }
    const names = this.names;
    const symbol = bits < 0x80 ? names.intern(this.src, from, to, hash) : names.of(decodeUtf8(this.src, from, to));
    if (this.names.probes > MAX_PROBES && !this.isStopped) this.stop();
    return symbol;
  }

  protected keyword(symbol: i32, value: Node): Node {
    const n = this.nodeFrom(N.Keyword, value.start, value.line);
    n.sym = symbol;
    n.a = value;
    n.end = value.end;
    return n;
  }

  protected statement(node: Node): Node {
    if (node.isStatement) return node;
    const n = this.nodeFrom(N.ExprStmt, node.start, node.line);
    n.a = node;
    n.end = node.end;
    return n;
  }

  protected assign(target: Node, value: Node): Node {
    const n = this.nodeFrom(N.Assign, target.start, target.line);
    n.list = [target, value];
    return this.done(n);
  }
}

/** What ends a word outside of quotes: blanks, line ends, `;&|()<>`. */
@inline export function endsWord(c: i32): bool {
  return c < 64 ? (((0x5800_0341_0000_2600 as u64) >> (c as u64)) & 1) != 0 : c == Ch.PIPE;
}

/** What a word's plain text cannot run over: what ends it, quotes, `\`, `$`, backticks, `{`, NUL. */
@inline export function isSpecial(c: i32): bool {
  return c < 64 ? (((0x5800_03d5_0000_2601 as u64) >> (c as u64)) & 1) != 0 : c == Ch.BACKSLASH || c == Ch.BACKTICK || c == Ch.LBRACE || c == Ch.PIPE;
}

export function isNameStart(c: i32): bool {
  const letter = c | 32;
  return (letter >= 97 && letter <= 122) || c == Ch.UNDERSCORE;
}

export function isNamePart(c: i32): bool {
  return isNameStart(c) || isDigit(c);
}

@inline export function isDigit(c: i32): bool { return c >= Ch.ZERO && c <= Ch.NINE; }
