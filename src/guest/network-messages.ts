import { readU32, readU64, u32, u64 } from "./messages.ts";

/** What the operations of HTTP and of connections carry. All integers are little-endian. */

/** One header: its name, and its value as bytes of latin1. */
export type HeaderEntry = readonly [name: string, value: Uint8Array];

/** An error code of wasi:http: the variant as the glue lowers it. */
export interface HttpErrorCode {
  readonly tag: string;
  readonly val?: unknown;
}

/** In nanoseconds; undefined: as long as the run lasts. */
export interface Timeouts {
  readonly connect: bigint | undefined;
  readonly firstByte: bigint | undefined;
  readonly betweenBytes: bigint | undefined;
}

/** A request that a server component answers. */
export interface IncomingHead {
  readonly method: string;
  readonly path: string;
  readonly authority: string;
  readonly headers: readonly HeaderEntry[];
  /** Handle of the body. */
  readonly body: number;
}

/** A connection that is there. Addresses are in text. */
export interface Connection {
  readonly reader: number;
  readonly writer: number;
  readonly local: readonly [address: string, port: number];
  readonly remote: readonly [address: string, port: number];
}

/** Bounds that hold on both sides of the door: a guest is told at once, and the broker does not believe it. */
export const HEADER_BOUNDS = { entries: 1000, bytes: 64 * 1024 } as const;

/** What the broker keeps of a stream that is being written, in bytes: `check-write` never permits more. */
export const STREAM_ROOM = 128 * 1024;

/** The largest piece of a stream that is read at once, in bytes. */
export const LARGEST_READ = 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Each header: length of the name (u32), name, length of the value (u32), value. */
export function encodeHeaders(headers: readonly HeaderEntry[]): Uint8Array {
  return joined(
    headers.flatMap(([name, value]) => {
      const bytes = encoder.encode(name);
      return [u32(bytes.length), bytes, u32(value.length), value];
    }),
  );
}

/** Undefined when the bytes are no headers, or more than may be. */
export function decodeHeaders(bytes: Uint8Array): HeaderEntry[] | undefined {
  const headers: HeaderEntry[] = [];
  let at = 0;
  const next = () => {
    const end = at + 4 <= bytes.length ? at + 4 + readU32(bytes, at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) return undefined;
    const field = bytes.subarray(at + 4, end);
    at = end;
    return field;
  };
  while (at < bytes.length) {
    const [name, value] = [next(), next()];
    if (name === undefined || value === undefined || headers.length >= HEADER_BOUNDS.entries) return undefined;
    headers.push([decoder.decode(name), value]);
  }
  return headers;
}

export function encodeTimeouts({ connect, firstByte, betweenBytes }: Timeouts): Uint8Array {
  return joined([connect, firstByte, betweenBytes].map((time) => u64(time ?? NO_TIME)));
}

export function decodeTimeouts(bytes: Uint8Array): Timeouts | undefined {
  if (bytes.length !== 24) return undefined;
  const at = (index: number) => {
    const time = readU64(bytes, index * 8);
    return time === NO_TIME ? undefined : time;
  };
  return { connect: at(0), firstByte: at(1), betweenBytes: at(2) };
}

const NO_TIME = 2n ** 64n - 1n;

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Headers that are the host's, in either direction: hop-by-hop ones (RFC 9110 section 7.6.1), those that frame a message
 * or name its receiver, and those that change the protocol.
 */
export function isForbidden(name: string): boolean {
  return FORBIDDEN.test(name);
}

const FORBIDDEN = /^(host|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|http2-settings|proxy-.*)$/i;

/** The request that a server component answers: length of what JSON holds (u32), that, headers. */
export function encodeIncomingHead({ headers, ...rest }: IncomingHead): Uint8Array {
  const json = encoder.encode(JSON.stringify(rest));
  return joined([u32(json.length), json, encodeHeaders(headers)]);
}

export function decodeIncomingHead(bytes: Uint8Array): IncomingHead {
  const end = 4 + readU32(bytes, 0);
  const rest = JSON.parse(decoder.decode(bytes.subarray(4, end))) as Omit<IncomingHead, "headers">;
  return { ...rest, headers: decodeHeaders(bytes.subarray(end)) ?? [] };
}
