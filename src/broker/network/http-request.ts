import type { Permit } from "./judge.ts";
import type { Header } from "./request-headers.ts";

/** One hop: a request to one permitted target. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly permit: Permit;
  /** The guest's own; today's WIT gives it none. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
}
