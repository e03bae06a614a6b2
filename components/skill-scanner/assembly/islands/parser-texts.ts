// Texts in which something is interpolated, commands between backticks, lists of words.
import { Node, N } from "../ast";
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { listOf, MAX_DEPTH, TreeCursor } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { Form } from "../ruby/lexer-text";
import { Dialect, Has } from "./dialects";
import { IslandLexer } from "./lexer";

export abstract class Texts extends TreeCursor<IslandLexer> {
  protected abstract expression(): Node;

  /** The name under which a command between backticks is known. */
  protected readonly backtick: i32;

  constructor(lx: IslandLexer) {
    super(lx);
    this.backtick = lx.names.of(":backtick");
  }

  /** Texts side by side are one. */
  protected stringNode(): Node {
    const first = this.oneString();
    if (this.lx.kind != T.STRING || (this.lx.nl && this.lx.has(Has.LINES))) return first;
    const parts = listOf(first);
    while (this.lx.kind == T.STRING && !(this.lx.nl && this.lx.has(Has.LINES))) parts.push(this.oneString());
    return this.listed(N.FStr, first, parts);
  }

  private oneString(): Node {
    const n = this.node(N.Str);
    n.op = this.lx.sflags;
    n.end = this.lx.end;
    this.lx.next();
    return n;
  }

  /** At a TEMPLATE. */
  protected template(): Node {
    const lx = this.lx, form = lx.form, first = this.node(N.FStr), parts = new Array<Node>();
    if (!lx.isHeredoc) this.pieces(parts);
    else if (lx.dialect == Dialect.Perl) this.heredoc(parts);
    else this.nowdoc(parts);
    lx.next();
    if (form == Form.WORDS) return this.listed(N.List, first, this.wordsOf(parts));
    if (form != Form.COMMAND) return this.textOf(first, parts);
    const call = this.nodeAt(N.Call, first);
    call.a = this.madeName(this.backtick, first);
    call.list = listOf(this.textOf(first, parts));
    return this.done(call);
  }

  private textOf(first: Node, parts: Node[]): Node {
    if (parts.length == 1 && parts[0].kind == N.Str) return parts[0];
    first.list = parts;
    return this.done(first);
  }

  private wordsOf(parts: Node[]): Node[] {
    const words = new Array<Node>(), lx = this.lx;
    for (let i = 0; i < parts.length; i++) {
      const text = parts[i];
      for (let p = text.start; p < text.end; ) {
        while (p < text.end && lx.at(p) <= Ch.SPACE) p++;
        const n = this.nodeFrom(N.Str, p, text.line);
        while (p < text.end && lx.at(p) > Ch.SPACE) p++;
        n.end = p;
        n.op = text.op;
        if (p > n.start) words.push(n);
      }
    }
    return words;
  }

  /** From the opening mark to the closing one, behind which the lexer stands then. */
  private pieces(parts: Node[]): void {
    const lx = this.lx, closing = lx.closing, opening = lx.opening, count = lx.count, isRaw = lx.isRaw, marks = lx.marks;
    let nested = 0;
    for (;;) {
      const from = lx.pos, line = lx.curLine;
      nested = lx.skipPiece(nested);
      this.piece(parts, from, lx.pos, line, isRaw);
      if (lx.pos >= lx.len || lx.at(lx.pos) == Ch.LF) { this.fault(); break; }
      if (lx.at(lx.pos) == closing) { lx.pos += count; break; }
      if (!this.substitution(parts)) break;
      lx.closing = closing;
      lx.opening = opening;
      lx.count = count;
      lx.isRaw = isRaw;
      lx.marks = marks;
      lx.isHeredoc = false;
    }
    lx.endTemplate(min(lx.pos, lx.len));
  }

  private piece(parts: Node[], from: i32, to: i32, line: i32, isRaw: bool): void {
    if (to == from && parts.length > 0) return;
    const n = this.nodeFrom(N.Str, from, line);
    n.end = to;
    n.op = SF.BARE | SF.TRIPLE | (isRaw ? SF.RAW : SF.JS);
    parts.push(n);
  }

  /** Where the text gives way; false when it does not go on behind that. */
  private substitution(parts: Node[]): bool {
    const lx = this.lx, c = lx.at(lx.pos), d = lx.at(lx.pos + 1);
    if (this.depth >= MAX_DEPTH) { this.faults.cutoff(lx.curLine); lx.pos = lx.len; return false; }
    if ((c == Ch.DOLLAR || c == Op.AT) && d != Ch.LBRACE && d != Op.LPAR) { this.variable(parts); return true; }
    if (c == Ch.LBRACE && d == Ch.DOLLAR) lx.pos++; // {$x}
    else lx.pos += c == Ch.LBRACE ? 1 : 2;
    const closing = d == Op.LPAR ? Op.RPAR : Op.RBRACE;
    this.depth++;
    const heredocs = lx.takeHeredocs();
    lx.kind = T.ERR;
    lx.next();
    if (!this.isOp(closing)) parts.push(this.expression());
    while (!this.isOp(closing) && !this.atEnd()) lx.next(); // a format
    lx.putHeredocs(heredocs);
    this.depth--;
    if (this.atEnd()) return false;
    lx.pos = lx.end;
    lx.curLine = lx.line;
    return true;
  }

