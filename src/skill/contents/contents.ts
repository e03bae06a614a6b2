import { openArchive } from "./archive.ts";
import { factOf, openBinary } from "./binary.ts";
import { UnpackBudget } from "./budget.ts";
import { type Claim, claimOf, isHarmless } from "./claim.ts";
import { type Content, type FileBytes, fact, skipped, text } from "./content.ts";
import type { Nesting } from "./entry.ts";
import { type Format, formatOf } from "./format.ts";
import { isText } from "./is-text.ts";
import { notebookTexts } from "./notebook.ts";
import { readZip } from "./zip.ts";

/**
 * Everything that a file holds: its text, what is inside of it to any depth within the budget of its skill, and the facts
 * that a reviewer should know of it. What the bytes are decides, never the name alone.
 */
export function* contentsOf(file: FileBytes, budget = new UnpackBudget(), depth = 0): Generator<Content> {
  const format = formatOf(file.bytes);
  const nesting: Nesting = { budget, depth, open: (inner) => contentsOf(inner, budget, depth + 1) };
  if (format === undefined) yield* unsigned(file, nesting);
  else {
    yield* disguise(file, format);
    if (file.size !== undefined) yield* onlyHead(file, format);
    else yield* signed(file, format, nesting);
  }
}

/** First bytes decide nothing for whoever runs a file as a script, or reads it from its end. */
function* signed(file: FileBytes, format: Format, nesting: Nesting): Generator<Content> {
  let appended = false;
  for (const each of format.family === "archive"
    ? openArchive(file, format, nesting)
    : openBinary(file, format, nesting)) {
    appended ||= each.path.startsWith(`${file.path}!/appended`);
    yield each;
  }
  if (!appended && format.name !== ZIP.name && archiveBehind(file) !== undefined) yield* behind(file, nesting);
  if (!runsAsText(file) && !isText(file.bytes)) return;
  if (format.name !== "pdf document" && isText(file.bytes))
    yield fact(file, "polyglot-file", `is a ${format.name} that can be read as text`);
  yield* textOrNotebook(file);
}

/** Nothing that stands in a file keeps an interpreter from it. */
function runsAsText({ path, bytes }: FileBytes): boolean {
  return claimOf(path) === "text" || (bytes[0] === 0x23 && bytes[1] === 0x21);
}

/** A file that is larger than what may be read. What would only have been searched for words is no worse for its size. */
function* onlyHead(file: FileBytes, { name, family }: Format): Generator<Content> {
  yield skipped(file, name, `larger than what is read: ${file.size} bytes`);
  if (family === "archive" || family === "document" || runsAsText(file) || isText(file.bytes))
    yield fact(file, "file-too-large", `is a ${name} of ${file.size} bytes, which was not opened`);
  else yield* factOf(file, name, family);
}

function* unsigned(file: FileBytes, nesting: Nesting): Generator<Content> {
  const claim = claimOf(file.path);
  const zip = file.size === undefined ? archiveBehind(file) : undefined;
  if (zip?.application === true) return yield* openArchive(file, ZIP, nesting);
  if (!runsAsText(file) && !isText(file.bytes))
    yield* openBinary(file, claim === "bytecode" ? BYTECODE : UNKNOWN, nesting);
  else yield* openText(file, claim);
  if (zip !== undefined) yield* behind(file, nesting);
}

function* behind(file: FileBytes, nesting: Nesting): Generator<Content> {
  yield fact(file, "polyglot-file", "is a zip archive too, for whoever reads it from its end");
  yield* openArchive(file, ZIP, nesting);
}

function* openText(file: FileBytes, claim: Claim | undefined): Generator<Content> {
  if (file.size !== undefined) {
    yield skipped(file, "text", `larger than what is read: ${file.size} bytes`);
    return yield fact(file, "file-too-large", `has ${file.size} bytes, which is more than what is read`);
  }
  if (isPointer(file.bytes)) return yield* pointer(file);
  if (claim === "image" || claim === "font" || claim === "media")
    yield fact(file, "misnamed-file", `is text, and its name says ${claim}`);
  yield* textOrNotebook(file);
}

const UNKNOWN: Format = { name: "unknown binary", family: "data" };
const BYTECODE: Format = { name: "unknown bytecode", family: "bytecode" };
const ZIP: Format = { name: "zip archive", family: "archive" };

function* textOrNotebook(file: FileBytes): Generator<Content> {
  const texts = file.path.endsWith(".ipynb") ? notebookTexts(file.path, file.bytes) : undefined;
  if (texts === undefined) yield text(file.path, file.bytes);
  else {
    yield { kind: "opaque", path: file.path, format: "notebook", state: "analysed" };
    yield* texts;
  }
}

/** What Git LFS leaves where the file itself was not fetched, and nothing else: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function isPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && POINTER.test(Buffer.from(bytes).toString("latin1"));
}

const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]+ sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d+\n$/;

function* pointer(file: FileBytes): Generator<Content> {
  yield skipped(file, "git lfs pointer", "its content is kept elsewhere");
  yield fact(file, "file-kind-not-analysed", "git lfs pointer");
}

/** An archive for whoever reads the file from its end, as zip readers do. An application is one for a reason. */
function archiveBehind({ bytes }: FileBytes): { readonly application: boolean } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.lastIndexOf("PK\x05\x06") < 0) return undefined;
  const zip = readZip(buffer, 1);
  // An end without entries is what chance makes of zeros.
  return zip === undefined || zip.count === 0
    ? undefined
    : { application: isInterpreterLine(buffer.subarray(0, zip.start)) };
}

/** `#!/usr/bin/env python3`, as Python's `zipapp` writes it. */
function isInterpreterLine(before: Buffer): boolean {
  return before.toString("latin1", 0, 2) === "#!" && before.indexOf(10) === before.length - 1;
}

function* disguise(file: FileBytes, { name, family }: Format): Generator<Content> {
  const claim = claimOf(file.path);
  if (claim === undefined || claim === family || !isHarmless(claim)) return;
  if (family === "program" || family === "bytecode")
    yield fact(file, "disguised-program", `is a ${name}, and its name says ${claim}`);
  else if (claim === "text" || (family === "archive" && claim !== "document" && claim !== "data"))
    yield fact(file, "misnamed-file", `is a ${name}, and its name says ${claim}`);
}
