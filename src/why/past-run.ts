import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { SandboxError } from "../errors.ts";

/** One decision of a run, as its audit log has it. */
export interface PastDecision {
  readonly time: string;
  readonly allowed: boolean;
  readonly capability: string;
  readonly operation: string;
  readonly argument: string;
  readonly rule: string;
  /** How often it was decided in a row. */
  readonly repeated: number;
}

export interface PastRun {
  readonly run: string;
  readonly target: string | undefined;
  readonly outcome: string | undefined;
  readonly decisions: readonly PastDecision[];
  /** Decisions that are not listed. */
  readonly omitted: number;
}

/** As many decisions as are listed; a run may make a hundred thousand. */
const MAX_LISTED = 10_000;

/**
 * The decisions of one run in an audit log.
 *
 * @param id The run's id, or the beginning of one.
 * @throws SandboxError `unreadable` when the log cannot be read, `not-found` when no run, or more than one, is meant
 */
export async function readPastRun(id: string, log: string): Promise<PastRun> {
  const found = new Map<string, Collector>();
  try {
    for await (const line of createInterface({ input: createReadStream(log), crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = parseEvent(line);
      if (event === undefined || !event.run.startsWith(id)) continue;
      const collector = found.get(event.run) ?? new Collector();
      found.set(event.run, collector);
      collector.add(event);
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new SandboxError("unreadable", `the audit log ${log} cannot be read (${code})`, { cause });
  }
  const [[run, collector] = [], ...others] = found;
  if (run === undefined || collector === undefined) {
    throw new SandboxError("not-found", `no run ${id} in ${log}`, { hint: "run --json and the log's lines name it" });
  }
  if (others.length > 0) throw new SandboxError("not-found", `${found.size} runs in ${log} begin with ${id}`);
  return collector.result(run);
}

type Event = Readonly<Record<string, unknown>> & { readonly run: string };

/** A log is somebody's file: a line that is not ours is passed over, and `audit verify` is what judges it. */
function parseEvent(line: string): Event | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === "object" && value !== null && "run" in value && typeof value.run === "string";
    return isEvent ? (value as Event) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Collector {
  #target: string | undefined;
  #outcome: string | undefined;
  #omitted = 0;
  readonly #decisions: PastDecision[] = [];

  add(event: Event): void {
    const kind = text(event["event"]);
    if (kind === "execution_started") this.#target = text(event["target"]);
    if (kind === "execution_completed") this.#outcome = text(event["outcome"]);
    if (kind === "capability_allowed" || kind === "capability_denied") this.#decide(event, kind);
  }

  result(run: string): PastRun {
    return { run, target: this.#target, outcome: this.#outcome, decisions: this.#decisions, omitted: this.#omitted };
  }

  #decide(event: Event, kind: string): void {
    const { repeated } = event;
    const last = this.#decisions.at(-1);
    // A count follows the first of what it counts.
    if (typeof repeated === "number" && last !== undefined)
      this.#decisions[this.#decisions.length - 1] = { ...last, repeated };
    else if (this.#decisions.length >= MAX_LISTED) this.#omitted++;
    else this.#decisions.push(decisionOf(event, kind === "capability_allowed"));
  }
}

function decisionOf(event: Event, allowed: boolean): PastDecision {
  const [time, capability, operation, argument, rule] = ["time", "capability", "operation", "argument", "rule"].map(
    (key) => text(event[key]) ?? "",
  );
  return {
    time: time ?? "",
    allowed,
    capability: capability ?? "",
    operation: operation ?? "",
    argument: argument ?? "",
    rule: rule ?? "",
    repeated: 1,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
