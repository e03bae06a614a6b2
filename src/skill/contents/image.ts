import { inflate } from "./inflate.ts";
import { printableText } from "./printable.ts";

/** What an image holds beside its picture. */
export interface ImageText {
  readonly texts: readonly string[];
  /** Where the image ends; undefined when it is damaged. */
  readonly end: number | undefined;
}

/** Of all texts of one image together; those behind are left out. */
const TEXT_BYTES = 1024 * 1024;

/** Undefined for images whose inside is not known here. */
export function readImage(format: string, bytes: Buffer): ImageText | undefined {
  switch (format) {
    case "png image":
      return readPng(bytes);
    case "jpeg image":
      return readJpeg(bytes);
    case "gif image":
      return readGif(bytes);
    case "webp image":
      return readWebp(bytes);
    default:
      return undefined;
  }
}

const PNG_SIGNATURE_BYTES = 8;

/** https://www.w3.org/TR/png-3/#11textinfo */
function readPng(bytes: Buffer): ImageText {
  const texts: string[] = [];
  let room = TEXT_BYTES;
  for (let at = PNG_SIGNATURE_BYTES; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const next = at + 12 + length;
    if (next > bytes.length) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IEND") return { texts, end: next };
    const text = room > 0 ? pngText(type, data, room) : undefined;
    if (text !== undefined) texts.push(text);
    room -= text?.length ?? 0;
    at = next;
  }
  return { texts, end: undefined };
}

function pngText(type: string, data: Buffer, room: number): string | undefined {
  if (type === "tEXt") return data.toString("latin1").replace("\0", ": ");
  if (type === "eXIf") return printable(data);
  const key = data.indexOf(0);
  if (key < 0 || (type !== "zTXt" && type !== "iTXt")) return undefined;
  const keyword = data.toString("latin1", 0, key);
  if (type === "zTXt") return `${keyword}: ${unpacked(data.subarray(key + 2), room).toString("latin1")}`;
  const language = data.indexOf(0, key + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const text = data.subarray(translated + 1);
  return `${keyword}: ${(data[key + 1] === 1 ? unpacked(text, room) : text).toString("utf8")}`;
}

/** What does not fit counts as all that there is room for, or many such texts would take long. */
function unpacked(data: Buffer, room: number): Buffer {
  const inflated = inflate("zlib", data, room);
  return inflated.kind === "bytes" ? inflated.bytes : Buffer.alloc(room, " ");
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, table B.1 */
function readJpeg(bytes: Buffer): ImageText {
  const texts: string[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return { texts, end: undefined };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return { texts, end: at + 2 };
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd7) || marker === 1) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, next);
    if (marker === 0xfe) texts.push(data.toString("utf8"));
    if (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2) texts.push(printable(data));
    at = marker === 0xda ? endOfScan(bytes, next) : next;
  }
  return {
    texts,
    end: bytes.length >= 2 && bytes.readUInt16BE(bytes.length - 2) === 0xffd9 ? bytes.length : undefined,
  };
}

/** The next marker that is none of those within the picture's data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return bytes.length;
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function readGif(bytes: Buffer): ImageText {
  const texts: string[] = [];
  let at = 13 + colours(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return { texts, end: at + 1 };
    if (block === 0x2c) at = subBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0)).end;
    else if (block === 0x21) {
      const { end, data } = subBlocks(bytes, at + 2);
      if (bytes[at + 1] === 0xfe) texts.push(data().toString("utf8"));
      else if (bytes[at + 1] === 0xff) texts.push(printable(data()));
      at = end;
    } else break;
  }
  return { texts, end: undefined };
}

function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function subBlocks(bytes: Buffer, from: number): { end: number; data: () => Buffer } {
  const parts: Buffer[] = [];
  let at = from;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) {
    parts.push(bytes.subarray(at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { end: at + 1, data: () => Buffer.concat(parts) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(bytes: Buffer): ImageText {
  const end = 8 + bytes.readUInt32LE(4);
  const texts: string[] = [];
  for (let at = 12; at + 8 <= Math.min(end, bytes.length); ) {
    const type = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (type === "EXIF" || type === "XMP ") texts.push(printable(bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
  return { texts, end: end > bytes.length ? undefined : end };
}

/** EXIF and XMP hold text among tags and numbers; the text is what matters here. */
function printable(data: Buffer): string {
  return printableText(data, TEXT_BYTES);
}
