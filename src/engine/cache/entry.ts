import { createHash } from "node:crypto";
import type { ComponentInfo, Prepared, PreparedModule } from "../prepared.ts";

/** What an entry keeps of a prepared component. */
export type Entry = Pick<Prepared, "digest" | "source" | "codeCache" | "modules" | "info">;

/**
 * One file: the sha256 of all that follows, then the header's length, the header as JSON, and the parts in its order.
 *
 * The digest finds damage and half-written files. It does not stop somebody with our own user id, who could as well
 * replace this program.
 */
export function encodeEntry(key: string, entry: Entry): Uint8Array {
  const parts = [Buffer.from(entry.source, "latin1"), entry.codeCache ?? new Uint8Array()];
  const modules = entry.modules.map(({ name, at, edits }) => {
    const made = at instanceof Uint8Array;
    parts.push(...(made ? [at, edits] : [edits]));
    return { name, at: made ? at.length : at, edits: edits.length };
  });
  const { digest, info } = entry;
  const codeCache = entry.codeCache?.length ?? -1;
  const header: Header = { key, digest, source: entry.source.length, codeCache, modules, info };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const content = Buffer.concat([length, json, ...parts]);
  return Buffer.concat([sha256(content), content]);
}

/** The entry in `bytes`; undefined when they are not exactly what `encodeEntry` wrote for this key. */
export function decodeEntry(key: string, bytes: Buffer): Entry | undefined {
  const content = bytes.subarray(DIGEST_BYTES);
  if (content.length < LENGTH_BYTES || !sha256(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  const headerEnd = LENGTH_BYTES + content.readUInt32LE(0);
  const header = readHeader(content.toString("latin1", LENGTH_BYTES, headerEnd));
  return header?.key === key ? readParts(content, headerEnd, header) : undefined;
}

interface Header {
  /** A whole entry under another entry's name is an attack or an accident. */
  readonly key: string;
  readonly digest: string;
  readonly source: number;
  /** -1 when there is none. */
  readonly codeCache: number;
  readonly modules: readonly ModuleHeader[];
  readonly info: ComponentInfo;
}

interface ModuleHeader {
  readonly name: string;
  /** Where it lies in the component, or the length of its own bytes. */
  readonly at: readonly [start: number, end: number] | number;
  readonly edits: number;
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

function readHeader(text: string): Header | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readParts(content: Buffer, start: number, header: Header): Entry {
  let at = start;
  const take = (length: number) => {
    at += length;
    return content.subarray(at - length, at);
  };
  const source = take(header.source).toString("latin1");
  const codeCache = header.codeCache === -1 ? undefined : take(header.codeCache);
  const modules = header.modules.map(
    ({ name, at, edits }): PreparedModule => ({
      name,
      at: typeof at === "number" ? take(at) : at,
      edits: take(edits),
    }),
  );
  return { digest: header.digest, source, codeCache, modules, info: header.info };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
