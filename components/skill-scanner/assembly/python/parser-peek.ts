// Soft keywords: `match`, `type`, `print` are names unless what follows them cannot follow a name. Decided on the bytes
// ahead.
import { Ch, Cls, classOf } from "./lexer-tokens";
import { Cursor } from "./parser-cursor";

const OPERATOR_WORDS: StaticArray<string> = ["in", "is", "if", "or", "and", "else", "for", "as", "async", "from"];

export abstract class Peek extends Cursor {
  /** Whether an operand stands right after the current name, on its line: no expression goes on like that. */
  protected operandFollows(): bool {
    const p = this.lx.afterBlanks(this.lx.end), c = this.lx.at(p), cls = classOf(c);
    if (cls & Cls.IDENT) return !this.operatorWordAt(p);
    if (cls & Cls.DIGIT) return true;
    if (c != Ch.DOT) return c == Ch.DQUOTE || c == Ch.SQUOTE || c == Ch.LBRACE || c == Ch.TILDE || c == Ch.BACKTICK;
    const d = this.lx.at(p + 1);
    return (classOf(d) & Cls.DIGIT) != 0 || (d == Ch.DOT && this.lx.at(p + 2) == Ch.DOT);
  }

  /** Whether a name stands right after the current one. */
  protected nameFollows(): bool {
    const p = this.lx.afterBlanks(this.lx.end);
    return (classOf(this.lx.at(p)) & Cls.IDENT) != 0 && !this.operatorWordAt(p);
  }

  /** Whether only blanks or a comment are left on the line after the current token. */
  protected endsLine(): bool {
    const c = this.lx.at(this.lx.afterBlanks(this.lx.end));
    return this.lx.isLineEnd(c) || c == Ch.HASH || c == Ch.NUL;
  }

  /** Whether the word at p joins a name before it with what follows: `print if x else y`, `match not in table`. */
  private operatorWordAt(p: i32): bool {
    if (this.wordAt(p, "not")) return this.wordAt(this.lx.afterBlanks(p + 3), "in");
    for (let i = 0; i < OPERATOR_WORDS.length; i++) if (this.wordAt(p, OPERATOR_WORDS[i])) return true;
    return false;
  }

  private wordAt(p: i32, word: string): bool {
    const n = word.length;
    for (let i = 0; i < n; i++) if (this.lx.at(p + i) != word.charCodeAt(i)) return false;
    return !(classOf(this.lx.at(p + n)) & Cls.WORD);
  }
}
