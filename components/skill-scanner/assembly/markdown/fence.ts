// A block of code and what it says of itself.
import { Bytes } from "../bytes";

export class Fence {
  infoFrom: i32 = 0;
  infoTo: i32 = 0;
  from: i32 = 0;
  to: i32 = 0;
  /** Where its first line begins. */
  at: i32 = 0;
  constructor(readonly byte: i32, readonly run: i32, readonly indent: i32) {}

  /** The first word of the info string is one of these. */
  isAny(source: usize, names: string): bool {
    let from = this.infoFrom, end = from;
    if (from < this.infoTo && load<u8>(source + from) == 0x7b) end = ++from; // {python}
    if (from < this.infoTo && load<u8>(source + from) == 0x2e) end = ++from;
    while (end < this.infoTo && isNamePart(load<u8>(source + end))) end++;
    return new Bytes(source + from, end - from).isAny(names);
  }
}

function isNamePart(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 0x2d || byte == 0x2b || byte == 0x23;
}

/** Code inside a text. */
export class Excerpt {
  /** It is for PowerShell or cmd.exe. */
  isForWindows: bool = false;
  isBatch: bool = false;
  /** It is the frontmatter of a skill. */
  isFrontmatter: bool = false;
  /** It stands in the text without a fence: the document is what it says, and does not show it. */
  isBare: bool = false;
  /** A text that was decoded at its place, in the place of what stands there. */
  decoded: StaticArray<u8> | null = null;
  /** The text around it is about attacks. */
  isAside: bool = false;
  constructor(readonly language: i32, readonly from: i32, public to: i32, readonly indent: i32) {}
}
