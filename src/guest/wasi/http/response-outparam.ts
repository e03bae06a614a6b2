import { u32 } from "../../messages.ts";
import { encodeHeaders, type HttpErrorCode } from "../../network-messages.ts";
import { askHttp, settled } from "./faults.ts";
import type { Fields } from "./fields.ts";
import type { OutgoingResponse } from "./outgoing-response.ts";

type Response =
  | { readonly tag: "ok"; readonly val: OutgoingResponse }
  | { readonly tag: "err"; readonly val: HttpErrorCode };

/** Where the one response goes. The type has `set` take it away, so that a second one cannot be said. */
export class ResponseOutparam {
  static set(_param: ResponseOutparam, response: Response): void {
    if (response.tag === "err") askHttp("refuseRequest", response.val.tag);
    else send(response.val);
  }

  sendInformational(_status: number, _headers: Fields): void {
    throw { tag: "internal-error", val: "informational responses are not supported" };
  }
}

function send(response: OutgoingResponse): void {
  const body = response.taken();
  const status = response.statusCode();
  const headers = encodeHeaders(response.headers().entries());
  const sent = settled(() =>
    askHttp("sendResponse", Uint8Array.of(status & 255, status >> 8), headers, u32(body?.handle ?? 0)),
  );
  // `set` has no result to say it in.
  if (sent.tag === "err") throw new Error(`the response was refused: ${sent.val.tag}`);
  body?.sent();
}
