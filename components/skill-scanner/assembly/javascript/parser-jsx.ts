// JSX: an element is a call of createElement with its name, a Dict of its attributes, and its children.
import { Node, N } from "../ast";
import { SF } from "../python/lexer-tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Classes } from "./parser-classes";
import { Ch, Op, T } from "./tokens";
import { W } from "./words";

export abstract class Jsx extends Classes {
  /** At `<`, through the end of the element. */
  protected jsx(): Node {
    const n = this.openElement();
    this.lx.next();
    return n;
  }

  /** The same, but `pos` is behind the closing `>` and no token is read there: between tags there are none. */
  private openElement(): Node {
    const n = this.node(N.Call), list = new Array<Node>();
    n.a = this.madeName(W.createElement_, n);
    n.list = list;
    if (this.depth >= MAX_DEPTH) { list.push(this.tooDeep()); this.lx.end = this.lx.pos = this.lx.start; return n; }
    this.depth++;
    const noIn = this.noIn, colonEnds = this.colonEnds;
    this.noIn = this.colonEnds = false;
    this.lx.next();
    list.push(this.atTagEnd() ? this.madeName(W.Fragment_, n) : this.tag());
    list.push(this.attributes());
    if (this.atTagEnd()) this.children(list);
    else this.selfClosing();
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.depth--;
    n.end = this.lx.end;
    return n;
  }

  /** At a `>`: what follows it belongs to no operator. */
  private atTagEnd(): bool {
    const lx = this.lx;
    if (lx.kind != T.OP || (lx.op & 255) != Op.GT) return false;
    lx.op = Op.GT;
    lx.end = lx.pos = lx.start + 1;
    return true;
  }

  /** `div` is a text, `Panel` and `ui.Panel` are names. */
  private tag(): Node {
    const lx = this.lx;
    if (lx.kind != T.NAME) { this.fault(); return this.undefined(); }
    lx.jsxName();
    const first = lx.at(lx.start);
    let e: Node;
    if (first >= 97 && first <= 122 && lx.nextOnLine() != Op.DOT) e = this.wordText();
    else e = this.nameNode();
    while (this.isOp(Op.DOT)) {
      const n = this.nodeAt(N.Attr, e);
      lx.next();
      n.line = lx.line;
      n.op = lx.start;
      n.a = e;
      n.sym = this.name();
      e = this.done(n);
    }
    if (this.isOp(Op.LT)) this.typeArguments();
    return e;
  }

  private attributes(): Node {
    const n = this.node(N.Dict), l = new Array<Node>();
    n.list = l;
    while (!this.atEnd() && !this.atTagEnd() && !this.isOp(Op.SLASH)) {
      const before = this.lx.start;
      if (this.isOp(Op.LBRACE)) this.spreadAttribute(l);
      else if (this.lx.kind == T.NAME) this.attribute(l);
      if (this.lx.start == before) { this.fault(); this.lx.next(); }
    }
    return this.done(n);
  }

  private spreadAttribute(entries: Node[]): void {
    this.lx.next();
    if (this.isOp(Op.SPREAD)) entries.push(this.spread());
    else this.fault();
    this.expectOp(Op.RBRACE);
  }

  private attribute(entries: Node[]): void {
    const lx = this.lx;
    lx.jsxName();
    entries.push(this.wordText());
    if (!this.isOp(Op.EQ)) { entries.push(this.undefined()); return; }
    lx.next();
    if (lx.kind == T.STRING) {
      lx.jsxString();
      entries.push(this.stringNode());
    } else if (this.isOp(Op.LBRACE)) entries.push(this.container());
    else entries.push(this.isOp(Op.LT) ? this.jsx() : this.noValue());
  }

  private noValue(): Node {
    this.fault();
    return this.undefined();
  }

  /** `{expression}`, and the token behind it. */
  private container(): Node {
    this.lx.next();
    const e = this.isOp(Op.RBRACE) ? this.undefined() : this.isOp(Op.SPREAD) ? this.spread() : this.expression();
    this.expectOp(Op.RBRACE);
    return e;
  }

  private selfClosing(): void {
    if (!this.acceptOp(Op.SLASH)) this.fault();
    if (!this.atTagEnd()) this.fault();
  }

  /** At the `>` of the opening tag; ends at that of the closing one. */
  private children(out: Node[]): void {
    const lx = this.lx;
    lx.pos = lx.end;
    lx.curLine = lx.line;
    while (lx.pos < lx.len) {
      const from = lx.pos, line = lx.curLine;
      lx.skipJsxText();
      if (lx.pos > from) out.push(this.textOf(from, lx.pos, line, SF.RAW | SF.TRIPLE));
      if (lx.pos >= lx.len) break;
      const isTag = lx.at(lx.pos) == Ch.LT;
      lx.next();
      if (isTag && this.closingTag()) return;
      if (isTag) out.push(this.openElement());
      else this.child(out);
      lx.pos = lx.end;
    }
    this.fault();
    lx.next();
  }

  /** `{expression}` between tags; ends at its brace, or at what should have been one. */
  private child(out: Node[]): void {
    const lx = this.lx;
    lx.next();
    if (this.isOp(Op.RBRACE)) return;
    out.push(this.isOp(Op.SPREAD) ? this.spread() : this.expression());
    if (!this.isOp(Op.RBRACE)) this.fault();
    lx.curLine = lx.line;
  }

  /** At `<`: whether it begins `</name>`, whose `>` is then the current token. */
  private closingTag(): bool {
    if (this.lx.peek() != Op.SLASH) return false;
    this.lx.next();
    this.lx.next();
    while (this.lx.kind == T.NAME || this.isOp(Op.DOT)) {
      if (this.lx.kind == T.NAME) this.lx.jsxName();
      this.lx.next();
    }
    if (!this.atTagEnd()) this.fault();
    return true;
  }
}
