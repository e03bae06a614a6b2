// TypeScript's types are read over: they do nothing. Outside of `<`, which is also an operator, all of their syntax is an
// error in JavaScript, so that nothing that runs can hide in what is taken for a type.
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Salvage } from "./parser-salvage";
import { Syntax } from "./parser-cursor";
import { Ch, Op, T } from "./tokens";
import { W } from "./words";

/** Bytes that may be read in vain, for each byte of the file, when a `<` might begin a list of types. */
const MAX_VAIN: i32 = 4;

export abstract class Types extends Salvage {
  private vain: i32 = 0;
  /** A construct with a closing bracket was not read to its end. */
  private isBroken: bool = false;

  /** `: type`, if there. */
  protected annotation(): bool {
    if (!this.acceptOp(Op.COLON)) return false;
    this.type();
    return true;
  }

  protected type(): void {
    this.isBroken = false;
    this.skipType(true);
    if (this.isBroken) this.fault();
  }

  /** `<T, U extends V = W>`, if there: parameters of a declaration or arguments of a heritage. */
  protected typeList(): void {
    if (!this.isOp(Op.LT)) return;
    this.isBroken = false;
    this.angles();
    if (this.isBroken) this.fault();
  }

  /**
   * At `<` behind an expression: reads over `<types>` when what follows it can follow types only. Otherwise it is the
   * operator.
   */
  protected typeArguments(): bool {
    const lx = this.lx;
    if (!(this.syntax & Syntax.TYPES) || lx.isTrying) return false;
    if (this.vain > lx.len * MAX_VAIN) {
      lx.faults.cutoff(lx.line);
      return false;
    }
    lx.attempt();
    this.isBroken = false;
    this.angles();
    if (!this.isBroken && this.followsTypes()) { lx.keep(); return true; }
    this.vain += lx.giveUp();
    return false;
  }

  /** TypeScript's canFollowTypeArgumentsInExpression. */
  private followsTypes(): bool {
    const lx = this.lx;
    if (lx.kind == T.TEMPLATE || lx.kind == T.EOF || lx.nl) return true;
    if (lx.kind == T.NAME) return lx.sym == W.in_ || lx.sym == W.instanceof_ || lx.sym == W.as_ || lx.sym == W.satisfies_ || lx.sym == W.extends_;
    if (lx.kind != T.OP) return false;
    switch (lx.op) {
      case Op.LPAR: return true;
      case Op.LT: case Op.GT: case Op.PLUS: case Op.MINUS: case Op.LSQ: case Op.LBRACE: case Op.BANG: case Op.TILDE: return false;
      default: return true;
    }
  }

  /** From `<` through its `>`. */
  private angles(): void {
    this.lx.next();
    while (!this.isBroken && !this.atAngleEnd()) {
      this.modifiers();
      this.skipType(false);
      if (this.acceptOp(Op.EQ)) this.skipType(true);
      if (!this.acceptOp(Op.COMMA)) break;
    }
    if (this.isBroken || !this.atAngleEnd()) this.isBroken = true;
    else if (this.lx.op == Op.GT) this.lx.next();
    else this.lx.splitOperator();
  }

  private atAngleEnd(): bool { return this.lx.kind == T.OP && (this.lx.op & 255) == Op.GT; }

  /** `const`, `in` and `out` before a type parameter. */
  private modifiers(): void {
    while (this.isWord(W.const_) || this.isWord(W.in_) || (this.isWord(W.out_) && this.lx.wordFollows())) this.lx.next();
  }

  /** `isWhole`: `extends` makes a condition, not a bound. */
  private skipType(isWhole: bool): void {
    if (this.depth >= MAX_DEPTH) { this.lx.faults.cutoff(this.lx.line); this.isBroken = true; return; }
    this.depth++;
    this.skipUnion();
    if (!this.isBroken && this.isWord(W.extends_) && !this.lx.nl) this.condition(isWhole);
    this.depth--;
  }

  /** `extends U`, and for a condition `? X : Y`; in it U may be `infer V extends W`. */
  private condition(isWhole: bool): void {
    do {
      this.lx.next();
      this.skipUnion();
    } while (!this.isBroken && this.isWord(W.extends_) && !this.lx.nl);
    if (this.isBroken || !this.isOp(Op.QUESTION)) return;
    this.lx.next();
    this.skipType(true);
    if (this.isBroken || !this.acceptOp(Op.COLON)) { this.isBroken = true; return; }
    this.skipType(isWhole);
  }