  /** `$name`, `$name[key]`, `$name->{key}` */
  private variable(parts: Node[]): void {
    const lx = this.lx, hasSigils = lx.has(Has.SIGILS);
    const heredocs = lx.takeHeredocs();
    lx.kind = T.ERR;
    if (hasSigils) lx.next();
    else {
      lx.pos++;
      lx.takeWord();
    }
    lx.putHeredocs(heredocs);
    let end = lx.end;
    const n = this.node(N.Name);
    n.sym = lx.sym;
    n.end = end;
    if (lx.kind != T.NAME) { lx.pos = end; return; }
    let object = n, p = end;
    if (lx.at(p) == Ch.MINUS && lx.at(p + 1) == Op.GT) p += 2;
    if (hasSigils && (lx.at(p) == Ch.LSQ || lx.at(p) == Ch.LBRACE)) {
      const key = this.key(p);
      if (key !== null) {
        object = this.nodeAt(N.Subscript, n);
        object.a = n;
        object.b = key;
        object.end = end = key.end + (lx.at(key.end) == Ch.SQUOTE || lx.at(key.end) == Ch.DQUOTE ? 2 : 1);
      }
    } else if (p > end && classOf(lx.at(p)) & Cls.LETTER) {
      let q = p;
      while (classOf(lx.at(q)) & Cls.ASCII_WORD) q++;
      object = this.nodeAt(N.Attr, n);
      object.a = n;
      object.op = p;
      object.sym = lx.names.of(String.UTF8.decodeUnsafe(changetype<usize>(lx.src) + p, q - p));
      object.end = end = q;
    }
    parts.push(object);
    lx.pos = end;
    lx.curLine = lx.line;
  }

  /** The plain key between the brackets at p; null when it is none. */
  private key(p: i32): Node | null {
    const lx = this.lx, closing = lx.at(p) == Ch.LSQ ? Op.RSQ : Op.RBRACE;
    const quote = lx.at(p + 1);
    const isQuoted = quote == Ch.SQUOTE || quote == Ch.DQUOTE;
    const from = isQuoted ? p + 2 : p + 1;
    let q = from;
    while (classOf(lx.at(q)) & Cls.ASCII_WORD && q < from + 64) q++;
    if (q == from || lx.at(isQuoted ? q + 1 : q) != closing) return null;
    const n = this.nodeFrom(N.Str, from, lx.curLine);
    n.end = q;
    n.op = SF.BARE | SF.RAW;
    return n;
  }

  /** Perl's: the text lies behind the line; the lexer comes back to behind the name. */
  private heredoc(parts: Node[]): void {
    const lx = this.lx, end = lx.end, line = lx.curLine, start = lx.start, tokenLine = lx.line;
    const kept = lx.takeHeredocs();
    this.within(parts, lx.textFrom, lx.textTo, lx.textLine);
    lx.putHeredocs(kept);
    lx.curLine = line;
    lx.start = start;
    lx.line = tokenLine;
    lx.endTemplate(end);
  }

  /** PHP's: the lexer goes on behind the text. */
  private nowdoc(parts: Node[]): void {
    const lx = this.lx, end = lx.end;
    this.within(parts, lx.textFrom, lx.textTo, lx.textLine);
    while (lx.pos < end) { if (lx.at(lx.pos) == Ch.LF) lx.curLine++; lx.pos++; }
    lx.endTemplate(min(end, lx.len));
  }

  private within(parts: Node[], from: i32, to: i32, line: i32): void {
    const lx = this.lx, length = lx.len, isRaw = lx.isRaw, marks = lx.marks;
    const byte = lx.limit(to);
    lx.pos = from;
    lx.curLine = line;
    for (;;) {
      const at = lx.pos, atLine = lx.curLine;
      lx.closing = lx.opening = 0;
      lx.count = 1;
      lx.isRaw = isRaw;
      lx.marks = marks;
      lx.isHeredoc = true;
      lx.skipPiece(0);
      this.piece(parts, at, lx.pos, atLine, isRaw);
      if (lx.pos >= lx.len || !this.substitution(parts)) break;
    }
    lx.unlimit(to, byte, length);
    lx.pos = to;
  }
}
