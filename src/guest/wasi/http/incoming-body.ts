import { tell } from "../../door.ts";
import { u32 } from "../../messages.ts";
import { InputStream } from "../io.ts";
import { RemoteSource } from "../remote-streams.ts";
import { askHttp, streamError } from "./faults.ts";
import { FutureTrailers } from "./future-trailers.ts";

export class IncomingBody {
  readonly #handle: number;
  readonly #source: RemoteSource;
  #taken = false;
  #finished = false;

  constructor(handle: number) {
    this.#handle = handle;
    this.#source = new RemoteSource(handle, streamError, false);
  }

  /** What was not read is thrown away: the trailers come behind it. */
  static finish(body: IncomingBody): FutureTrailers {
    body.#finished = true;
    body.#source.end();
    askHttp("finishReading", u32(body.#handle));
    return new FutureTrailers(body.#handle);
  }

  stream(): InputStream {
    if (this.#taken) throw undefined;
    this.#taken = true;
    return new InputStream(this.#source);
  }

  [Symbol.dispose](): void {
    if (this.#finished) return;
    this.#source.end();
    tell("close", u32(this.#handle));
  }
}
