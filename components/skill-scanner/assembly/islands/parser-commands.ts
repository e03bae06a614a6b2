// Vim's commands: one to a line, without parentheses.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { Phrases } from "./parser-phrases";
import { Role } from "./words";

export abstract class Commands extends Phrases {
  /** A command of Vim; false when it is a statement like those of others. */
  protected command(out: Node[]): bool {
    const lx = this.lx;
    if (lx.kind == T.OP) {
      if (lx.op == Op.COLON || lx.op == Op.PIPE) { lx.next(); return true; }
      if (lx.op == Op.BANG) { this.shellLine(out); return true; }
      return false;
    }
    if (lx.kind != T.NAME) return false;
    if (lx.role == Role.MODIFIER) { lx.next(); if (!lx.spaced) this.acceptOp(Op.BANG); return true; }
    if (lx.role != Role.NONE) return false;
    const text = lx.names.text[lx.sym], following = lx.following;
    if (text == "call" || text == "eval") { lx.next(); return false; }
    if (text == "execute" || text == "exe" || text == "exec") { this.executed(out); return true; }
    if (text.startsWith("echo") || text.endsWith("expr")) { lx.next(); return false; }
    if (following == Op.BANG && (text == "r" || text == "read" || text == "w" || text == "write" || text == "terminal")) { lx.next(); this.shellLine(out); return true; }
    if (text == "autocmd" || text == "au") { this.skipWords(2); return true; }
    if (text == "command" || text == "com") { this.skipOptions(); return true; }
    if (text.endsWith("map")) { this.skipWords(1); return true; }
    if (following == Op.LPAR || following == Op.EQ || following == Op.DOT || following == Op.LSQ) return false;
    this.skipLine();
    return true;
  }

  protected skipLine(): void {
    this.lx.restOfLine(this.lx.start);
    this.lx.next();
  }

  /** `!command` */
  private shellLine(out: Node[]): void {
    const lx = this.lx, first = this.node(N.Call);
    lx.restOfLine(lx.pos);
    const line = this.node(N.Str);
    line.op = SF.BARE | SF.RAW;
    lx.next();
    this.done(line);
    first.a = this.madeName(this.backtick, line);
    first.list = listOf(line);
    out.push(this.expressionStatement(this.done(first)));
  }

  /** `execute "a" b` joins its texts with blanks. */
  private executed(out: Node[]): void {
    const n = this.node(N.Call), lx = this.lx, name = this.nameNode();
    const l = new Array<Node>();
    while (!this.lineEnded && !this.isClosing() && !this.isOp(Op.PIPE)) {
      const before = lx.start;
      l.push(this.expression());
      if (lx.start == before) lx.next();
    }
    n.a = name;
    n.list = l;
    out.push(this.expressionStatement(this.done(n)));
  }

  /** Steps over the command, its flags and so many words: what is behind them is a command. */
  private skipWords(count: i32): void {
    const lx = this.lx;
    let p = lx.end, left = count;
    if (lx.at(p) == Op.BANG) p++;
    while (p < lx.len && !lx.isLineEnd(lx.at(p))) {
      while (lx.at(p) == Ch.SPACE || lx.at(p) == Ch.TAB) p++;
      const isFlag = lx.at(p) == Op.LT && left > 0 || (lx.at(p) == Op.PLUS && lx.at(p + 1) == Op.PLUS);
      if (left == 0 && !isFlag) break;
      if (!isFlag) left--;
      while (lx.at(p) > Ch.SPACE) p++;
    }
    lx.pos = p;
    lx.next();
  }

  private skipOptions(): void {
    const lx = this.lx;
    let p = lx.end;
    if (lx.at(p) == Op.BANG) p++;
    for (let isName = false; p < lx.len && !lx.isLineEnd(lx.at(p)) && !isName; ) {
      while (lx.at(p) == Ch.SPACE || lx.at(p) == Ch.TAB) p++;
      isName = lx.at(p) != Op.MINUS;
      while (lx.at(p) > Ch.SPACE) p++;
    }
    lx.pos = p;
    lx.next();
  }
}
