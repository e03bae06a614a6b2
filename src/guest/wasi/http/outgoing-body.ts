import { tell } from "../../door.ts";
import { readU32, u32 } from "../../messages.ts";
import { encodeHeaders } from "../../network-messages.ts";
import { OutputStream } from "../io.ts";
import { RemoteSink } from "../remote-streams.ts";
import { askHttp, streamError } from "./faults.ts";
import type { Fields } from "./fields.ts";

/** A body that the guest writes. What is dropped before it is finished is not a whole one: its connection breaks. */
export class OutgoingBody {
  readonly handle: number;
  readonly #sink: RemoteSink;
  #taken = false;
  #finished = false;
  #sent = false;

  constructor() {
    this.handle = readU32(askHttp("openBody"), 0);
    this.#sink = new RemoteSink(this.handle, streamError, false);
  }

  static finish(body: OutgoingBody, trailers: Fields | undefined): void {
    body.#sink.end();
    body.#finished = true;
    try {
      askHttp("finishBody", u32(body.handle), encodeHeaders(trailers?.entries() ?? []));
    } finally {
      body.#release();
    }
  }

  write(): OutputStream {
    if (this.#taken) throw undefined;
    this.#taken = true;
    return new OutputStream(this.#sink);
  }

  /** The message that it belongs to is on its way: from here on the broker needs no handle to find it. */
  sent(): void {
    this.#sent = true;
    this.#release();
  }

  /** The message that it belongs to is never sent. */
  abandon(): void {
    this.#sink.end();
    tell("close", u32(this.handle));
  }

  [Symbol.dispose](): void {
    if (!this.#finished) this.abandon();
  }

  #release(): void {
    if (this.#sent && this.#finished) tell("close", u32(this.handle));
  }
}
