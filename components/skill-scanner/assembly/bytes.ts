// A range of bytes that lie somewhere in the scan's memory.

export class Bytes {
  constructor(public start: usize, public length: i32) {}

  @inline at(i: i32): i32 { return load<u8>(this.start + i) as i32; }

  from(i: i32): Bytes { return new Bytes(this.start + i, this.length - i); }
  to(i: i32): Bytes { return new Bytes(this.start, i); }

  lastIndexOf(byte: i32): i32 {
    let i = this.length - 1;
    while (i >= 0 && this.at(i) != byte) i--;
    return i;
  }

  /** Whether this text is in it, which is ASCII in lower case; capitals are the same. */
  holds(text: string): bool {
    for (let i = 0; i + text.length <= this.length; i++) if (this.matchesAt(i, text, 0, text.length)) return true;
    return false;
  }

  /** The same text at its beginning. */
  startsWith(text: string): bool {
    return text.length <= this.length && this.matchesAt(0, text, 0, text.length);
  }

  /** The same text at its end. */
  endsWith(text: string): bool {
    return text.length <= this.length && this.matchesAt(this.length - text.length, text, 0, text.length);
  }

  /** Whether it is one of the words of a list, each between blanks; capitals are the same. */
  isAny(words: string): bool {
    for (let i = 1; i < words.length; ) {
      let end = i;
      while (words.charCodeAt(end) != 32) end++;
      if (end - i == this.length && this.matchesAt(0, words, i, end)) return true;
      i = end + 1;
    }
    return false;
  }

  /** Whether it is the word that begins there in a list; capitals are the same. */
  isWordAt(words: string, at: i32): bool {
    return at + this.length < words.length && words.charCodeAt(at + this.length) == 32 && this.matchesAt(0, words, at, at + this.length);
  }

  private matchesAt(at: i32, text: string, from: i32, to: i32): bool {
    for (let i = from; i < to; i++) if (lower(this.at(at + i - from)) != text.charCodeAt(i)) return false;
    return true;
  }
}

export function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}
