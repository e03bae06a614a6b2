// What an expression begins with: literals, names, groups, lists and tables, functions without a name.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Dialect, Has } from "./dialects";
import { IslandOp } from "./symbols";
import { Collections } from "./parser-collections";
import { Role } from "./words";

export abstract class Operands extends Collections {
  protected abstract unary(): Node;
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

  private parenthesised(): Node {
    const first = this.node(N.Tuple), l = this.arguments();
    if (l.length == 1) return l[0].kind == N.Keyword || l[0].kind == N.Star ? l[0].a! : l[0];
    return this.listed(N.Tuple, first, l);
  }
}

/** `this` */
export const THIS: i32 = 46;
