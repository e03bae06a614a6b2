import { type Content, type FactRule, type FileBytes, fact, opaque, type Text, text } from "./content.ts";
import type { Nesting } from "./entry.ts";
import type { Family, Format } from "./format.ts";
import { type ImageText, readImage } from "./image.ts";
import { readPdf } from "./pdf.ts";
import { printableText } from "./printable.ts";

/** What is taken out of files that are no text: their words, and what lies behind their end. */
export function* openBinary(file: FileBytes, format: Format, nesting: Nesting): Generator<Content> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  const image = readImage(format.name, bytes);
  if (image !== undefined) return yield* openImage(file, format, image, nesting);
  if (format.name === "pdf document") return yield* openPdf(file, bytes);
  const unread = format.family === "bytecode" ? "its instructions were not read" : "only the words in it were read";
  yield opaque(file, format.name, "partly", unread);
  yield* factOf(file, format.name, format.family);
  if (WORDLESS.has(format.family) || isCompiledPython(file.path, format.family)) return;
  yield* looseWords(file, bytes);
}

/** That a file of this kind is there. */
export function* factOf(file: FileBytes, name: string, family: Family): Generator<Content> {
  if (isCompiledPython(file.path, family)) return yield { kind: "bytecode", path: file.path, bytes: file.bytes };
  const rule = RULES[family];
  if (rule !== undefined) yield fact(file, rule, rule === "file-kind-not-analysed" ? name : `is a ${name}`);
}

/** By the name under which Python would load it. */
function isCompiledPython(path: string, family: Family): boolean {
  return family === "bytecode" && /\.py[co]$/.test(path);
}

const RULES: Readonly<Partial<Record<Family, FactRule>>> = {
  program: "program-shipped",
  bytecode: "bytecode-shipped",
  pickle: "pickle-shipped",
  document: "file-kind-not-analysed",
  data: "file-kind-not-analysed",
};

/** Chance words in compressed pictures, sounds and letters tell nothing. */
const WORDLESS: ReadonlySet<Family> = new Set(["image", "media", "font"]);

const READ_BYTES = 8 * 1024 * 1024;
const WORDS_CHARS = 1024 * 1024;

function* words(file: FileBytes, name: string, found: string): Generator<Content> {
  if (found !== "") yield text(`${file.path}!/${name}.txt`, Buffer.from(found, "utf8"));
}

/** What stands in bytes that are no text. */
export function* looseWords({ path }: FileBytes, bytes: Uint8Array): Generator<Text> {
  const found = printableText(bytes.subarray(0, READ_BYTES), WORDS_CHARS);
  if (found !== "") yield { ...text(`${path}!/strings.txt`, Buffer.from(found, "utf8")), loose: true };
}

function* openImage(file: FileBytes, format: Format, image: ImageText, nesting: Nesting): Generator<Content> {
  const damaged = image.end === undefined;
  yield opaque(file, format.name, "partly", damaged ? "it is damaged" : "its picture was not looked at");
  yield* words(file, "metadata", image.texts.join("\n"));
  if (damaged) yield* looseWords(file, file.bytes);
  else yield* appended(file, file.bytes.subarray(image.end), nesting);
}

/** Padding, and what cameras and editors leave there, is shorter, or an image again. */
const HONEST_REST = 64;

function* appended(file: FileBytes, rest: Uint8Array, { open }: Nesting): Generator<Content> {
  if (rest.length <= HONEST_REST || rest.every((byte) => byte === 0)) return;
  const inner = [...open({ path: `${file.path}!/appended`, bytes: rest })];
  const [first] = inner;
  const what = first?.kind === "opaque" ? first.format : "text";
  if (what.endsWith(" image")) return;
  yield /archive|program|bytecode/.test(what)
    ? fact(file, "polyglot-file", `goes on behind its picture with a ${what}`)
    : fact(file, "appended-data", `goes on for ${rest.length} bytes behind its picture: ${what}`);
  yield* inner;
}

function* openPdf(file: FileBytes, bytes: Buffer): Generator<Content> {
  const { text: shown, action } = readPdf(bytes);
  yield opaque(file, "pdf document", "partly", "only text in plain encodings was read");
  if (action !== undefined) yield fact(file, "active-document", `is a PDF with /${action}`);
  yield* words(file, "text", shown);
}
