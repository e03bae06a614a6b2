import { Buffer, isUtf8 } from "node:buffer";
import type { Allowance } from "./allowance.ts";
import type { Entry } from "./entry.ts";
import type { OpenFile } from "./open-file.ts";
import { failed, IS_A_FOLDER, NOT_FOUND, refused, type Stop, USED_UP } from "./refusals.ts";
import type { Done, Job } from "./request.ts";

/** Gives the whole of a regular file as text. */
export function reading(maxBytes: number, allowance: Allowance): Job<string> {
  return {
    judge(end) {
      if (end.kind === "vacant") return NOT_FOUND;
      if (end.entry.kind === "folder") return IS_A_FOLDER;
      if (end.entry.kind !== "file") return refused("not-a-regular-file");
      return end.entry.size > maxBytes ? tooLarge(`${end.entry.size} bytes`, maxBytes) : undefined;
    },
    act: async (end) => (end.kind === "vacant" ? NOT_FOUND : readText(end.entry, maxBytes, allowance)),
  };
}

async function readText(file: Entry, maxBytes: number, allowance: Allowance): Promise<Done<string> | Stop> {
  if (!allowance.mayOpen()) return USED_UP;
  const content = await file.openContent("read");
  try {
    const bytes = await readAll(content, Number(file.size), maxBytes);
    if (bytes === undefined) return tooLarge("growing", maxBytes);
    return allowance.spend("host-read", bytes.length) ? decode(bytes) : USED_UP;
  } finally {
    void content.close();
  }
}

function tooLarge(size: string, maxBytes: number): Stop {
  return failed(`the file is ${size}, more than the ${maxBytes} bytes that one read may return`);
}

/** Reads to the end of the file, wherever that is by now: a file may grow, and some file systems say 0. */
async function readAll(content: OpenFile, size: number, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let total = 0;
  // One byte more than expected, so that the end shows without a second buffer.
  let chunk = Buffer.allocUnsafe(size + 1);
  for (let filled = 0; ; ) {
    const count = await content.read(chunk, filled);
    filled += count;
    total += count;
    if (total > maxBytes) return undefined;
    if (count > 0 && filled < chunk.length) continue;
    chunks.push(chunk.subarray(0, filled));
    if (count === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total);
    chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    filled = 0;
  }
}

/** `isUtf8` is exact where decoding would put U+FFFD; `toString` keeps a byte order mark. */
function decode(bytes: Buffer): Done<string> | Stop {
  return isUtf8(bytes) ? { kind: "done", value: bytes.toString("utf8") } : failed("the file is not valid UTF-8 text");
}

const CHUNK_BYTES = 64 * 1024;
