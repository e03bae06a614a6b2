import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { LogFile } from "../audit/log-file.ts";
import { Recorder } from "../audit/recorder.ts";
import type { Incoming } from "../broker/network/incoming.ts";
import { describeGrants } from "../policy/describe.ts";
import { FIXED_LIMITS } from "../policy/limits.ts";
import type { Outcome } from "../run/outcome.ts";
import type { RunObserver } from "../run/request.ts";
import { startSession, type Turn } from "../run/session.ts";
import { wallsRefusal } from "../run/walls-refusal.ts";
import { summary } from "../run.ts";
import type { ServeObserver, ServeRequest } from "../serve.ts";
import type { Blueprint } from "./blueprint.ts";
import { giveUp } from "./give-up.ts";

/**
 * One guest process for one request. It starts, and makes its instance, before the request is there; nothing that it
 * asks for is answered until then, so that no effect of it comes before a request.
 */
export class Guest {
  readonly #request: ServeRequest;
  readonly #blueprint: Blueprint;
  readonly #recorder: Recorder;
  readonly #file: LogFile | undefined;
  readonly #session: ReturnType<typeof startSession>;
  readonly #assigned = Promise.withResolvers<void>();
  readonly #ready = Promise.withResolvers<void>();
  #exchange: Incoming["exchange"];
  #deadline: number;

  constructor(request: ServeRequest, blueprint: Blueprint, observer: ServeObserver, validate: boolean) {
    this.#request = request;
    this.#blueprint = blueprint;
    this.#deadline = performance.now() + request.limits.timeoutMs;
    const { auditLog, cwd } = request;
    this.#file = auditLog === undefined ? undefined : LogFile.open(resolve(cwd, auditLog));
    this.#recorder = new Recorder({ file: this.#file, maxEvents: FIXED_LIMITS.auditEventsPerRun });
    this.#session = this.#start(observer);
    // A failure of one that has no request yet is seen by whoever takes it.
    this.#session.guest.ended.catch(() => {});
    this.#session.guest.send(blueprint.job(validate));
  }

  get run(): string {
    return this.#recorder.run;
  }

  /** Resolves with true when the instance is there, with false when it came to its end before. */
  get ready(): Promise<boolean> {
    return Promise.race([
      this.#ready.promise.then(() => true),
      this.#session.guest.ended.then(
        () => false,
        () => false,
      ),
    ]);
  }

  /**
   * Lets it answer, and resolves when it has: whatever the outcome is, the response has been taken care of. It has not
   * when this throws.
   *
   * @throws SandboxError when an event could not be logged, or the process could not be confined
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<Outcome> {
    const { guest, broker } = this.#session;
    const { socket } = request;
    this.#exchange = { request, response };
    this.#deadline = performance.now() + this.#request.limits.timeoutMs;
    guest.reschedule(this.#deadline);
    // The other side hung up. A response that waits for the one before is not told of that, its connection is.
    const gone = () => {
      if (!response.writableFinished) this.end({ kind: "interrupted", signal: "SIGHUP" });
    };
    socket.once("close", gone);
    if (socket.destroyed) gone();
    try {
      await this.#begin(request);
      const ended = outcomeOf(await guest.ended, response);
      socket.off("close", gone);
      // What is finished goes its way; what is not is broken off.
      broker.close();
      giveUp(response, ended);
      const outcome = await guest.drained(ended);
      await this.#complete(outcome);
      return outcome;
    } finally {
      socket.off("close", gone);
      this.#session.end();
      this.#file?.close();
    }
  }

  end(outcome: Outcome): void {
    this.#session.guest.end(outcome);
  }

  /** It never got a request. */
  dismiss(): void {
    this.#session.end();
    this.#file?.close();
  }

  #start(observer: ServeObserver): ReturnType<typeof startSession> {
    const { run } = this;
    const watch: RunObserver = {
      onDecision: (decision) => observer.onDecision?.(run, decision),
      onOutput: (stream, chunk) => observer.onOutput?.(run, stream, chunk),
    };
    try {
      return startSession(this.#request, watch, this.#recorder, undefined, this.#turn());
    } catch (error) {
      this.#file?.close();
      throw error;
    }
  }

  #turn(): Turn {
    const deadline = () => this.#deadline;
    const exchange = () => this.#exchange;
    return {
      begin: () => {
        // Waiting costs a guest nothing of its time.
        if (exchange() === undefined) this.#session.guest.reschedule(undefined);
        this.#ready.resolve();
        return this.#assigned.promise;
      },
      get deadline() {
        return deadline();
      },
      incoming: {
        get exchange() {
          return exchange();
        },
        maxBodyBytes: this.#request.maxRequestBodyBytes,
        onRefused: (code) => this.end({ kind: "trapped", message: `the component gave no response: ${code}` }),
      },
    };
  }

  /** The event comes before anything that the guest can do. */
  async #begin(request: IncomingMessage): Promise<void> {
    const { grants, capped, limits, requireWalls } = this.#request;
    this.#recorder.record({
      event: "execution_started",
      target: this.#blueprint.name,
      digest: this.#blueprint.digest,
      detail: { grants: describeGrants(grants), capped: capped ?? [], limits, request: shown(request) },
    });
    if (requireWalls === true) await Promise.race([this.#session.wallsKnown, this.#session.guest.ended]);
    const refusal = wallsRefusal(this.#request, this.#session.walls());
    if (refusal !== undefined) this.end(refusal);
    this.#assigned.resolve();
  }

  async #complete(outcome: Outcome): Promise<void> {
    if (outcome.kind === "limit") {
      this.#recorder.record({ event: "limit_exceeded", limit: outcome.limit, reason: outcome.reason });
    }
    const detail = {
      ...summary(outcome),
      walls: this.#session.walls(),
      fuelUsed: this.#session.guest.fuelUsed(),
      ...(await this.#session.broker.changedFiles()),
    };
    this.#recorder.complete({ event: "execution_completed", outcome: outcome.kind, detail });
  }
}

/** A component may come to its end and leave its client without a whole answer. */
function outcomeOf(outcome: Outcome, response: ServerResponse): Outcome {
  if (outcome.kind !== "returned" || response.writableEnded || response.destroyed) return outcome;
  const message = response.headersSent ? "the component did not finish its response" : "the component gave no response";
  return { kind: "trapped", message };
}

/** Without the query, which may hold secrets. */
function shown({ method, url = "" }: IncomingMessage): string {
  return `${method} ${url.replace(/[?#].*/s, "")}`.slice(0, LONGEST_SHOWN);
}

const LONGEST_SHOWN = 1024;
