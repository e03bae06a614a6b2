import { randomUUID } from "node:crypto";
import { GENESIS, seal } from "./chain.ts";
import { type AuditEvent, riskOf } from "./event.ts";
import type { LogFile } from "./log-file.ts";

/** Writes one run's events, each before its effect. Events that repeat are counted, and the count is written after them. */
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

  /**
   * Writes an event, unless it repeats the last one, which is then counted.
   *
   * @returns false when the run has written as many events as it may: then the effect of this one must not happen
   * @throws SandboxError `audit` when it cannot be written: the same
   */
  record(event: AuditEvent): boolean {
    if (this.#file === undefined) return true;
    const key = JSON.stringify(event);
    if (this.#last?.key === key) {
      this.#last.repeated++;
      return true;
    }
    this.#flushRepeats();
    if (this.#written >= this.#maxEvents) return false;
    this.#last = { key, event, repeated: 1 };
    this.#append(event);
    return true;
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
    if (last !== undefined && last.repeated > 1) this.#append(last.event, last.repeated);
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
