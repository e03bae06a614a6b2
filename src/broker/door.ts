import type { Duplex } from "node:stream";
import { encodeAnswer, OPERATIONS, type OperationName, readU32, STATUS, splitFields } from "../guest/messages.ts";
import { Wakefulness } from "./stay-awake.ts";

export interface Request {
  readonly operation: OperationName;
  readonly fields: readonly Uint8Array[];
}

export type Answer = { readonly done: string | Uint8Array } | { readonly refused: string };

/** For whoever asks when a limit was reached. */
export const OVER: Answer = { refused: "the run is over" };

export interface DoorHandlers {
  /** The largest frame that is read; a longer one is a violation, known from its length before anything is kept. */
  readonly maxMessageBytes: number;
  /** Called for one request at a time. What it returns is sent for operations that have an answer. */
  handle(request: Request): Promise<Answer | undefined> | Answer | undefined;
  /** The guest broke the protocol: whatever speaks there is not our client. */
  violation(reason: string): void;
}

const BY_CODE = new Map<number, OperationName>(
  Object.entries(OPERATIONS).map(([name, { code }]) => [code, name as OperationName]),
);

/** Serves the broker's end of the door. Every byte from the guest is hostile. */
export function serveDoor(socket: Duplex, handlers: DoorHandlers): void {
  const inbox = new Inbox();
  const wakefulness = new Wakefulness();
  let answering = false;
  let serving = false;

  socket.on("data", (chunk: Buffer) => {
    if (answering) return violate("sent bytes while an answer was pending");
    inbox.push(chunk);
    if (!serving) void serveAll();
  });
  // A guest that dies closes its end; its exit is what counts, and is seen elsewhere.
  socket.on("error", () => socket.destroy());

  async function serveAll(): Promise<void> {
    serving = true;
    for (let request = next(); request !== undefined; request = next()) await serve(request);
    serving = false;
  }

  function next(): Request | undefined {
    const length = inbox.nextLength();
    if (length === undefined || socket.destroyed) return undefined;
    if (length > handlers.maxMessageBytes) return violate(`announced a message of ${length} bytes`);
    if (inbox.size < 4 + length) return undefined;
    const request = parseRequest(inbox.take(4 + length).subarray(4));
    return typeof request === "string" ? violate(request) : request;
  }

  async function serve(request: Request): Promise<void> {
    answering = OPERATIONS[request.operation].answered;
    if (answering && inbox.size > 0) return violate("sent a second request before the first was answered");
    wakefulness.asked();
    const answer = await handlers.handle(request);
    if (answering) await send(answer ?? { refused: "the run is over" });
    answering = false;
    wakefulness.answered();
  }

  function send(answer: Answer): Promise<void> {
    return new Promise((resolve) => {
      if (socket.destroyed) return resolve();
      const [head = NOTHING, body] = encodeBody(answer);
      if (body === undefined) return void socket.write(head, () => resolve());
      socket.cork();
      socket.write(head);
      socket.write(body, () => resolve());
      socket.uncork();
    });
  }

  function violate(reason: string): undefined {
    socket.destroy();
    handlers.violation(reason);
  }
}

/** A request, or why the frame is none. */
export function parseRequest(frame: Uint8Array): Request | string {
  const operation = BY_CODE.get(frame[0] ?? 0);
  if (operation === undefined) return `unknown operation ${frame[0] ?? "(empty)"}`;
  const fields = splitFields(frame.subarray(1), OPERATIONS[operation].fields);
  return fields === undefined ? `malformed fields of ${operation}` : { operation, fields };
}

const NOTHING = new Uint8Array();

function encodeBody(answer: Answer): Uint8Array[] {
  if ("refused" in answer) return encodeAnswer(STATUS.refused, Buffer.from(answer.refused));
  return encodeAnswer(STATUS.done, typeof answer.done === "string" ? Buffer.from(answer.done) : answer.done);
}

/** Received bytes as a list of chunks: joined once per frame, never once per chunk. */
class Inbox {
  #chunks: Buffer[] = [];
  size = 0;

  push(chunk: Buffer): void {
    this.size += chunk.length;
    this.#chunks.push(this.#withSmallOnes(chunk));
  }

  /** A guest that sends byte by byte costs no object for each: small chunks are joined with equally small ones before them. */
  #withSmallOnes(chunk: Buffer): Buffer {
    let joined = chunk;
    for (let last = this.#chunks.at(-1); isSmall(last) && last.length <= joined.length; last = this.#chunks.at(-1)) {
      this.#chunks.pop();
      joined = Buffer.concat([last, joined]);
    }
    return joined;
  }

  nextLength(): number | undefined {
    if (this.size < 4) return undefined;
    const [first] = this.#chunks;
    return readU32(first !== undefined && first.length >= 4 ? first : this.#join(), 0);
  }

  take(length: number): Buffer {
    const all = this.#join();
    this.#chunks = length < all.length ? [all.subarray(length)] : [];
    this.size -= length;
    return all.subarray(0, length);
  }

  #join(): Buffer {
    const [first] = this.#chunks;
    const all = first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

/** Larger ones come by the kernel's own buffering, and are few. */
const SMALL_BYTES = 32 * 1024;

function isSmall(chunk: Buffer | undefined): chunk is Buffer {
  return chunk !== undefined && chunk.length < SMALL_BYTES;
}
