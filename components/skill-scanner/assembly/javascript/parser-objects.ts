// Object and array literals; as patterns they are read in the same way. And what members of objects and classes share.
import { Node, N } from "../ast";
import { SF } from "../python/lexer-tokens";
import { Func, Functions } from "./parser-functions";
import { Op, T } from "./tokens";
import { W } from "./words";

export abstract class Objects extends Functions {
  /** At `[`. */
  protected array(): Node {
    const n = this.node(N.List), l = new Array<Node>(), noIn = this.noIn, colonEnds = this.colonEnds;
    n.list = l;
    this.noIn = this.colonEnds = false;
    this.lx.next();
    while (!this.isOp(Op.RSQ) && !this.atEnd()) {
      const before = this.lx.start;
      if (this.isOp(Op.COMMA)) l.push(this.undefined());
      else l.push(this.isOp(Op.SPREAD) ? this.spread() : this.single());
      if (!this.goesOn(Op.RSQ, before)) break;
    }
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.acceptOp(Op.RSQ);
    return this.done(n);
  }

  protected spread(): Node {
    const n = this.node(N.Star);
    n.op = Op.STAR;
    this.lx.next();
    n.a = this.single();
    return this.done(n);
  }

  /** After an element: takes the comma. False before the closing bracket, and where nothing can follow. */
  protected goesOn(close: i32, before: i32): bool {
    if (this.acceptOp(Op.COMMA)) return true;
    if (this.isOp(close)) return false;
    this.fault();
    if (this.isOp(Op.SEMI) || this.isOp(Op.RBRACE) || this.isOp(Op.RPAR) || this.isOp(Op.RSQ)) return false;
    if (this.lx.start == before) this.lx.next();
    return true;
  }

  /** At `{` of an object. */
  protected object(): Node {
    const n = this.node(N.Dict), l = new Array<Node>(), noIn = this.noIn, colonEnds = this.colonEnds;
    n.list = l;
    this.noIn = this.colonEnds = false;
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start;
      if (this.isOp(Op.SPREAD)) l.push(this.spread());
      else this.property(l);
      if (!this.goesOn(Op.RBRACE, before)) break;
    }
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    if (!this.acceptOp(Op.RBRACE)) this.fault();
    return this.done(n);
  }

  /** A key and its value. */
  private property(entries: Node[]): void {
    const flags = this.propertyFlags(), isName = this.lx.kind == T.NAME, sym = isName ? this.lx.sym : 0;
    const key = this.key();
    entries.push(key);
    if (this.isOp(Op.LPAR) || this.isOp(Op.LT)) entries.push(this.method(key, sym, flags));
    else if (this.acceptOp(Op.COLON)) entries.push(this.single());
    else {
      if (!isName) this.fault();
      entries.push(this.shorthand(key, sym));
    }
  }

  /** `get`, `set`, `async` and `*` before a method's name. */
  private propertyFlags(): i32 {
    let flags = 0;
    for (let flag = this.accessFlag(); flag != 0; flag = this.accessFlag()) {
      flags |= flag;
      this.lx.next();
    }
    return this.acceptOp(Op.STAR) ? flags | Func.GENERATOR : flags;
  }

  /** What the word here says of the member whose name follows; 0 when it is itself the name. */
  protected accessFlag(): i32 {
    const lx = this.lx;
    if (lx.kind != T.NAME) return 0;
    const flag = lx.sym == W.get_ ? Func.GETTER : lx.sym == W.set_ ? Func.SETTER : lx.sym == W.async_ ? Func.ASYNC : 0;
    return flag != 0 && this.nameFollows() ? flag : 0;
  }

  /** Whether the word here is no member's name, because one follows. */
  protected nameFollows(): bool {
    switch (this.lx.peek()) {
      case Op.LPAR: case Op.LT: case Op.EQ: case Op.SEMI: case Op.COMMA: case Op.COLON: case Op.RBRACE:
      case Op.QUESTION: case Op.BANG: case 0:
        return false;
      default: return true;
    }
  }

  /** The name of a member as an expression: a text, a number, or what is computed. */
  protected key(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NAME: case T.PRIVATE: return this.wordText();
      case T.STRING: return this.stringNode();
      case T.NUMBER: return this.token(N.Num);
      default: return this.isOp(Op.LSQ) ? this.computedKey() : this.noKey();
    }
  }

  private computedKey(): Node {
    this.lx.next();
    const e = this.single();
    if (this.isOp(Op.COLON)) this.annotation(); // `[key: string]: T` in a class
    this.expectOp(Op.RSQ);
    return e;
  }

  private noKey(): Node {
    this.fault();
    const n = this.node(N.Error);
    return this.done(n);
  }

  /** The function behind a key. */
  private method(key: Node, sym: i32, flags: i32): Node {
    const n = this.nodeAt(N.Lambda, key);
    n.sym = sym;
    const f = this.functionRest(n, flags);
    if (f !== null) return f;
    this.fault();
    return n;
  }

  /** `{ name }`, or `{ name = value }` in a pattern. */
  private shorthand(key: Node, sym: i32): Node {
    const name = this.nodeAt(N.Name, key);
    name.sym = sym;
    name.end = key.end;
    if (!this.isOp(Op.EQ)) return name;
    const n = this.nodeAt(N.Walrus, name);
    this.lx.next();
    n.a = name;
    n.b = this.single();
    return this.done(n);
  }

  /** The key as a text of its own, for JSX. */
  protected textOf(start: i32, end: i32, line: i32, flags: i32): Node {
    const n = this.nodeFrom(N.Str, start, line);
    n.end = end;
    n.op = flags | SF.BARE;
    return n;
  }
}
