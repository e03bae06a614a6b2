import type { IncomingMessage } from "node:http";
import { failedBecause, type Stop } from "./stop.ts";

/**
 * The body as UTF-8, as `fetch().text()` reads it: a byte order mark is dropped, and what is not UTF-8 becomes U+FFFD,
 * so that pages with a stray byte stay readable. That can treble the size, so the text is held to the limit as well.
 */
export async function readText(response: IncomingMessage, rule: string, maxBytes: number): Promise<string | Stop> {
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) return tooLarge(maxBytes);
  try {
    const bytes = await readBytes(response, maxBytes);
    const text = bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    return text === undefined || Buffer.byteLength(text) > maxBytes ? tooLarge(maxBytes) : text;
  } catch (error) {
    return failedBecause(rule, "the response broke off", error instanceof Error ? error : new Error(String(error)));
  }
}

/** One buffer that doubles: a list of chunks would cost a hundred times its bytes when a server sends them one by one. */
async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  let buffer = new Uint8Array(0);
  let used = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    const needed = used + chunk.length;
    if (needed > maxBytes) return undefined;
    if (needed > buffer.length) buffer = grown(buffer, needed);
    buffer.set(chunk, used);
    used = needed;
  }
  return buffer.subarray(0, used);
}

function grown(buffer: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2));
  larger.set(buffer);
  return larger;
}

function tooLarge(maxBytes: number): Stop {
  return { kind: "limit", limit: "http-response", reason: `the response is larger than ${maxBytes} bytes` };
}
