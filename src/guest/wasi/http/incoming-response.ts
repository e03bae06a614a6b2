import type { HeaderEntry } from "../../network-messages.ts";
import { Fields } from "./fields.ts";
import { IncomingBody } from "./incoming-body.ts";

export class IncomingResponse {
  readonly #status: number;
  readonly #headers: readonly HeaderEntry[];
  readonly #body: IncomingBody;
  #consumed = false;

  constructor(status: number, headers: readonly HeaderEntry[], body: number) {
    this.#status = status;
    this.#headers = headers;
    this.#body = new IncomingBody(body);
  }

  status(): number {
    return this.#status;
  }

  headers(): Fields {
    return Fields.immutable(this.#headers);
  }

  consume(): IncomingBody {
    if (this.#consumed) throw undefined;
    this.#consumed = true;
    return this.#body;
  }

  [Symbol.dispose](): void {
    if (!this.#consumed) this.#body[Symbol.dispose]();
  }
}
