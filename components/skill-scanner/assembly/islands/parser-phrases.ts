// Calls without parentheses: Perl's, Vim's commands, AppleScript's phrases. Statements where a value is asked for.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, pair } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { Dialect, Has } from "./dialects";
import { Compounds } from "./parser-compounds";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Phrases extends Compounds {
  /** How many arguments the function that is being read has taken with `shift`. */
  private shifts: i32 = 0;

  /** A condition or a block as a value: the last of what it holds. */
  protected statementValue(): Node {
    const first = this.node(N.Block), l = new Array<Node>();
    first.list = l;
    if (this.isOp(Op.LBRACE)) l.push(this.block());
    else this.statement(l);
    this.done(first);
    if (l.length != 1 || l[0].kind != N.If) return first;
    const parts = l[0].list!, value = this.listed(N.IfExp, first, new Array<Node>());
    for (let i = 0; i < parts.length; i++) {
      const inner = parts[i].list;
      const isBlock = (i & 1) != 0 || i == parts.length - 1;
      if (isBlock && (parts[i].kind != N.Block || inner === null || inner.length != 1 || inner[0].kind != N.ExprStmt)) return first;
      value.list!.push(isBlock ? inner![0].a! : parts[i]);
    }
    return value;
  }

  protected isText(text: string): bool { return this.lx.kind == T.NAME && this.lx.names.text[this.lx.sym] == text; }

  // ---- Perl

  /** At what stands behind a word: its arguments, when they may stand there. */
  protected wordCall(name: Node): Node {
    const lx = this.lx;
    if (lx.at(name.start) == Ch.DOLLAR || lx.at(name.start) == Op.AT || lx.nl) return name;
    if (lx.dialect != Dialect.Perl) return this.isWordCall(name) ? this.withOthers(name) : name;
    if (this.isOp(Op.LBRACE) && lx.spaced && !this.noBraces) return this.callOf(name, this.handedBlock());
    const text = lx.names.text[name.sym];
    if (text == "shift" && !this.isOp(Op.LPAR)) return this.shifted(name);
    if (!this.beginsArgument()) return name;
    if (text != "print" && text != "printf" && text != "say") return this.withOthers(name);
    const isHandle = lx.kind == T.NAME && lx.at(lx.start) >= 65 && lx.at(lx.start) <= 90 && lx.following != Op.LPAR;
    const first = isHandle ? this.nameNode() : this.argument();
    if (this.beginsArgument()) return this.printed(first, name);
    const l = listOf(first);
    this.others(l);
    return this.callOf(name, l);
  }

  private withOthers(name: Node): Node {
    const l = new Array<Node>();
    l.push(this.argument());
    this.others(l);
    return this.callOf(name, l);
  }

  /** Words of PHP and Groovy that need no parentheses. */
  private isWordCall(name: Node): bool {
    const lx = this.lx;
    if (lx.dialect == Dialect.Groovy) return lx.kind == T.STRING || lx.kind == T.TEMPLATE;
    const text = lx.names.text[name.sym];
    return (text == "echo" || text == "print" || text == "include" || text == "include_once" || text == "require" || text == "require_once") && !this.isOp(Op.LPAR) && !this.isClosing();
  }

  private handedBlock(): Node[] {
    const l = listOf(this.closure());
    if (this.acceptOp(Op.COMMA) || this.beginsArgument()) { l.push(this.argument()); this.others(l); }
    return l;
  }

  private others(l: Node[]): void {
    while (this.acceptOp(Op.COMMA) && !this.isClosing()) l.push(this.argument());
  }

  /** `print $file "text"` */
  private printed(file: Node, name: Node): Node {
    const n = this.nodeAt(N.Attr, file), l = new Array<Node>();
    n.a = file;
    n.sym = name.sym;
    n.op = name.start;
    n.end = file.end;
    l.push(this.argument());
    this.others(l);
    return this.callOf(n, l);
  }

  private beginsArgument(): bool {
    const lx = this.lx;
    switch (lx.kind) {
      case T.STRING: case T.TEMPLATE: case T.NUMBER: case T.REGEX: return true;
      case T.NAME: return (lx.role == Role.NONE || lx.role == Role.DECLARE || lx.role == Role.FUNCTION || lx.role == Role.QUOTE || lx.role == Role.NULL) && !lx.nl;
      case T.OP: return lx.op == IslandOp.BACKSLASH || (lx.op == IslandOp.DOLLAR && lx.spaced);
      default: return false;
    }
  }

  /** The next of the arguments: they are parameters of their own then. */
  private shifted(name: Node): Node {
    if (this.lx.kind == T.NAME && this.lx.names.text[this.lx.sym] == "$_") this.lx.next();
    else if (this.beginsArgument()) return this.argument();
    return this.madeName(this.shiftedName(this.shifts++), name);
  }

  private shiftedName(i: i32): i32 { return this.lx.names.of(":" + min(i, 9).toString()); }

  protected functionBody(n: Node): void {
    const before = this.shifts;
    this.shifts = 0;
    super.functionBody(n);
    const taken = new Array<Node>();
    for (let i = 0; i < min(this.shifts, 9); i++) {
      const p = this.nodeAt(N.Param, n);
      p.sym = this.shiftedName(i);
      p.end = p.start;
      taken.push(p);
    }
    if (taken.length > 0) n.list = taken.concat(n.list!);
    this.shifts = before;
  }
}

