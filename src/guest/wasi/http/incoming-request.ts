import type { IncomingHead } from "../../network-messages.ts";
import { Fields } from "./fields.ts";
import { IncomingBody } from "./incoming-body.ts";

/** The request that this process was started for. */
export class IncomingRequest {
  readonly #head: IncomingHead;
  #consumed = false;

  constructor(head: IncomingHead) {
    this.#head = head;
  }

  method(): { readonly tag: string; readonly val?: string } {
    const { method } = this.#head;
    const tag = method.toLowerCase();
    return METHODS.has(tag) && tag.toUpperCase() === method ? { tag } : { tag: "other", val: method };
  }

  pathWithQuery(): string | undefined {
    return this.#head.path;
  }

  scheme(): { readonly tag: string } {
    return { tag: "HTTP" };
  }

  authority(): string | undefined {
    return this.#head.authority;
  }

  headers(): Fields {
    return Fields.immutable(this.#head.headers);
  }

  consume(): IncomingBody {
    if (this.#consumed) throw undefined;
    this.#consumed = true;
    return new IncomingBody(this.#head.body);
  }
}

const METHODS: ReadonlySet<string> = new Set([
  "get",
  "head",
  "post",
  "put",
  "delete",
  "connect",
  "options",
  "trace",
  "patch",
]);
