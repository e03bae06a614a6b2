// What stands between operators: variables, texts, numbers, brackets, and the members and items that are taken out of them.
import { N, Node } from "../ast";
import { Ch, isDigit, isNamePart, isNameStart } from "../shell/reader";
import { Brackets } from "./brackets";
import { VARIABLE } from "./nodes";
import { isLetter } from "./reader";

const DOT: i32 = 46;

export abstract class Operands extends Brackets {
  protected startsOperand(): bool {
    const c = this.byte;
    switch (c) {
      case Ch.DOLLAR: return this.expands();
      case Ch.AT: return this.next == Ch.LPAR || this.next == Ch.LBRACE || this.next == Ch.SQUOTE || this.next == Ch.DQUOTE;
      case Ch.LPAR: case Ch.LBRACE: case Ch.DQUOTE: case Ch.SQUOTE: return !this.atEnd;
      default: return false;
    }
  }

  protected operand(): Node {
    const start = this.pos;
    const n = this.primary();
    return this.pos == start ? n : this.postfix(n);
  }

  private primary(): Node {
    const c = this.byte;
    switch (c) {
      case Ch.DOLLAR: if (this.expands()) return this.dollar(); break;
      case Ch.LPAR: return this.parenthesised();
      case Ch.LBRACE: return this.script();
      case Ch.DQUOTE: case Ch.SQUOTE: return this.quoted();
      case Ch.AT: if (this.next == Ch.LPAR) return this.array();
        if (this.next == Ch.LBRACE) return this.table();
        if (this.next == Ch.DQUOTE || this.next == Ch.SQUOTE) return this.hereString();
        if (isNameStart(this.next)) return this.splat();
        break;
      case Ch.LSQ: {
        const end = this.typeEnd();
        if (end >= 0) return this.type(end);
        break;
      }
      default: if (isDigit(c) || (c == DOT && isDigit(this.next))) return this.number();
    }
    return this.other();
  }

  /** A word where none may stand, or nothing at all. */
  private other(): Node {
    const start = this.pos;
    if (isNameStart(this.byte) || this.byte >= 0x80) return this.bareword(new Array<Node>(), start, this.line);
    this.fault();
    const n = this.node(N.Error);
    return this.done(n);
  }

  /** `104`, `0x68`, `1kb` */
  private number(): Node {
    const n = this.node(N.Num);
    const isHex = this.byte == Ch.ZERO && (this.next | 32) == 120;
    if (isHex) this.pos += 2;
    while (!this.atEnd && (isDigit(this.byte) || (isHex && isHexLetter(this.byte)) || (!isHex && this.byte == DOT && isDigit(this.next)))) this.pos++;
    this.done(n);
    while (!this.atEnd && isLetter(this.byte)) this.pos++; // a unit
    return n;
  }

  /** `@name`: the values of a table or list as parameters of a command. */
  protected splat(): Node {
    const n = this.node(N.Star), from = ++this.pos;
    while (!this.atEnd && isNamePart(this.byte)) this.pos++;
    n.a = this.variableNamed(from, this.pos);
    return this.done(n);
  }

  // ---- members and items

  protected postfix(first: Node): Node {
    let n = first;
    for (let before = -1; before != this.pos; ) {
      before = this.pos;
      const c = this.byte, d = this.next;
      if (c == Ch.COLON && d == Ch.COLON) n = this.member(n, 2);
      else if (c == DOT && d != DOT && (isNameStart(d) || d == Ch.DOLLAR || d == Ch.LPAR || d == Ch.DQUOTE || d == Ch.SQUOTE)) n = this.member(n, 1);
      else if (c == Ch.QUESTION && d == DOT) n = this.member(n, 2);
      else if (c == Ch.LSQ && n.kind != N.Num) n = this.index(n);
      else if (c == Ch.LPAR && n.kind == N.Attr) n = this.called(n);
      else if ((c == Ch.PLUS || c == Ch.MINUS) && d == c && n.kind == N.Name) { this.pos += 2; break; }
    }
    return n;
  }

  private member(object: Node, length: i32): Node {
    const n = this.nodeFrom(N.Attr, object.start, object.line);
    n.a = object;
    this.pos += length;
    this.blanks();
    n.op = this.pos;
    n.line = this.line;
    const from = this.pos;
    if (isNameStart(this.byte)) {
      while (!this.atEnd && isNamePart(this.byte)) this.pos++;
      n.sym = this.folded("", from, this.pos);
    } else if (this.startsOperand()) n.b = this.memberName();
    else this.fault();
    return this.done(n);
  }

  private memberName(): Node {
    if (this.byte == Ch.DOLLAR) return this.dollar();
    return this.byte == Ch.LPAR ? this.parenthesised() : this.byte == Ch.LBRACE ? this.script() : this.quoted();
  }

  private index(object: Node): Node {
    const n = this.nodeFrom(N.Subscript, object.start, object.line);
    n.a = object;
    if (!this.enter()) { n.b = this.deep(); return this.done(n); }
    const inArguments = this.inArguments;
    this.inArguments = false;
    this.pos++;
    this.lines();
    n.b = this.expression();
    this.lines();
    this.inArguments = inArguments;
    this.expect(Ch.RSQ);
    this.leave();
    return this.done(n);
  }

  private called(method: Node): Node {
    const n = this.nodeFrom(N.Call, method.start, method.line), list = new Array<Node>();
    n.a = method;
    n.list = list;
    if (!this.enter()) { list.push(this.deep()); return this.done(n); }
    const inArguments = this.inArguments;
    this.inArguments = true;
    this.pos++;
    for (this.lines(); !this.atEnd && this.byte != Ch.RPAR; this.lines()) {
      const before = this.pos;
      list.push(this.item());
      this.lines();
      if (this.byte != Ch.RPAR && !this.accept(Ch.COMMA)) {
        this.fault();
        if (this.pos == before || this.byte == Ch.RBRACE || this.byte == Ch.SEMI) break;
      }
    }
    this.inArguments = inArguments;
    this.expect(Ch.RPAR);
    this.leave();
    return this.done(n);
  }

  protected isVariable(n: Node): bool { return n.kind == N.Name && n.op >= VARIABLE; }
}

function isHexLetter(c: i32): bool {
  const letter = c | 32;
  return letter >= 97 && letter <= 102;
}
