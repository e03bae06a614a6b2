// Template literals: their text is stepped over by bytes, their substitutions are lexed as code.
import { Node, N } from "../ast";
import { SF } from "../python/lexer-tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Types } from "./parser-types";
import { Ch, Op } from "./tokens";
import { W } from "./words";

export abstract class Templates extends Types {
  protected abstract expression(): Node;

  /** A template as the text that it makes: its Str and expressions in order. `raw`: its escapes mean nothing. */
  protected template(raw: bool): Node {
    const n = this.node(N.FStr), parts = new Array<Node>();
    n.list = parts;
    n.op = SF.JS;
    this.parts(parts, raw ? SF.RAW : 0, parts);
    return this.done(n);
  }

  /** What a tag is called with: the list of the texts, and the values between them. */
  protected tagged(tag: Node): Node {
    const n = this.nodeAt(N.Call, tag), texts = this.node(N.List);
    const strings = new Array<Node>(), values = listWith(texts);
    n.a = tag;
    n.op = CallForm.TAGGED;
    n.list = values;
    texts.list = strings;
    const isRaw = tag.kind == N.Attr && tag.sym == W.raw_ && tag.a!.kind == N.Name && tag.a!.sym == W.String_;
    this.parts(strings, isRaw ? SF.RAW : 0, values);
    this.done(texts);
    return this.done(n);
  }

  /** Reads on through the closing backtick. An empty text is left out unless texts and values go separate ways. */
  private parts(texts: Node[], flags: i32, values: Node[]): void {
    const lx = this.lx;
    if (this.depth >= MAX_DEPTH) { values.push(this.tooDeep()); return; }
    this.depth++;
    for (;;) {
      const from = lx.end, line = lx.line;
      lx.pos = from;
      lx.curLine = line;
      lx.skipTemplate();
      if (lx.pos > from || texts !== values) texts.push(this.text(from, line, flags));
      if (lx.pos >= lx.len || lx.at(lx.pos) == Ch.BACKTICK) break;
      if (!this.substitution(values)) break;
    }
    if (lx.pos >= lx.len) this.fault();
    lx.end = lx.pos = min(lx.pos + 1, lx.len);
    this.depth--;
    lx.next();
  }

  private text(from: i32, line: i32, flags: i32): Node {
    const n = this.nodeFrom(N.Str, from, line);
    n.end = this.lx.pos;
    n.op = flags | SF.BARE | SF.TRIPLE | SF.JS;
    return n;
  }

  /** At `${`; stops at its `}`, which is the current token then. False at the end of the file. */
  private substitution(values: Node[]): bool {
    const lx = this.lx;
    lx.pos += 2;
    lx.next();
    values.push(this.expression());
    if (this.isOp(Op.RBRACE)) return true;
    this.fault();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = lx.start;
      values.push(this.expression());
      if (lx.start == before) lx.next();
    }
    return !this.atEnd();
  }
}

/** Call.op beyond Python's. */
export const enum CallForm { NEW = 2, TAGGED = 4 }

function listWith(first: Node): Node[] {
  const l = new Array<Node>();
  l.push(first);
  return l;
}
