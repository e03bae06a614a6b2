// What stands between brackets: arguments, lists, tables, Objective-C's messages.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, pair } from "../parsing/tree-cursor";
import { Types } from "./parser-types";

export abstract class Collections extends Types {
  protected abstract argument(): Node;

  /** `(…)` of a call. */
  protected arguments(): Node[] {
    const l = new Array<Node>(), open = this.open++;
    this.lx.next();
    this.elements(l, Op.RPAR);
    this.open = open;
    this.expectOp(Op.RPAR);
    return l;
  }

  protected elements(into: Node[], closing: i32): void {
    const lx = this.lx;
    while (!this.isOp(closing) && !this.atEnd()) {
      const before = lx.start, nodes = this.nodes;
      into.push(this.argument());
      if (this.acceptOp(Op.COMMA) || this.isOp(closing)) continue;
      if (this.isOp(Op.SEMI)) { lx.next(); continue; }
      if (lx.start > before && nodes < this.nodes && !this.isClosing()) continue;
      this.fault();
      if (this.isClosing() && !this.isOp(Op.COLON)) break;
      lx.next();
    }
  }

  /** `[a, b]`, `{a = b}`, `[a: b]`, `{a => b}` */
  protected collection(closing: i32, kind: i32): Node {
    const first = this.node(kind), l = new Array<Node>(), open = this.open++;
    this.lx.next();
    this.elements(l, closing);
    this.open = open;
    this.expectOp(closing);
    let pairs = 0;
    for (let i = 0; i < l.length; i++) if (l[i].kind == N.Keyword || l[i].kind == N.Slice) pairs++;
    if (pairs == 0) return this.listed(kind, first, l);
    const entries = new Array<Node>();
    for (let i = 0; i < l.length; i++) this.entry(entries, l[i]);
    return this.listed(N.Dict, first, entries);
  }

  private entry(into: Node[], element: Node): void {
    if (element.kind == N.Slice) { into.push(element.a!); into.push(element.list![0]); return; }
    const key = this.nodeAt(element.kind == N.Keyword ? N.Str : N.Error, element);
    key.end = key.start;
    if (element.kind == N.Keyword) this.keyText(key, element);
    into.push(key);
    into.push(element.kind == N.Keyword ? element.a! : element);
  }

  /** The name of a field as a text. */
  private keyText(key: Node, element: Node): void {
    key.op = BARE_KEY;
    key.sym = element.sym;
    let end = key.start;
    while (this.lx.at(end) > Ch.SPACE && this.lx.at(end) != Op.EQ && this.lx.at(end) != Op.COLON && end < element.end) end++;
    key.end = end;
  }

  /** Objective-C's `[object message: a other: b]`; without a message it is a list. */
  protected message(): Node {
    const first = this.node(N.Call), open = this.open++, lx = this.lx;
    lx.next();
    const receiver = this.isOp(Op.RSQ) ? this.unknown() : this.expression();
    let result = receiver;
    if (lx.kind == T.NAME) {
      const n = this.nodeAt(N.Call, receiver), l = new Array<Node>();
      n.a = this.memberOf(receiver);
      n.list = l;
      while (this.acceptOp(Op.COLON)) {
        l.push(this.expression());
        while (this.acceptOp(Op.COMMA)) l.push(this.expression());
        if (lx.kind == T.NAME) lx.next();
      }
      result = this.done(n);
    } else {
      const l = listOf(receiver);
      while (this.acceptOp(Op.COMMA) && !this.isOp(Op.RSQ)) l.push(this.expression());
      result = this.listed(N.List, first, l);
    }
    this.open = open;
    this.expectOp(Op.RSQ);
    return result;
  }

  /** `key: value` of a table. */
  protected entryOf(key: Node, value: Node): Node {
    const n = this.nodeAt(N.Slice, key);
    n.a = key;
    n.list = listOf(value);
    n.op = 1;
    return this.done(n);
  }

  protected pairOf(a: Node, b: Node): Node[] { return pair(a, b); }
}

/** Flags of a key that is written as a name: literal text, without quotes. */
const BARE_KEY: i32 = 64 | 1;
