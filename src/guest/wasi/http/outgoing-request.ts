import { readU32, u32 } from "../../messages.ts";
import { encodeHeaders, encodeTimeouts, type HeaderEntry, type HttpErrorCode } from "../../network-messages.ts";
import { askHttp } from "./faults.ts";
import { Fields, TOKEN } from "./fields.ts";
import { OutgoingBody } from "./outgoing-body.ts";
import type { RequestOptions } from "./request-options.ts";

/** A variant of WIT: `val` for the cases that have one. */
interface Variant {
  readonly tag: string;
  readonly val?: string;
}

export class OutgoingRequest {
  readonly #headers: readonly HeaderEntry[];
  #method: Variant = { tag: "get" };
  #scheme: Variant | undefined;
  #authority: string | undefined;
  #path: string | undefined;
  #body: OutgoingBody | undefined;
  #sent = false;

  constructor(headers: Fields) {
    this.#headers = headers.entries();
  }

  body(): OutgoingBody {
    if (this.#body !== undefined) throw undefined;
    this.#body = new OutgoingBody();
    return this.#body;
  }

  method(): Variant {
    return this.#method;
  }

  setMethod(method: Variant): void {
    if (method.tag === "other" && !TOKEN.test(method.val ?? "")) throw undefined;
    this.#method = method;
  }

  pathWithQuery(): string | undefined {
    return this.#path;
  }

  setPathWithQuery(path: string | undefined): void {
    if (path !== undefined && !PATH.test(path)) throw undefined;
    this.#path = path;
  }

  scheme(): Variant | undefined {
    return this.#scheme;
  }

  setScheme(scheme: Variant | undefined): void {
    if (scheme?.tag === "other" && !/^[a-z][a-z0-9+.-]*$/i.test(scheme.val ?? "")) throw undefined;
    this.#scheme = scheme;
  }

  authority(): string | undefined {
    return this.#authority;
  }

  setAuthority(authority: string | undefined): void {
    if (authority !== undefined && !isAuthority(authority)) throw undefined;
    this.#authority = authority;
  }

  headers(): Fields {
    return Fields.immutable(this.#headers);
  }

  /**
   * Sends it, once. The handle of what comes of it.
   *
   * @throws HttpErrorCode when it is not sent
   */
  send(options: RequestOptions | undefined): number {
    if (this.#authority === undefined) throw { tag: "HTTP-request-URI-invalid" } satisfies HttpErrorCode;
    const answer = askHttp(
      "sendRequest",
      this.#method.tag === "other" ? (this.#method.val ?? "") : this.#method.tag.toUpperCase(),
      schemeName(this.#scheme),
      this.#authority,
      this.#path === undefined || this.#path === "" ? "/" : this.#path,
      encodeHeaders(this.#headers),
      u32(this.#body?.handle ?? 0),
      encodeTimeouts(options?.timeouts() ?? { connect: undefined, firstByte: undefined, betweenBytes: undefined }),
    );
    this.#sent = true;
    this.#body?.sent();
    return readU32(answer, 0);
  }

  [Symbol.dispose](): void {
    if (!this.#sent) this.#body?.abandon();
  }
}

/** https is what a request without a scheme means. */
function schemeName(scheme: Variant | undefined): string {
  if (scheme === undefined) return "https";
  return scheme.tag === "other" ? (scheme.val ?? "").toLowerCase() : scheme.tag.toLowerCase();
}

/** Characters of a path and a query (RFC 3986), and what is sent beside them in practice. */
const PATH = /^(?:\*|(?:[/?][!$-;=?-_a-~]*)?)$/;

/** A host and perhaps a port; no user name. */
function isAuthority(authority: string): boolean {
  const [, port] = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~%!$&'()*+,;=-]+)(?::(\d{1,5}))?$/.exec(authority) ?? [
    "",
    "none",
  ];
  return port === undefined || Number(port) <= 65_535;
}
