import { inflate } from "./inflate.ts";

export interface Pdf {
  readonly text: string;
  /** A name in it that makes a viewer act; undefined when there is none. */
  readonly action: string | undefined;
}

/** Of all streams of one document together, unpacked. */
const STREAM_BYTES = 16 * 1024 * 1024;
const TEXT_CHARS = 4 * 1024 * 1024;

const ACTION = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b/;

/** What can be had without a PDF reader: texts that are shown in fonts with a plain encoding, links, and names of actions. */
export function readPdf(bytes: Buffer): Pdf {
  const { outside, packed } = split(bytes);
  const contents = [outside, ...unpackAll(packed)];
  const lines = contents.flatMap(shownText);
  const action = contents.map((content) => ACTION.exec(content)?.[1]).find((name) => name !== undefined);
  return { text: lines.join("\n").slice(0, TEXT_CHARS), action };
}

/** Objects, and the packed streams between them. */
function split(bytes: Buffer): { outside: string; packed: Buffer[] } {
  const outside: string[] = [];
  const packed: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", from)) {
    const end = bytes.indexOf("endstream", at);
    if (end < 0) break;
    const object = bytes.toString("latin1", from, at);
    outside.push(object);
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    const dictionary = object.slice(object.lastIndexOf("obj"));
    if (dictionary.includes("FlateDecode")) packed.push(bytes.subarray(start, end));
    else if (!dictionary.includes("/Filter")) outside.push(bytes.toString("latin1", start, end));
    from = end + "endstream".length;
  }
  return { outside: [...outside, bytes.toString("latin1", from)].join(" "), packed };
}

function unpackAll(streams: readonly Buffer[]): string[] {
  const contents: string[] = [];
  let room = STREAM_BYTES;
  for (const stream of streams) {
    const inflated = inflate("zlib", stream, room);
    // What does not fit, and what breaks off, has cost as much as fits.
    if (inflated.kind !== "bytes") room -= Math.min(room, stream.length * 32);
    else {
      contents.push(inflated.bytes.toString("latin1"));
      room -= inflated.bytes.length;
    }
    if (room <= 0) break;
  }
  return contents;
}

/**
 * Strings in parentheses; those within one pair of brackets are pieces of one line. What no operator shows and no key
 * names is none: fonts and pictures are full of parentheses.
 */
function shownText(content: string): string[] {
  const lines: string[] = [];
  let line = "";
  let start = 0;
  let bracketed = false;
  for (let at = 0; at < content.length; at++) {
    const letter = content[at];
    if (letter === "[") {
      bracketed = true;
      if (line === "") start = at;
    } else if (letter === "(") {
      if (!bracketed) start = at;
      const end = closing(content, at);
      line += unescaped(content.slice(at + 1, end));
      at = end;
    }
    if (letter === "]") bracketed = false;
    if (bracketed || line === "") continue;
    if (/[\x20-\x7e]{3}/.test(line) && isUsed(content, start, at + 1)) lines.push(line.trim());
    line = "";
  }
  return lines;
}

/** The longest name of a key, and the blanks around an operator, that are looked at. */
const REACH = 256;

function isUsed(content: string, start: number, end: number): boolean {
  return (
    SHOWN.test(content.slice(end, end + REACH)) ||
    /\/[\w.#+-]+\s*$/.test(content.slice(Math.max(0, start - REACH), start))
  );
}

/** An operator that shows text, behind blanks and comments; or blanks, or a comment, for as far as we look. */
const SHOWN = /^(?:[\s\0]*(?:%[^\r\n]*[\r\n][\s\0]*)*T[jJ]|\s*['"]|[\s\0]{256}|[\s\0]*%[ -~]{200,}$)/;

/** Where the string ends that begins here: parentheses nest, and a backslash protects. */
function closing(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const letter = content[at];
    if (letter === "\\") at++;
    else if (letter === "(") depth++;
    else if (letter === ")" && --depth === 0) return at;
  }
  return content.length;
}

function unescaped(text: string): string {
  return text.replace(/\\([nrt()\\])/g, (_, letter: string) => ({ n: "\n", r: "\n", t: "\t" })[letter] ?? letter);
}
