import type { HttpErrorCode } from "../../guest/network-messages.ts";

/** Why there is no connection. */
export function connectFault(error: Error): HttpErrorCode {
  const code = codeOf(error);
  return CONNECT_FAULTS.get(code) ?? { tag: "internal-error", val: code };
}

/** Why a name has no address; `code` is c-ares'. */
export function lookupFault(code: string): HttpErrorCode {
  if (code === "ETIMEOUT" || code === "ECANCELLED") return { tag: "DNS-timeout" };
  return { tag: "DNS-error", val: { rcode: RCODES.get(code) } };
}

/** Why a connection is not secure. */
export function tlsFault(error: Error): HttpErrorCode {
  const code = codeOf(error);
  if (CONNECT_FAULTS.has(code)) return { tag: "connection-terminated" };
  if (/^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_|INVALID_|ERR_TLS_CERT_)/.test(code)) {
    return { tag: "TLS-certificate-error" };
  }
  const [, name, number] = /alert ([a-z ]+):.*SSL alert number (\d+)/.exec(error.message) ?? [];
  return number === undefined
    ? { tag: "TLS-protocol-error" }
    : { tag: "TLS-alert-received", val: { alertId: Number(number), alertMessage: name } };
}

/** Why there is no response on a connection. */
export function responseFault(error: Error): HttpErrorCode {
  const code = codeOf(error);
  if (code === "HPE_HEADER_OVERFLOW") return { tag: "HTTP-response-header-section-size" };
  if (code.startsWith("HPE_")) return { tag: "HTTP-protocol-error" };
  return { tag: "connection-terminated" };
}

/** Why a response broke off. */
export function bodyFault(error: Error): HttpErrorCode {
  return codeOf(error).startsWith("HPE_") ? { tag: "HTTP-protocol-error" } : { tag: "HTTP-response-incomplete" };
}

/** The code of an abort is a number, and means no more than that. */
function codeOf({ code }: NodeJS.ErrnoException): string {
  return String(code ?? "");
}

const CONNECT_FAULTS: ReadonlyMap<string, HttpErrorCode> = new Map([
  ["ECONNREFUSED", { tag: "connection-refused" }],
  ["ECONNRESET", { tag: "connection-terminated" }],
  ["EPIPE", { tag: "connection-terminated" }],
  ["ETIMEDOUT", { tag: "connection-timeout" }],
  ["EHOSTUNREACH", { tag: "destination-IP-unroutable" }],
  ["ENETUNREACH", { tag: "destination-IP-unroutable" }],
  ["EADDRNOTAVAIL", { tag: "destination-IP-unroutable" }],
  ["EMFILE", { tag: "connection-limit-reached" }],
]);

/** RFC 1035 section 4.1.1, by the names that name servers' tools show. */
const RCODES: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "NXDOMAIN"],
  ["ENODATA", "NOERROR"],
  ["ESERVFAIL", "SERVFAIL"],
  ["EREFUSED", "REFUSED"],
  ["EFORMERR", "FORMERR"],
  ["ENOTIMP", "NOTIMP"],
]);
