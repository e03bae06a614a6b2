// What an expression begins with: literals, names, groups, lists and tables, functions without a name.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Dialect, Has } from "./dialects";
import { IslandOp } from "./symbols";
import { Types } from "./parser-types";
import { Role } from "./words";

export abstract class Operands extends Types {
  protected abstract unary(): Node;
  protected abstract argument(): Node;
  protected abstract closure(): Node;
  protected abstract functionLiteral(): Node;
  protected abstract statementValue(): Node;
  protected abstract wordCall(name: Node): Node;
  protected abstract english(): Node | null;

  protected operand(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.operandHere();
    this.depth--;
    return e;
  }

  private operandHere(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NUMBER: return this.token(N.Num);
      case T.STRING: return this.stringNode();
      case T.TEMPLATE: return this.template();
      case T.REGEX: return this.token(N.Error);
      case T.NAME: return this.word();
      case T.OP: return this.grouped();
      default: return this.unreadable();
    }
  }

  private grouped(): Node {
    const lx = this.lx;
    if (lx.dialect == Dialect.C && this.isClosing()) return this.unknown(); // `(char *)`
    switch (lx.op) {
      case Op.LPAR: return this.parenthesised();
      case Op.LSQ: return lx.dialect == Dialect.C ? this.message() : this.collection(Op.RSQ, N.List);
      case Op.LBRACE: return lx.has(Has.DATA_BRACES) ? this.collection(Op.RBRACE, N.List) : lx.has(Has.CLOSURES) ? this.closure() : this.statementValue();
      case Op.PIPE: case Op.OR: if (lx.dialect == Dialect.Rust) return this.functionLiteral(); break;
      case IslandOp.BACKSLASH: {
        if (lx.dialect == Dialect.R) return this.functionLiteral();
        lx.next(); // PHP's root
        return this.operand();
      }
      case Op.DOT: case Op.AT: case Op.COLON: case IslandOp.SCOPE: case Ch.HASH: {
        const opened = lx.op;
        lx.next(); // `.member`, `@[…]`, `:symbol`, `#selector`
        if (lx.nl && lx.has(Has.LINES)) break;
        return opened == Op.COLON && lx.kind != T.NAME ? this.unreadable() : this.operand();
      }
      case IslandOp.DOLLAR: return this.dereferenced();
      default: break;
    }
    return this.unreadable();
  }

  /** `${$x}`, `@{$x}`, `$$x` */
  private dereferenced(): Node {
    this.lx.next();
    if (!this.isOp(Op.LBRACE)) return this.unary();
    this.lx.next();
    const e = this.expression();
    this.expectOp(Op.RBRACE);
    return e;
  }

  private word(): Node {
    const lx = this.lx;
    switch (lx.role) {
      case Role.TRUE: return this.constant(K.True_);
      case Role.FALSE: return this.constant(K.False_);
      case Role.NULL: return this.constant(K.None_);
      case Role.NEW: if (this.isContextual()) break; return this.made();
      case Role.THIS: return this.self();
      case Role.FUNCTION: if (lx.dialect == Dialect.Vim || (this.isContextual() && lx.following != Op.LPAR)) break; return this.functionLiteral();
      case Role.DO: case Role.LOOP: case Role.BEGIN: if (!lx.has(Has.END_WORDS) && lx.following != Op.LBRACE) break; // falls through
      case Role.IF: case Role.UNLESS: case Role.SWITCH: case Role.TRY: case Role.FOR: case Role.WHILE:
        if (this.isContextual() && lx.following != Op.LPAR) break;
        return this.statementValue();
      case Role.TYPE: if (lx.dialect != Dialect.C || this.isContextual()) break; return this.skippedWord();
      case Role.NOT: {
        const n = this.node(N.Unary);
        n.op = -K.not_;
        lx.next();
        n.a = this.unary();
        return this.done(n);
      }
      case Role.PREFIX: case Role.DECLARE: case Role.MODIFIER: case Role.RETURN: case Role.CASE: if (this.isContextual()) break; return this.skippedWord();
      case Role.END: case Role.THEN: case Role.ELSE: case Role.ELIF: case Role.CATCH: case Role.FINALLY: case Role.IN: case Role.AND: case Role.OR:
        if (lx.has(Has.END_WORDS) || lx.dialect == Dialect.Perl) { this.fault(); return this.unknown(); }
        break;
      default: break;
    }
    if (lx.dialect == Dialect.AppleScript) {
      const phrase = this.english();
      if (phrase !== null) return phrase;
    }
    const name = this.nameNode();
    return lx.dialect == Dialect.Perl || lx.dialect == Dialect.PHP || lx.dialect == Dialect.Groovy ? this.wordCall(name) : name;
  }

  /** A word that only where it stands means anything is a name here: `open(…)`, `new.x`. */
  protected isContextual(): bool {
    const c = this.lx.following;
    return c == Op.LPAR || c == Op.DOT || c == Op.COMMA || c == Op.RPAR || c == Op.SEMI || (c == Op.EQ && !this.lx.has(Has.END_WORDS));
  }

  private skippedWord(): Node {
    this.lx.next();
    if (this.lx.kind == T.OP && this.lx.op == Op.QUESTION) this.lx.next(); // try?
    else if (this.isOp(Op.BANG)) this.lx.next();
    return this.isClosing() || this.lineEnded ? this.unknown() : this.unary();
  }

  private self(): Node {
    const n = this.nameNode();
    n.sym = THIS;
    return n;
  }

  protected constant(symbol: i32): Node {
    const n = this.token(N.Const);
    n.sym = symbol;
    return n;
  }

  /** `new T(…)`, `new T { … }`, `new T[] { … }` is a call of the type. */
  private made(): Node {
    const lx = this.lx, first = this.node(N.Error);
    lx.next();
    const name = this.dottedName();
    const callee = name === null ? this.done(first) : name;
    if (this.isOp(Op.LT)) this.skipTypes();
    this.acceptOp(IslandOp.NE2); // new T<>()
    if (this.isOp(Op.LSQ)) {
      while (this.isOp(Op.LSQ)) this.skipBrackets();
      return this.isOp(Op.LBRACE) ? this.collection(Op.RBRACE, N.List) : callee;
    }
    const n = this.nodeAt(N.Call, first);
    n.a = callee;
    n.list = this.isOp(Op.LPAR) ? this.arguments() : this.none;
    if (!this.isOp(Op.LBRACE)) return this.done(n);
    const initial = lx.has(Has.DATA_BRACES) && lx.dialect != Dialect.Java ? this.collection(Op.RBRACE, N.List) : this.closure();
    const all = n.list!.slice(0);
    if (initial.kind != N.Dict) all.push(initial);
    else for (let i = 0; i + 1 < initial.list!.length; i += 2) all.push(this.keyword(initial.list![i], initial.list![i + 1]));
    n.list = all;
    return this.done(n);
  }

  private keyword(key: Node, value: Node): Node {
    const n = this.nodeAt(N.Keyword, key);
    n.sym = key.sym;
    n.a = value;
    n.end = value.end;
    return n.sym != 0 ? n : value;
  }

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

  private parenthesised(): Node {
    const first = this.node(N.Tuple), l = this.arguments();
    if (l.length == 1) return l[0].kind == N.Keyword || l[0].kind == N.Star ? l[0].a! : l[0];
    return this.listed(N.Tuple, first, l);
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
  private message(): Node {
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
/** `this` */
export const THIS: i32 = 46;
