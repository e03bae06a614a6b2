import type { HttpErrorCode } from "../../guest/network-messages.ts";
import type { Answer } from "../door.ts";

/** Why a stream is broken, in the words of its interface: an error code of wasi:http, or the name of one of wasi:sockets. */
export type StreamFault = HttpErrorCode | string;

export function refusedFor(fault: StreamFault): Answer {
  return { refused: typeof fault === "string" ? fault : JSON.stringify(fault) };
}
