import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { SandboxError } from "../errors.ts";
import type { Outcome } from "../run/outcome.ts";
import type { ServeObserver, ServeRequest } from "../serve.ts";
import type { Blueprint } from "./blueprint.ts";
import { giveUp, refuse } from "./give-up.ts";
import { Guest } from "./guest.ts";
import { Places } from "./places.ts";

/** Guest processes that wait for a request; more than a few would only hold memory. */
const MAX_SPARE = 4;

/** Gives each request a guest process of its own, as many at once as may be. */
export class Pool {
  readonly #blueprint: Blueprint;
  readonly #request: ServeRequest;
  readonly #observer: ServeObserver;
  readonly #onBroken: (error: unknown) => void;
  readonly #spare: Guest[] = [];
  readonly #busy = new Set<Guest>();
  readonly #answers = new Set<Promise<void>>();
  readonly #places: Places;
  #isValidated: boolean;
  #isClosed = false;

  /** @param onBroken told when an event could not be logged: nothing is answered any more */
  constructor(
    blueprint: Blueprint,
    request: ServeRequest,
    observer: ServeObserver,
    onBroken: (error: unknown) => void,
  ) {
    this.#blueprint = blueprint;
    this.#request = request;
    this.#observer = observer;
    this.#onBroken = onBroken;
    this.#places = new Places(request.maxConcurrent, request.limits.timeoutMs);
    this.#isValidated = !blueprint.isNew;
  }

  /** Starts processes for requests to come. */
  fill(): void {
    const wanted = this.#isValidated ? Math.min(MAX_SPARE, this.#request.maxConcurrent) : 1;
    try {
      while (!this.#isClosed && this.#spare.length < wanted) this.#spare.push(this.#start());
    } catch (error) {
      // Out of processes or open files for the moment: whoever needs one sees it then.
      if (isAuditFailure(error)) this.#break(error);
    }
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = this.#answer(request, response);
    this.#answers.add(answered);
    try {
      await answered;
    } finally {
      this.#answers.delete(answered);
    }
  }

  /** Resolves when every answer has been logged and spoken of: a response is out before its process is gone. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#answers);
  }

  /** Nobody is left to wait for an answer on this connection. */
  leave(connection: Socket): void {
    this.#places.leave(connection);
  }

  /** Takes no more requests. */
  close(): void {
    this.#isClosed = true;
    for (const guest of this.#spare.splice(0)) guest.dismiss();
    this.#places.close();
  }

  /** Ends those that still run. */
  endAll(): void {
    for (const guest of this.#busy) guest.end({ kind: "interrupted", signal: "SIGTERM" });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    if (!(await this.#places.take(socket))) {
      if (!socket.destroyed) refuse(response, 503, RETRY);
      return;
    }
    try {
      await this.#carryOut(request, response);
    } catch (error) {
      this.#fail(request, response, "none", error);
    } finally {
      this.#places.release(socket);
    }
  }

  async #carryOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const guest = this.#spare.shift() ?? this.#start();
    this.#busy.add(guest);
    try {
      const outcome = await guest.answer(request, response);
      this.#report(request, response, guest.run, outcome);
    } catch (error) {
      this.#fail(request, response, guest.run, error);
    } finally {
      this.#busy.delete(guest);
      // Starting a process takes milliseconds of this one: not while a guest waits for its answers.
      setImmediate(() => this.fill());
    }
  }

  /** There was no process to be had, or its events could not be logged. */
  #fail(request: IncomingMessage, response: ServerResponse, run: string, error: unknown): void {
    if (!response.headersSent && !response.destroyed) refuse(response, 503, RETRY);
    giveUp(response, { kind: "trapped", message: "" });
    if (isAuditFailure(error)) this.#break(error);
    else this.#report(request, response, run, refusalFor(error));
  }

  #report(request: IncomingMessage, response: ServerResponse, run: string, outcome: Outcome): void {
    const { method = "", url: path = "" } = request;
    const status = response.headersSent ? response.statusCode : undefined;
    this.#observer.onAnswered?.({ run, method, path, status, outcome });
  }

  /** What cannot be logged does not happen, for anybody. */
  #break(error: unknown): void {
    this.close();
    this.#onBroken(error);
  }

  /** The first process validates the component, which takes its time; the others are started when that is done. */
  #start(): Guest {
    const guest = new Guest(this.#request, this.#blueprint, this.#observer, !this.#isValidated);
    if (this.#isValidated) return guest;
    void guest.ready.then((ready) => {
      if (!ready) return;
      this.#isValidated = true;
      this.fill();
    });
    return guest;
  }
}

const RETRY = { "Retry-After": "1" };

function refusalFor(error: unknown): Outcome {
  const hint = error instanceof SandboxError ? error.hint : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "refused", reason, hint: hint ?? SHORTAGE };
}

const SHORTAGE = "see whether the machine is out of processes or open files (ulimit -n, ulimit -u)";

/** Without a descriptor to open the log with, nothing has begun that is to be logged. */
function isAuditFailure(error: unknown): boolean {
  if (!(error instanceof SandboxError) || error.code !== "audit") return false;
  return !["EMFILE", "ENFILE"].includes((error.cause as NodeJS.ErrnoException | undefined)?.code ?? "");
}
