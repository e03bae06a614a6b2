// Ruby's texts with `#{…}` in them, lists of words, and heredocs, whose text is read where their name stands.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, TreeCursor } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { RubyLexer } from "./lexer";
import { Form } from "./lexer-text";
import { R } from "./words";

export abstract class Texts extends TreeCursor<RubyLexer> {
  protected abstract statements(): Node[];

  protected stringNode(): Node {
    const n = this.node(N.Str);
    n.op = this.lx.sflags;
    this.lx.next();
    n.end = this.lx.prevEnd;
    return n;
  }

  /** At a TEMPLATE. A command is a call of the method that runs it. */
  protected template(): Node {
    const lx = this.lx, form = lx.form, first = this.node(N.FStr), parts = new Array<Node>();
    if (lx.isHeredoc) this.heredoc(parts);
    else this.quoted(parts, lx.closing, lx.opening, lx.interpolates, form);
    lx.next();
    switch (form) {
      case Form.WORDS: return this.listed(N.List, first, this.wordsOf(parts));
      case Form.REGEX: return this.regex(first, parts);
      case Form.COMMAND: {
        const call = this.nodeAt(N.Call, first);
        call.a = this.madeName(R.backtick_, first);
        call.list = listOf(this.textOf(first, parts));
        return this.done(call);
      }
      default: return this.textOf(first, parts);
    }
  }

  private textOf(first: Node, parts: Node[]): Node {
    if (parts.length == 1 && parts[0].kind == N.Str) return parts[0];
    first.list = parts;
    return this.done(first);
  }

  /** What a pattern looks for is no text of the program, but what is put into it may do anything. */
  private regex(first: Node, parts: Node[]): Node {
    const values = new Array<Node>();
    for (let i = 0; i < parts.length; i++) if (parts[i].kind != N.Str) values.push(parts[i]);
    return this.listed(N.Error, first, values);
  }

  private wordsOf(parts: Node[]): Node[] {
    const words = new Array<Node>();
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (part.kind == N.Str) this.split(part, words);
      else words.push(part);
    }
    return words;
  }

  private split(text: Node, into: Node[]): void {
    const lx = this.lx;
    for (let p = text.start; p < text.end; ) {
      while (p < text.end && lx.at(p) <= Ch.SPACE) p++;
      const from = p;
      while (p < text.end && lx.at(p) > Ch.SPACE) p++;
      if (p == from) continue;
      const n = this.nodeFrom(N.Str, from, text.line);
      n.end = p;
      n.op = text.op;
      into.push(n);
    }
  }

  /** From the opening mark to the closing one, behind which the lexer stands then. */
  private quoted(parts: Node[], closing: i32, opening: i32, interpolates: bool, form: i32): void {
    const lx = this.lx;
    let nested = 0;
    const flags = (form == Form.REGEX || !interpolates ? SF.RAW : 0) | SF.BARE | SF.TRIPLE;
    for (;;) {
      const from = lx.pos, line = lx.curLine;
      nested = lx.skipText(closing, opening, interpolates, nested);
      this.piece(parts, from, lx.pos, line, flags);
      if (lx.pos >= lx.len) { this.fault(); break; }
      if (lx.at(lx.pos) == closing && !(lx.at(lx.pos) == Ch.HASH && interpolates && lx.at(lx.pos + 1) == Ch.LBRACE)) { lx.pos++; break; }
      if (!this.substitution(parts)) break;
    }
    if (form == Form.REGEX) while (lx.at(lx.pos) >= 97 && lx.at(lx.pos) <= 122) lx.pos++;
    lx.endTemplate(lx.pos);
  }

  private piece(parts: Node[], from: i32, to: i32, line: i32, flags: i32): void {
    if (to == from && parts.length > 0) return;
    const n = this.nodeFrom(N.Str, from, line);
    n.end = to;
    n.op = flags;
    parts.push(n);
  }

  /** At `#{`; false when the text does not go on behind its `}`. */
  private substitution(parts: Node[]): bool {
    const lx = this.lx;
    if (this.depth >= MAX_DEPTH) { this.faults.cutoff(lx.curLine); lx.pos = lx.len; return false; }
    this.depth++;
    lx.pos += 2;
    lx.kind = T.ERR;
    const heredocs = lx.takeHeredocs();
    lx.next();
    const inside = this.statements();
    lx.putHeredocs(heredocs);
    this.depth--;
    if (inside.length == 1 && inside[0].kind == N.ExprStmt) parts.push(inside[0].a!);
    else if (inside.length > 0) parts.push(this.listed(N.Block, inside[0], inside));
    if (!this.isOp(Op.RBRACE)) { this.fault(); if (this.atEnd()) return false; }
    lx.pos = lx.end;
    lx.curLine = lx.line;
    return true;
  }

  /** The text lies behind the line; the lexer comes back to behind the name. */
  private heredoc(parts: Node[]): void {
    const lx = this.lx, end = lx.end, line = lx.curLine, from = lx.textFrom, to = lx.textTo, length = lx.len;
    const interpolates = lx.interpolates, start = lx.start, tokenLine = lx.line;
    const byte = lx.limit(to), kept = lx.takeHeredocs();
    lx.pos = from;
    lx.curLine = lx.textLine;
    const flags = (interpolates ? 0 : SF.RAW) | SF.BARE | SF.TRIPLE;
    for (;;) {
      const at = lx.pos, atLine = lx.curLine;
      lx.skipText(0, 0, interpolates, 0);
      this.piece(parts, at, lx.pos, atLine, flags);
      if (lx.pos >= lx.len || !this.substitution(parts)) break;
    }
    lx.unlimit(to, byte, length);
    lx.putHeredocs(kept);
    lx.curLine = line;
    lx.start = start;
    lx.line = tokenLine;
    lx.endTemplate(end);
  }
}
