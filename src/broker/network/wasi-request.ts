import {
  decodeHeaders,
  decodeTimeouts,
  HEADER_BOUNDS,
  type HttpErrorCode,
  isForbidden,
  type Timeouts,
} from "../../guest/network-messages.ts";
import { type Header, isWellFormed } from "./request-headers.ts";

/** A request of wasi:http as the guest gave it, with everything that can be known without the grants checked. */
export interface WasiRequest {
  readonly method: string;
  readonly url: string;
  /** As it goes on the wire: grants are by host, and the path is the guest's own. */
  readonly path: string;
  /** Without what frames the message. */
  readonly headers: readonly Header[];
  /** How many bytes the guest says that its body has. */
  readonly length: number | undefined;
  readonly timeouts: Timeouts;
}

/** The request, or the error code that says what is wrong with it. */
export function parseRequest(fields: readonly Uint8Array[]): WasiRequest | HttpErrorCode {
  const [method = "", scheme = "", authority = "", path = ""] = fields.slice(0, 4).map(latin1);
  const [headerBytes, , timeoutBytes] = fields.slice(4);
  const timeouts = decodeTimeouts(timeoutBytes ?? new Uint8Array());
  const headers = parseHeaders(headerBytes ?? new Uint8Array());
  if (timeouts === undefined || !TOKEN.test(method)) return { tag: "HTTP-request-method-invalid" };
  if (scheme !== "http" && scheme !== "https") return { tag: "HTTP-protocol-error" };
  if (!AUTHORITY.test(authority) || !PATH.test(path)) return { tag: "HTTP-request-URI-invalid" };
  if (path.length > LONGEST_PATH) return { tag: "HTTP-request-URI-too-long" };
  if ("tag" in headers) return headers;
  const url = `${scheme}://${authority}${path === "*" ? "/" : path}`;
  return { method, url, path: path.startsWith("?") ? `/${path}` : path, timeouts, ...headers };
}

/** Headers that a guest sends, and the length that they announce; also those of a response that it serves. */
export function parseHeaders(bytes: Uint8Array): Pick<WasiRequest, "headers" | "length"> | HttpErrorCode {
  const entries = bytes.length > HEADER_BOUNDS.bytes ? undefined : decodeHeaders(bytes);
  if (entries === undefined) return { tag: "HTTP-request-header-section-size" };
  const all = entries.map(([name, value]): Header => [name, latin1(value)]);
  const bad = all.find((header) => !isWellFormed(header) || isForbidden(header[0]));
  if (bad !== undefined) return { tag: "HTTP-request-denied" };
  const isLength = ([name]: Header) => name.toLowerCase() === "content-length";
  const lengths = all.filter(isLength).map(([, value]) => value);
  if (lengths.length > 1 || !lengths.every((text) => /^\d{1,15}$/.test(text))) return { tag: "HTTP-protocol-error" };
  const [length] = lengths;
  return {
    headers: all.filter((header) => !isLength(header)),
    length: length === undefined ? undefined : Number(length),
  };
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/;
/** Without a user name: RFC 9110 section 4.2.4. */
const AUTHORITY = /^[A-Za-z0-9._~%!$&'()*+,;=:[\]-]+$/;
const PATH = /^(?:\*|[/?][!$-;=?-_a-~]*)$/;
/** RFC 9110 section 4.1 asks everyone to support 8000 octets. */
const LONGEST_PATH = 8000;

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
