import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";
import { type Answer, type Request, serveDoor } from "../broker/door.ts";
import type { SandboxError } from "../errors.ts";
import { MAX_GENERATED_BYTES } from "../guest/head-start.ts";
import { type OperationName, readU32, readU64 } from "../guest/messages.ts";
import { endedEarly, timedOut } from "./ended-early.ts";
import { message, text } from "./frame-text.ts";
import { killGroup } from "./kill-group.ts";
import type { Outcome } from "./outcome.ts";

export interface SupervisorOptions {
  readonly child: ChildProcess;
  readonly maxMessageBytes: number;
  /** Bytes of result, stdout and stderr together. */
  readonly maxOutputBytes: number;
  /** When the run must be over, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  readonly timeoutMs: number;
  /** Answers a capability request; never called for the frames that end a run. */
  readonly answer: (request: Request) => Promise<Answer>;
  /** Takes a message that has no answer. */
  readonly tell: (request: Request) => void;
  /** Reads the value of an invoked function, of which so much may be printed; undefined when none was invoked. */
  readonly readValue: ((value: Uint8Array, maxLength: number) => Outcome) | undefined;
  /** The launcher says first which walls it put up; false where there is no launcher to say it. */
  readonly expectsWalls: boolean;
  readonly onWalls: (walls: string) => void;
  /** Called once, when the run is over and the guest process, unless it ended by itself, still there. */
  readonly beforeKill: () => void;
  /** What to say when the launcher ended before it said that: nothing of the guest has run. */
  readonly startFailure: (ending: string, complaint: string) => SandboxError;
  readonly onOutput: (stream: "stdout" | "stderr", chunk: Buffer) => void;
  readonly onViolation: (reason: string) => void;
}

/** Keeps one guest process within its limits until it ends. Whatever happens, the process is killed first. */
export interface Supervisor {
  /** Rejects only when `answer` does: an event that could not be logged, a broken promise of ours. */
  readonly ended: Promise<Outcome>;
  /**
   * Sends the job, in parts. The guest process waits for it from the moment it has started, and may ask for nothing and
   * bring about no outcome before.
   */
  send(job: readonly Uint8Array[]): void;
  /** Sends what is no job yet; resolves when all of it is on its way, also when nobody is there any more. */
  sendAhead(frame: readonly Uint8Array[]): Promise<void>;
  /** Sends a shell, in parts, and gives back what the generator made; pending for ever when the run ends before. */
  generate(shell: readonly Uint8Array[]): Promise<Uint8Array>;
  /** Ends the run with an outcome that the guest did not bring about. */
  end(outcome: Outcome): void;
  /** What the guest said last about the fuel it used; undefined when it is not counted, or when it was killed. */
  fuelUsed(): number | undefined;
  /** Moves the end of the run, in milliseconds of `performance.now()`; undefined: it has none while it waits for its turn. */
  reschedule(deadline: number | undefined): void;
  /** What the outcome is when all that the guest wrote has been seen: its own word on its end may overtake what it printed. */
  drained(outcome: Outcome): Promise<Outcome>;
}

