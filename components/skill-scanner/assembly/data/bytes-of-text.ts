// Small questions about bytes that all readers of configuration ask.
export const TAB: i32 = 9;
export const LF: i32 = 10;
export const CR: i32 = 13;
export const SPACE: i32 = 32;
export const QUOTE: i32 = 34;
export const HASH: i32 = 35;
export const DOLLAR: i32 = 36;
export const APOSTROPHE: i32 = 39;
export const OPEN_PARENTHESIS: i32 = 40;
export const CLOSE_PARENTHESIS: i32 = 41;
export const COMMA: i32 = 44;
export const DASH: i32 = 45;
export const DOT: i32 = 46;
export const SLASH: i32 = 47;
export const COLON: i32 = 58;
export const SEMICOLON: i32 = 59;
export const LESS: i32 = 60;
export const EQUALS: i32 = 61;
export const GREATER: i32 = 62;
export const AT: i32 = 64;
export const OPEN_BRACKET: i32 = 91;
export const BACKSLASH: i32 = 92;
export const CLOSE_BRACKET: i32 = 93;
export const OPEN_BRACE: i32 = 123;
export const CLOSE_BRACE: i32 = 125;

// @ts-ignore: decorator
@inline export function isBlank(byte: i32): bool {
  return byte == SPACE || byte == TAB;
}

// @ts-ignore: decorator
@inline export function isLineEnd(byte: i32): bool {
  return byte == LF || byte == CR;
}

// @ts-ignore: decorator
@inline export function isSpace(byte: i32): bool {
  return isBlank(byte) || isLineEnd(byte);
}

// @ts-ignore: decorator
@inline export function isDigit(byte: i32): bool {
  return byte >= 48 && byte <= 57;
}

// @ts-ignore: decorator
@inline export function isLetter(byte: i32): bool {
  return (byte | 32) >= 97 && (byte | 32) <= 122;
}

/** The lines of a text, one after the other. */
export class LineCursor {
  /** The line is from..to, without its end. */
  from: i32 = 0;
  to: i32 = 0;
  private next: i32 = 0;
  private contentLine: i32 = 0;
  constructor(readonly source: StaticArray<u8>, readonly end: i32, start: i32) { this.next = start; }

  @inline at(p: i32): i32 { return p < this.end ? unchecked(this.source[p]) as i32 : 0; }

  /** Moves to the next line; false behind the last. */
  advance(): bool {
    if (this.next >= this.end) return false;
    this.from = this.next;
    this.to = this.lineEnd(this.from);
    this.next = this.after(this.to);
    return true;
  }

  /** Goes on behind `p`, in the middle of a line or at its end. */
  skipTo(p: i32): void {
    this.to = this.lineEnd(min(p, this.end));
    this.next = this.after(this.to);
  }

  /** First byte of the line that is not blank. */
  get content(): i32 {
    let p = this.from;
    while (p < this.to && isBlank(this.at(p))) p++;
    return p;
  }

  /** End of the line without the blanks before it. */
  get trimmedEnd(): i32 { return trimEnd(this.source, this.from, this.to); }

  /** Column of what the next line that is not blank begins with; -1 when none follows. */
  nextColumn(): i32 {
    let start = this.next;
    for (let p = this.next; p < this.end; p++) {
      const byte = this.at(p);
      if (isLineEnd(byte)) start = p + 1;
      else if (!isBlank(byte)) {
        this.contentLine = start;
        return p - start;
      }
    }
    return -1;
  }

  /** To the line that `nextColumn` told of. */
  advanceToContent(): void {
    this.next = this.contentLine;
    this.advance();
  }

  private lineEnd(p: i32): i32 {
    while (p < this.end && !isLineEnd(this.at(p))) p++;
    return p;
  }

  private after(p: i32): i32 {
    return this.at(p) == CR && this.at(p + 1) == LF ? p + 2 : p + 1;
  }
}

export function trimStart(source: StaticArray<u8>, from: i32, to: i32): i32 {
  while (from < to && isSpace(unchecked(source[from]) as i32)) from++;
  return from;
}

export function trimEnd(source: StaticArray<u8>, from: i32, to: i32): i32 {
  while (to > from && isSpace(unchecked(source[to - 1]) as i32)) to--;
  return to;
}

/** Whether `text`, which is ASCII, stands at `p`. */
export function startsWith(source: StaticArray<u8>, p: i32, end: i32, text: string): bool {
  if (p + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if ((unchecked(source[p + i]) as i32) != text.charCodeAt(i)) return false;
  return true;
}

/** The end of what is quoted, which may never be closed: `start` is the opening quote, `end` what `quotedEnd` gave. */
export function contentEnd(source: StaticArray<u8>, start: i32, end: i32): i32 {
  return end > start + 1 && unchecked(source[end - 1]) == unchecked(source[start]) ? end - 1 : end;
}

/** Behind the closing quote of the quoted text that begins at `p`, or the end. Backslashes count in double quotes. */
export function quotedEnd(source: StaticArray<u8>, p: i32, end: i32): i32 {
  const quote = unchecked(source[p]) as i32;
  for (p++; p < end; p++) {
    const byte = unchecked(source[p]) as i32;
    if (byte == BACKSLASH && quote == QUOTE) p++;
    else if (byte == quote && (quote != APOSTROPHE || p + 1 >= end || (unchecked(source[p + 1]) as i32) != APOSTROPHE)) return p + 1;
    else if (byte == quote) p++;
  }
  return end;
}
