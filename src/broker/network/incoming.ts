import type { IncomingMessage, ServerResponse } from "node:http";

/** The request that a server component answers, and where its response goes. */
export interface Incoming {
  /** There from the first question of the guest on. */
  readonly exchange: { readonly request: IncomingMessage; readonly response: ServerResponse } | undefined;
  /** Bytes of the request's body. */
  readonly maxBodyBytes: number;
  /** The guest has said that it gives no response, and the name of an error code of wasi:http as why. */
  onRefused(code: string): void;
}
