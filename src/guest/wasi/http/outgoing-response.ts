import type { HeaderEntry } from "../../network-messages.ts";
import { Fields } from "./fields.ts";
import { OutgoingBody } from "./outgoing-body.ts";

export class OutgoingResponse {
  readonly #headers: readonly HeaderEntry[];
  #status = 200;
  #body: OutgoingBody | undefined;

  constructor(headers: Fields) {
    this.#headers = headers.entries();
  }

  statusCode(): number {
    return this.#status;
  }

  /** RFC 9110 section 15: a final response; those that come before one are the server's. */
  setStatusCode(status: number): void {
    if (status < 200 || status > 599) throw undefined;
    this.#status = status;
  }

  headers(): Fields {
    return Fields.immutable(this.#headers);
  }

  body(): OutgoingBody {
    if (this.#body !== undefined) throw undefined;
    this.#body = new OutgoingBody();
    return this.#body;
  }

  /** What is sent: the body that was taken, if one was. */
  taken(): OutgoingBody | undefined {
    return this.#body;
  }
}