export abstract class PhraseStatements extends Phrases {
  // ---- Vim

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

  // ---- AppleScript

  /** A statement that only AppleScript has; false when it is an expression or one like those of others. */
  protected phrase(out: Node[]): bool {
    const lx = this.lx;
    if (lx.kind != T.NAME) return false;
    if (this.isText("set") || this.isText("copy")) { this.setting(out, this.isText("copy")); return true; }
    if (this.isText("tell") || this.isText("using") || this.isText("considering") || this.isText("ignoring")) { this.told(out); return true; }
    if (this.isText("repeat")) { this.repeated(out); return true; }
    if (this.isText("try")) {
      lx.next();
      out.push(this.partUntilEnd());
      if (this.isText("on")) { this.skipLine(); out.push(this.partUntilEnd()); }
      this.takeEnd();
      return true;
    }
    if (this.isText("with") || this.isText("without")) { this.skipLine(); return true; }
    if (this.isText("property") || this.isText("global") || this.isText("local")) { lx.next(); return true; }
    return false;
  }

  /** `set a to b` */
  private setting(out: Node[], isCopy: bool): void {
    const lx = this.lx, n = this.node(N.Assign);
    lx.next();
    if (this.isText("the")) lx.next();
    if (this.isText("clipboard")) {
      const name = this.nameNode();
      name.sym = lx.names.of("set_clipboard");
      if (this.isText("to")) lx.next();
      out.push(this.expressionStatement(this.callOf(name, listOf(this.expression()))));
      return;
    }
    const first = this.unary();
    if (!this.isText("to")) { out.push(this.expressionStatement(first)); return; }
    lx.next();
    const second = this.expression();
    n.list = isCopy ? pair(second, first) : pair(first, second);
    out.push(this.done(n));
  }

  /** `tell a to b`, `tell a … end tell` */
  private told(out: Node[]): void {
    const lx = this.lx;
    lx.next();
    while (!lx.nl && !this.isText("to") && !this.atEnd()) {
      const before = lx.start;
      out.push(this.expressionStatement(this.expression()));
      if (lx.start == before) lx.next();
    }
    if (this.isText("to") && !lx.nl) { lx.next(); this.statement(out); return; }
    out.push(this.partUntilEnd());
    this.takeEnd();
  }

  private repeated(out: Node[]): void {
    const lx = this.lx, n = this.node(N.For), noIn = this.noIn;
    lx.next();
    this.noIn = true;
    let target: Node = this.unknown(), iterable: Node = target;
    if (this.isText("with") && !lx.nl) { lx.next(); target = this.unary(); }
    while (!lx.nl && !this.atEnd()) {
      const before = lx.start;
      if (lx.role == Role.IN || lx.role == Role.WHILE || lx.role == Role.UNTIL) { lx.next(); continue; }
      iterable = this.expression();
      if (lx.start == before) lx.next();
    }
    this.noIn = noIn;
    n.a = target;
    n.list = pair(iterable, this.partUntilEnd());
    this.takeEnd();
    out.push(this.done(n));
  }

  /** `do shell script a`, `the clipboard`, `quoted form of a`; null when the word is a name. */
  protected english(): Node | null {
    const lx = this.lx, first = this.node(N.Name), text = lx.names.text[lx.sym];
    if (text == "the" || text == "every" || text == "my" || text == "its") { lx.next(); return this.isClosing() ? this.unknown() : this.operand(); }
    if (text == "do" || text == "run" || text == "load") return this.script(first, text);
    if (text == "quoted" || text == "POSIX" || text == "contents" || text == "text" || text == "path" || text == "alias" || text == "file" || text == "item" || text == "application") return this.ofSomething(first);
    if (text == "clipboard") { lx.next(); first.sym = lx.names.of("the_clipboard"); return this.callOf(this.done(first), this.none); }
    if (text != "read" && text != "display" && text != "system") return null;
    lx.next();
    if (text != "read" && lx.kind == T.NAME && !lx.nl) { first.sym = lx.names.of(text + "_" + lx.names.text[lx.sym]); lx.next(); }
    else first.sym = lx.names.of(text);
    this.done(first);
    const l = new Array<Node>();
    if (!lx.nl && !this.isClosing()) l.push(this.unary());
    return this.callOf(first, l);
  }

  private script(first: Node, text: string): Node {
    const lx = this.lx;
    lx.next();
    while (this.isText("shell") || this.isText("script")) lx.next();
    first.sym = lx.names.of(text == "do" ? "do_shell_script" : text + "_script");
    this.done(first);
    return this.callOf(first, lx.nl || this.isClosing() ? this.none : listOf(this.expression()));
  }

  /** `POSIX path of a`, `file a` */
  private ofSomething(first: Node): Node {
    const lx = this.lx;
    lx.next();
    while (lx.kind == T.NAME && !lx.nl && (this.isText("form") || this.isText("path") || this.isText("file") || this.isText("of") || this.isText("to") || this.isText("returned"))) lx.next();
    return this.isClosing() || lx.nl || lx.role == Role.CAST ? this.done(first) : this.unary();
  }
}
