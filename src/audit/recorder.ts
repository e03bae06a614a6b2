import { randomUUID } from "node:crypto";
import { GENESIS, seal } from "./chain.ts";
import { type AuditEvent, riskOf } from "./event.ts";
import type { LogFile } from "./log-file.ts";

/** Writes one run's events, each before its effect. Events that repeat are counted, not written again. */
export class Recorder {
  #run: string | undefined;
  readonly #file: LogFile | undefined;
  readonly #maxEvents: number;
  readonly #now: () => Date;
  #written = 0;
  #last: { key: string; event: AuditEvent; repeated: number } | undefined;
  #head = GENESIS;

  constructor(options: { file: LogFile | undefined; maxEvents: number; now?: () => Date }) {
    this.#file = options.file;
    this.#maxEvents = options.maxEvents;
    this.#now = options.now ?? (() => new Date());
  }

  /** Names the run in every line of its own; made on first use. */
  get run(): string {
    this.#run ??= randomUUID();
    return this.#run;
  }

  /** Hash of the last line that this run wrote; undefined without a log. */
  get head(): string | undefined {
    return this.#file === undefined ? undefined : this.#head;
  }

  /** Throws `SandboxError("audit")` when the event cannot be written: then its effect must not happen. */
  record(event: AuditEvent): void {
    if (this.#file === undefined) return;
    const key = JSON.stringify(event);
    if (this.#last?.key === key) {
      this.#last.repeated++;
      return;
    }
    this.#flushRepeats();
    this.#last = { key, event, repeated: 1 };
    if (this.#written < this.#maxEvents) this.#append(event);
    else if (this.#written === this.#maxEvents) this.#append(TOO_MANY);
  }

  /** The last event of a run is written whatever came before it. */
  complete(event: AuditEvent): void {
    if (this.#file === undefined) return;
    this.#flushRepeats();
    this.#append(event);
    this.#file.close();
  }

  #flushRepeats(): void {
    const last = this.#last;
    this.#last = undefined;
    if (last !== undefined && last.repeated > 1 && this.#written <= this.#maxEvents)
      this.#append(last.event, last.repeated);
  }

  #append(event: AuditEvent, repeated?: number): void {
    const line = {
      time: this.#now().toISOString(),
      run: this.run,
      ...event,
      risk: riskOf(event),
      ...(repeated === undefined ? {} : { repeated }),
    };
    this.#written++;
    this.#head = this.#file?.append((previous) => seal(line, previous)) ?? this.#head;
  }
}

const TOO_MANY: AuditEvent = {
  event: "suspicious_activity",
  reason: "more events than one run may write: the rest is only counted",
};