export function supervise(options: SupervisorOptions): Supervisor {
  const { child } = options;
  const door = child.stdio[3] as Duplex;
  const { promise: ended, resolve, reject } = Promise.withResolvers<Outcome>();
  const closed = new Promise<void>((done) => child.once("close", () => done()));
  let over = false;
  let started = !options.expectsWalls;
  let output = 0;
  let complaint = "";
  let fuelUsed: number | undefined;
  let hasJob = false;
  let takeGenerated: ((answer: Uint8Array) => void) | undefined;

  let timer: NodeJS.Timeout | undefined;
  reschedule(options.deadline);

  serveDoor(door, { maxMessageBytes: options.maxMessageBytes, handle, violation });
  watch("stdout");
  watch("stderr");
  child.once("error", (error) =>
    end({ kind: "trapped", message: `the guest process did not start: ${error.message}` }),
  );
  child.once("exit", (code, signal) => {
    if (started) afterExit(code, signal);
    // Its word on the walls may still be on its way.
    else void closed.then(() => afterExit(code, signal));
  });

  return { ended, send, sendAhead, generate, end, reschedule, fuelUsed: () => fuelUsed, drained };

  function afterExit(code: number | null, signal: NodeJS.Signals | null): void {
    if (started) end(endedEarly(code, signal, complaint, options.timeoutMs));
    else if (stop()) reject(options.startFailure(signal ?? `code ${code}`, complaint));
  }

  function reschedule(deadline: number | undefined): void {
    clearTimeout(timer);
    if (over || deadline === undefined) return;
    timer = setTimeout(() => end(timedOut(options.timeoutMs)), Math.max(0, deadline - performance.now()));
  }

  function send(job: readonly Uint8Array[]): void {
    hasJob = true;
    void sendAhead(job);
  }

  function sendAhead(frame: readonly Uint8Array[]): Promise<void> {
    const { promise, resolve: sent } = Promise.withResolvers<void>();
    door.cork();
    for (const [place, part] of frame.entries())
      door.write(part, place === frame.length - 1 ? () => sent() : undefined);
    door.uncork();
    return promise;
  }

  function generate(shell: readonly Uint8Array[]): Promise<Uint8Array> {
    const { promise, resolve: take } = Promise.withResolvers<Uint8Array>();
    takeGenerated = take;
    void sendAhead(shell);
    return promise;
  }

  function end(outcome: Outcome): undefined {
    if (!stop()) return;
    resolve(outcome);
  }

  async function drained(outcome: Outcome): Promise<Outcome> {
    await closed;
    if (outcome.kind !== "returned" && outcome.kind !== "exited") return outcome;
    const result = outcome.kind === "returned" ? Buffer.byteLength(outcome.text) : 0;
    return output + result > options.maxOutputBytes ? tooMuchOutput(options.maxOutputBytes) : outcome;
  }

  /** True for the first reason to stop; the guest is dead before anybody hears of it. */
  function stop(): boolean {
    if (over) return false;
    over = true;
    clearTimeout(timer);
    options.beforeKill();
    killGroup(child);
    return true;
  }

  async function answer(request: Request): Promise<Answer | undefined> {
    try {
      return over ? undefined : await options.answer(request);
    } catch (error) {
      if (stop()) reject(error);
      return undefined;
    }
  }

  function handle(request: Request): Promise<Answer | undefined> | Answer | undefined {
    const [first = new Uint8Array(), second = new Uint8Array()] = request.fields;
    if (!hasJob && !BEFORE_THE_JOB.has(request.operation)) return violation(`sent ${request.operation} before its job`);
    switch (request.operation) {
      case "walls":
        return started ? violation("spoke of walls") : begin(text(first));
      case "generated":
        return generated(first);
      case "value":
        return readValue(first);
      case "returned":
        return first.length > options.maxOutputBytes - output
          ? end(tooMuchOutput(options.maxOutputBytes))
          : end({ kind: "returned", text: text(first) });
      case "exited":
        return end({ kind: "exited", code: first.length === 4 ? readU32(first, 0) : 1 });
      case "trapped":
        return end({ kind: "trapped", message: message(first) });
      case "rejected":
        return end({ kind: "rejected", message: message(first) });
      case "fuelUsed":
        fuelUsed = first.length === 8 ? Number(readU64(first, 0)) : undefined;
        return undefined;
      case "limited":
        return GUEST_LIMITS.has(text(first))
          ? end({ kind: "limit", limit: text(first), reason: message(second) })
          : violation("spoke of a limit that is not its own");
      case "close":
        return over ? undefined : void options.tell(request);
      default:
        return answer(request);
    }
  }

  /** Asked for once, before the job: what a guest says of itself later is not what its component is run with. */
  function generated(answer: Uint8Array): undefined {
    const take = takeGenerated;
    if (take === undefined) return violation("sent code that nobody asked for");
    if (answer.length > MAX_GENERATED_BYTES) return violation(`sent ${answer.length} bytes of code`);
    takeGenerated = undefined;
    take(answer);
  }

  function readValue(value: Uint8Array): undefined {
    if (options.readValue === undefined) return violation("sent a value that nobody asked for");
    try {
      end(options.readValue(value, options.maxOutputBytes - output));
    } catch (error) {
      if (stop()) reject(error);
    }
  }

  /** The launcher's word comes before the guest's first instruction, so it comes once and is one of these. */
  function begin(walls: string): undefined {
    if (!/^(bubblewrap ?)?(landlock:\d+)? ?(seccomp)?$/.test(walls)) return violation("spoke of unknown walls");
    started = true;
    options.onWalls(walls);
  }

  function violation(reason: string): undefined {
    if (!stop()) return;
    try {
      options.onViolation(reason);
      resolve({ kind: "trapped", message: `the guest process broke the door's protocol: it ${reason}` });
    } catch (error) {
      reject(error);
    }
  }

  function watch(stream: "stdout" | "stderr"): void {
    child[stream]?.on("data", (chunk: Buffer) => {
      const room = options.maxOutputBytes - output;
      output += chunk.length;
      if (stream === "stderr" && complaint.length < 4096) complaint += chunk.toString("latin1");
      if (room > 0 && started) options.onOutput(stream, chunk.subarray(0, room));
      if (chunk.length > room) end(tooMuchOutput(options.maxOutputBytes));
    });
  }
}

/** What a process may say that has read a stranger's bytes, and for which nothing is granted yet. */
const BEFORE_THE_JOB: ReadonlySet<OperationName> = new Set(["walls", "generated"]);

/** Limits that are kept inside the guest process; all others are the broker's to speak of. */
const GUEST_LIMITS: ReadonlySet<string> = new Set(["fuel", "memory", "output", "tables"]);

function tooMuchOutput(maxOutputBytes: number): Outcome {
  return { kind: "limit", limit: "output", reason: `more than ${maxOutputBytes} bytes of output` };
}
