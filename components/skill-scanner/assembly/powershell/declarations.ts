// `param (…)`, and the parameters of functions.
import { N, Node } from "../ast";
import { Ch } from "../shell/reader";
import { Pipelines } from "./pipelines";

export abstract class Declarations extends Pipelines {
  /** `param (…)`: of the function around it, or else variables that a script is given. */
  protected declared(out: Node[]): void {
    const own = this.own;
    if (own !== null) { this.parameters(own); return; }
    const list = new Array<Node>();
    this.parameters(list);
    for (let i = 0; i < list.length; i++) {
      const parameter = list[i];
      if (parameter.b !== null) out.push(this.assign(parameter.a!, parameter.b!));
    }
  }

  /** At the opening bracket. */
  protected parameters(out: Node[]): void {
    this.pos++;
    if (!this.enter()) { out.push(this.deep()); return; }
    for (this.lines(); !this.atEnd && this.byte != Ch.RPAR; this.lines()) {
      const before = this.pos;
      if (this.byte == Ch.LSQ) this.skipBrackets();
      else if (this.byte == Ch.DOLLAR && this.expands()) out.push(this.parameter());
      else if (!this.accept(Ch.COMMA)) { this.fault(); if (this.byte == Ch.RBRACE) break; this.pos++; }
      if (this.pos == before) { this.fault(); this.pos++; }
    }
    this.leave();
    this.expect(Ch.RPAR);
  }

  private parameter(): Node {
    const n = this.node(N.Param), name = this.dollar();
    n.a = name;
    n.sym = name.sym;
    this.lines();
    if (this.accept(Ch.EQ)) { this.lines(); n.b = this.item(); }
    return this.done(n);
  }

  /** At a bracket: behind the one that closes it, or the end of the line. */
  protected skipBrackets(): void {
    let open = 0;
    for (; !this.atEnd; this.pos++) {
      const c = this.byte;
      if (c == Ch.LSQ) open++;
      else if (c == Ch.RSQ) { if (--open == 0) { this.pos++; return; } }
      else if (c == Ch.LF) this.line++;
      else if (c == Ch.LBRACE || c == Ch.RBRACE) return;
    }
  }
}
