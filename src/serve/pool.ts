import type { IncomingMessage, ServerResponse } from "node:http";
import { SandboxError } from "../errors.ts";
import type { Outcome } from "../run/outcome.ts";
import type { ServeObserver, ServeRequest } from "../serve.ts";
import type { Blueprint } from "./blueprint.ts";
import { giveUp, refuse } from "./give-up.ts";
import { Guest } from "./guest.ts";

/** Guest processes that wait for a request; more than a few would only hold memory. */
const MAX_SPARE = 4;

/** Requests that may wait for each one that is answered. */
const WAITING_PER_GUEST = 8;

/** Gives each request a guest process of its own, as many at once as may be. */
export class Pool {
  readonly #blueprint: Blueprint;
  readonly #request: ServeRequest;
  readonly #observer: ServeObserver;
  readonly #onBroken: (error: unknown) => void;
  readonly #spare: Guest[] = [];
  readonly #busy = new Set<Guest>();
  readonly #waiting: (() => void)[] = [];
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
    this.#isValidated = !blueprint.isNew;
  }

  /** Starts processes for requests to come. */
  fill(): void {
    const wanted = this.#isValidated ? Math.min(MAX_SPARE, this.#request.maxConcurrent) : 1;
    try {
      while (!this.#isClosed && this.#spare.length < wanted) this.#spare.push(this.#start());
    } catch (error) {
      // Out of processes for the moment: whoever needs one sees it then.
      if (isAuditFailure(error)) this.#break(error);
    }
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isClosed || !(await this.#admitted(response))) {
      if (!response.destroyed) refuse(response, 503, { "Retry-After": "1" });
      return;
    }
    try {
      await this.#carryOut(request, response);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      giveUp(response, { kind: "trapped", message });
      if (isAuditFailure(error)) this.#break(error);
      else this.#report(request, response, "none", { kind: "trapped", message });
    } finally {
      this.#waiting.shift()?.();
    }
  }

  /** Takes no more requests. */
  close(): void {
    this.#isClosed = true;
    for (const guest of this.#spare.splice(0)) guest.dismiss();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Ends those that still run. */
  endAll(): void {
    for (const guest of this.#busy) guest.end({ kind: "interrupted", signal: "SIGTERM" });
  }

  async #carryOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const guest = this.#spare.shift() ?? this.#start();
    this.#busy.add(guest);
    try {
      const answering = guest.answer(request, response);
      const outcome = await answering;
      this.#report(request, response, guest.run, outcome);
    } finally {
      this.#busy.delete(guest);
      // Starting a process takes milliseconds of this one: not while a guest waits for its answers.
      setImmediate(() => this.fill());
    }
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

  /** Waits for room, as long as a run may last; false when there is none to be had, or nobody to answer any more. */
  async #admitted(response: ServerResponse): Promise<boolean> {
    const { maxConcurrent, limits } = this.#request;
    const latest = performance.now() + limits.timeoutMs;
    if (this.#waiting.length >= maxConcurrent * WAITING_PER_GUEST) return false;
    while (this.#busy.size >= maxConcurrent) {
      await this.#room(response, latest - performance.now());
      if (this.#isClosed || response.destroyed || performance.now() >= latest) return false;
    }
    return true;
  }

  /** Resolves when there may be room, the client is gone, or the time is over. */
  #room(response: ServerResponse, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake(), milliseconds);
      const wake = () => {
        clearTimeout(timer);
        const at = this.#waiting.indexOf(wake);
        if (at >= 0) this.#waiting.splice(at, 1);
        response.off("close", wake);
        resolve();
      };
      this.#waiting.push(wake);
      response.once("close", wake);
    });
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

function isAuditFailure(error: unknown): boolean {
  return error instanceof SandboxError && error.code === "audit";
}
