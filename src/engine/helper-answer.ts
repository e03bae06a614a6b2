import { SandboxError } from "../errors.ts";
import { GENERATED_NAME, type GeneratedFile } from "./generator.ts";
import { markerOf } from "./shell.ts";
import { quoted } from "./wasm/malformed.ts";

/** What comes back from the process that runs the generator. */
export type HelperAnswer =
  | { readonly ok: true; readonly glue: Uint8Array; readonly modules: readonly AnsweredModule[] }
  | { readonly ok: false; readonly code: "invalid-component" | "refused"; readonly message: string };

/** A core module under the name by which the glue asks for it: one of the original's, or one that the generator made. */
export type AnsweredModule =
  | { readonly name: string; readonly original: number }
  | { readonly name: string; readonly bytes: Uint8Array };

/** Sorts what the generator wrote into glue, modules of the original, and modules of its own making. */
export function answerOf(files: readonly GeneratedFile[]): HelperAnswer {
  const glue = files.find((file) => file.name === `${GENERATED_NAME}.js`);
  if (glue === undefined) throw new SandboxError("internal", "The bindings generator wrote no JavaScript");
  return { ok: true, glue: glue.bytes, modules: files.filter((file) => file !== glue).map(answeredModule) };
}

/** One frame: the header's length, the header as JSON, then the glue and the made modules, in the header's order. */
export function encodeAnswer(answer: HelperAnswer): Uint8Array {
  const header = Buffer.from(JSON.stringify(headerOf(answer)));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const made = answer.ok ? answer.modules.flatMap((module) => ("bytes" in module ? [module.bytes] : [])) : [];
  return Buffer.concat([length, header, ...(answer.ok ? [answer.glue, ...made] : [])]);
}

/**
 * Reads such a frame. Whoever wrote it has read a hostile component, so its word is taken for nothing: each
 * length is checked before use, names have one form, and module numbers must exist.
 *
 * @param originals how many core modules the component has
 * @throws SandboxError `internal` when the frame is not one that `encodeAnswer` writes
 */
export function decodeAnswer(frame: Uint8Array, originals: number): HelperAnswer {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  const headerEnd = LENGTH_BYTES + (bytes.length < LENGTH_BYTES ? 0 : bytes.readUInt32LE(0));
  if (bytes.length < LENGTH_BYTES || headerEnd > bytes.length) throw broken("is cut short");
  if (headerEnd > MAX_HEADER_BYTES) throw broken("has too long a header");
  const header = parseHeader(bytes.toString("latin1", LENGTH_BYTES, headerEnd));
  return header["ok"] === true ? readParts(bytes, headerEnd, header, originals) : readFailure(header);
}

type Header = Record<string, unknown>;

const LENGTH_BYTES = 4;
/** Each module takes some 60 bytes of it, and names allow no more than a thousand of them. */
const MAX_HEADER_BYTES = 256 * 1024;
const MODULE_NAME = /^component\.core[0-9]{0,3}\.wasm$/;
const MAX_MESSAGE = 500;

function answeredModule({ name, bytes }: GeneratedFile): AnsweredModule {
  const original = markerOf(bytes);
  return original === undefined ? { name, bytes } : { name, original };
}

function headerOf(answer: HelperAnswer): Header {
  if (!answer.ok) return { ...answer };
  const modules = answer.modules.map((module) =>
    "bytes" in module ? { name: module.name, length: module.bytes.length } : module,
  );
  return { ok: true, glue: answer.glue.length, modules };
}

function parseHeader(text: string): Header {
  try {
    const header: unknown = JSON.parse(text);
    if (isRecord(header)) return header;
  } catch (cause) {
    throw broken("has no readable header", cause);
  }
  throw broken("has no header");
}

function readFailure({ code, message }: Header): HelperAnswer {
  if (code !== "invalid-component" && code !== "refused") throw broken("fails without a known code");
  if (typeof message !== "string" || !/^[ -~]*$/.test(message)) throw broken("fails without a plain message");
  return { ok: false, code, message: message.slice(0, MAX_MESSAGE) };
}

function readParts(bytes: Buffer, start: number, header: Header, originals: number): HelperAnswer {
  if (!isLength(header["glue"]) || !Array.isArray(header["modules"])) throw broken("misses a part");
  const parts = new Parts(bytes, start);
  const glue = parts.take(header["glue"]);
  const modules = header["modules"].map((module) => readModule(module, parts, originals));
  parts.finish();
  if (new Set(modules.map((module) => module.name)).size !== modules.length) throw broken("names a module twice");
  return { ok: true, glue, modules };
}

function readModule(module: unknown, parts: Parts, originals: number): AnsweredModule {
  const { name, original, length } = isRecord(module) ? module : {};
  if (typeof name !== "string" || !MODULE_NAME.test(name)) throw broken(`names a module ${quoted(String(name))}`);
  if (isLength(length) && original === undefined) return { name, bytes: parts.take(length) };
  if (isLength(original) && original < originals && length === undefined) return { name, original };
  throw broken(`says nothing of module ${name}`);
}

class Parts {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw broken("is cut short");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  finish(): void {
    if (this.#at !== this.#bytes.length) throw broken("has bytes left over");
  }
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function broken(how: string, cause?: unknown): SandboxError {
  return new SandboxError("internal", `The generator's answer ${how}; nothing of it was used`, { cause });
}