  private skipUnion(): void {
    do {
      while (this.isOp(Op.PIPE) || this.isOp(Op.AMP)) this.lx.next(); // also a first one, which joins nothing
      this.skipOperand();
    } while (!this.isBroken && (this.isOp(Op.PIPE) || this.isOp(Op.AMP)));
  }

  private skipOperand(): void {
    while (this.atPrefix()) this.lx.next();
    this.skipPrimary();
    while (!this.isBroken && !this.lx.nl) {
      if (this.isOp(Op.LSQ)) this.brackets();
      else if (this.isWord(W.is_)) { this.lx.next(); this.skipUnion(); }
      else break;
    }
  }

  /** keyof, unique, readonly, infer, asserts, abstract, new: before another word or a type in brackets. */
  private atPrefix(): bool {
    const lx = this.lx;
    if (lx.kind != T.NAME) return false;
    switch (lx.sym) {
      case W.keyof_: case W.readonly_: return lx.wordFollows() || opensType(lx.nextOnLine());
      case W.unique_: case W.infer_: case W.abstract_: case W.asserts_: return lx.wordFollows();
      case W.typeof_: case W.new_: return true;
      default: return false;
    }
  }

  private skipPrimary(): void {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NAME: this.skipReference(); return;
      case T.STRING: case T.NUMBER: lx.next(); return;
      case T.TEMPLATE: this.skipTemplate(); return;
      case T.OP: break;
      default: this.isBroken = true; return;
    }
    switch (lx.op) {
      case Op.LPAR: this.brackets(); break;
      case Op.LSQ: case Op.LBRACE: this.brackets(); return;
      case Op.LT: this.angles(); if (this.isBroken || !this.isOp(Op.LPAR)) { this.isBroken = true; return; } this.brackets(); break;
      case Op.MINUS: lx.next(); if (lx.kind == T.NUMBER) lx.next(); else this.isBroken = true; return;
      default: this.isBroken = true; return;
    }
    if (!this.isBroken && this.acceptOp(Op.ARROW)) this.skipType(true);
  }

  /** `a.b.c<T>`, `import("m").X<T>`. */
  private skipReference(): void {
    const isImport = this.isWord(W.import_);
    this.lx.next();
    if (isImport && this.isOp(Op.LPAR)) this.brackets();
    while (!this.isBroken && this.acceptOp(Op.DOT)) {
      if (this.lx.kind != T.NAME && this.lx.kind != T.PRIVATE) { this.isBroken = true; return; }
      this.lx.next();
    }
    if (!this.isBroken && this.isOp(Op.LT) && !this.lx.nl) this.angles();
  }

  /** From an opening bracket through its closing one, whatever is between them. */
  private brackets(): void {
    const lx = this.lx;
    let open = 0;
    do {
      if (lx.kind == T.EOF) { this.isBroken = true; return; }
      if (lx.kind == T.TEMPLATE) {
        this.skipTemplate();
        if (this.isBroken) return;
        continue;
      }
      if (lx.kind == T.OP) {
        if (lx.op == Op.LPAR || lx.op == Op.LSQ || lx.op == Op.LBRACE) open++;
        else if (lx.op == Op.RPAR || lx.op == Op.RSQ || lx.op == Op.RBRACE) open--;
      }
      lx.next();
    } while (open > 0);
  }

  /** A template literal type: the text, and types between `${` and `}`. */
  private skipTemplate(): void {
    const lx = this.lx;
    for (;;) {
      lx.pos = lx.end;
      lx.skipTemplate();
      if (lx.pos >= lx.len) { this.isBroken = true; break; }
      if (lx.at(lx.pos) == Ch.BACKTICK) break;
      lx.pos += 2;
      lx.next();
      this.skipType(true);
      if (this.isBroken || !this.isOp(Op.RBRACE)) { this.isBroken = true; return; }
    }
    lx.end = lx.pos = min(lx.pos + 1, lx.len);
    lx.next();
  }
}

function opensType(c: i32): bool {
  return c == Op.LPAR || c == Op.LSQ || c == Op.LBRACE || c == Ch.BACKTICK;
}
