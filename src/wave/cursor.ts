import { SandboxError } from "../errors.ts";

/** A place in the text of a call; what comes next is taken from it piece by piece. */
export class Cursor {
  readonly text: string;
  #at = 0;
  /** Lines that help with every mistake from here on: the signature of the function. */
  about: readonly string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get at(): number {
    return this.#at;
  }

  /** Skips white space and comments, which may stand between any two tokens. */
  skip(): void {
    this.match(/(?:[ \t\r\n]|\/\/[^\n]*)+/y);
  }

  /** Takes what a sticky expression matches here; undefined when it does not. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** Takes a token with the space before it; false when something else comes next. */
  take(token: string): boolean {
    this.skip();
    if (!this.text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  expect(token: string, what = `"${token}"`): void {
    if (!this.take(token)) throw this.fault(`expected ${what}, found ${this.found()}`);
  }

  /** Goes back to a place that was passed. */
  rewind(at: number): void {
    this.#at = at;
  }

  /** What comes next, for a message. */
  found(): string {
    this.skip();
    const rest = this.text.slice(this.#at, this.#at + MAX_FOUND);
    const token = /^(?:[\w%.+-]+|["'][^"']*["']?|[\s\S])/u.exec(rest)?.[0];
    return token === undefined ? "the end" : `${visible(token)}`;
  }

  /** A mistake in the text, shown with the place where it is. */
  fault(problem: string, at = this.#at): SandboxError {
    const message = `--invoke: ${problem} (at character ${at + 1})`;
    return new SandboxError("usage", message, { details: [...pointAt(this.text, at), ...this.about] });
  }
}

const MAX_FOUND = 40;

/** The line of the text that the place is in, cut around it, and a caret below. */
function pointAt(text: string, at: number): string[] {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at);
  const start = Math.max(lineStart, at - BEFORE);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, at + AFTER);
  const before = `${start > lineStart ? "…" : ""}${visible(text.slice(start, at))}`;
  return [`${before}${visible(text.slice(at, end))}`, `${" ".repeat([...before].length)}^`];
}

const BEFORE = 60;
const AFTER = 40;

/** Text of one line in which nothing hides, and nothing moves the caret. */
function visible(text: string): string {
  return text.replace(/[\p{C}\p{M}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
