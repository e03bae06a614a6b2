import type { ServerResponse } from "node:http";
import type { Outcome } from "../run/outcome.ts";

/**
 * What a client gets of a guest that has ended, when that has not seen to it itself: a number without a reason, which is
 * the operator's business. A response that has begun and is no whole one breaks off.
 */
export function giveUp(response: ServerResponse, outcome: Outcome): void {
  if (response.writableEnded || response.destroyed) return;
  if (response.headersSent) response.destroy();
  else refuse(response, statusOf(outcome));
}

/** An answer of our own. */
export function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const text = `${status} ${process.getBuiltinModule("node:http").STATUS_CODES[status] ?? ""}\n`;
  const type = "text/plain;charset=utf-8";
  response.writeHead(status, { "Content-Type": type, "Content-Length": text.length, Connection: "close", ...headers });
  response.end(text);
}

function statusOf(outcome: Outcome): number {
  if (outcome.kind === "interrupted") return 503;
  if (outcome.kind !== "limit") return 500;
  return outcome.limit === "timeout" ? 504 : outcome.limit === "request-body" ? 413 : 500;
}
