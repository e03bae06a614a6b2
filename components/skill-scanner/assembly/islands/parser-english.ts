// AppleScript's phrases.
import { Node, N } from "../ast";
import { T } from "../javascript/tokens";
import { listOf, pair } from "../parsing/tree-cursor";
import { Commands } from "./parser-commands";
import { Role } from "./words";

export abstract class English extends Commands {
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
