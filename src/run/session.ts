import { dirname, join, resolve } from "node:path";
import type { Recorder } from "../audit/recorder.ts";
import { type AskPerson, type Broker, createBroker } from "../broker/broker.ts";
import type { Incoming } from "../broker/network/incoming.ts";
import { ownPaths } from "../installation.ts";
import { assertConfined, FIXED_NODE_FLAGS, launch } from "../isolation/launcher.ts";
import { startFailure } from "../isolation/start-failure.ts";
import { forgetVerdict } from "../isolation/verdict.ts";
import { SKILL_FILE } from "../policy/authority.ts";
import { FIXED_LIMITS } from "../policy/limits.ts";
import { peakResidentBytes, type RunFacts, Timeline } from "./facts.ts";
import type { PlannedInvocation } from "./invocation.ts";
import { planGuest } from "./plan.ts";
import type { RunObserver, RunRequest } from "./request.ts";
import { type Supervisor, supervise } from "./supervise.ts";
import { verifyEngine } from "./verify-engine.ts";

/** One guest process with its broker, from before it has started until it is dead. */
export interface Session {
  readonly guest: Supervisor;
  /** V8 flags of the guest process, which the code cache is made for. */
  readonly guestFlags: readonly string[];
  readonly broker: Broker;
  readonly walls: () => string;
  readonly wallsKnown: Promise<void>;
  /** Something that costs time and that the user can mend. */
  readonly note: string | undefined;
  readonly timeline: Timeline;
  facts(cached: boolean | undefined): RunFacts;
  end(): void;
}

/** For a guest process that is there before there is something to do for it. */
export interface Turn {
  /** Resolves when its turn has come: nothing that it asks for is answered before. */
  begin(): Promise<void>;
  /** When it must be over, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** What it is there for. */
  readonly incoming: Incoming;
}

/** Starts the guest process, which then waits for its job, and opens what is granted. */
export function startSession(
  request: RunRequest,
  observer: RunObserver,
  recorder: Recorder,
  invocation: PlannedInvocation | undefined,
  turn?: Turn,
): Session {
  const { installation, limits } = request;
  const { job, plan, passedOver } = planGuest(installation, limits, request.isolation);
  assertConfined(job.engine, plan);
  const note = verifyEngine(job.engine, installation.cacheDir);
  // What is tried once on a machine (bubblewrap, the engine's digest) is no part of a run's time.
  const deadline = performance.now() + limits.timeoutMs;
  const broker = createBroker({
    grants: request.grants,
    limits: request.limits,
    deterministic: request.deterministic === true,
    cwd: request.cwd,
    unwritablePaths: skillPaths(request),
    protectedPaths: [...ownPaths(installation), job.engine.path, ...auditPaths(request), ...(request.files ?? [])],
    get deadline() {
      return turn?.deadline ?? deadline;
    },
    recorder,
    incoming: turn?.incoming,
    stdin: request.stdin,
    networkSeams: request.networkSeams,
    ask: request.ask && withoutClock(request.ask, () => guest, deadline),
    onDecision: (decision) => observer.onDecision?.(decision),
    onLimit: (limit, reason) => guest.end({ kind: "limit", limit, reason }),
  });
  let walls: string = plan.walls;
  const { promise: wallsKnown, resolve: wallsAreKnown } = Promise.withResolvers<void>();
  if (walls.startsWith("none")) wallsAreKnown();
  const timeline = new Timeline();
  timeline.reached("started");
  let peakResident: number | undefined;
  const child = launch(plan);
  const guest = supervise({
    child,
    maxMessageBytes: Math.max(FIXED_LIMITS.doorMessageBytes, limits.maxOutputBytes) + DOOR_OVERHEAD,
    maxOutputBytes: limits.maxOutputBytes,
    deadline,
    timeoutMs: limits.timeoutMs,
    expectsWalls: !plan.walls.startsWith("none"),
    startFailure: (ending, complaint) => {
      if (plan.isolation === "bubblewrap") forgetVerdict(installation.cacheDir);
      return startFailure(plan, ending, complaint);
    },
    answer: async (asked) => {
      await turn?.begin();
      return broker.answer(asked);
    },
    readValue: invocation?.outcomeOf,
    tell: broker.tell,
    beforeKill: () => {
      timeline.reached("ended");
      if (request.measureMemory === true) peakResident = peakResidentBytes(child.pid);
    },
    onWalls: (held) => {
      timeline.reached("walled");
      walls = held === "" ? "none (V8 only)" : held;
      wallsAreKnown();
    },
    onOutput: (stream, chunk) => observer.onOutput?.(stream, chunk),
    onViolation: (reason) => recorder.record({ event: "suspicious_activity", reason: `the guest process ${reason}` }),
  });
  broker.open();
  const interrupt = () => guest.end({ kind: "interrupted", signal: request.signal?.reason });
  request.signal?.addEventListener("abort", interrupt, { once: true });
  if (request.signal?.aborted === true) interrupt();
  const end = () => {
    request.signal?.removeEventListener("abort", interrupt);
    guest.end({ kind: "trapped", message: "wasm-sandbox failed" });
    broker.close();
  };
  const guestFlags = [...FIXED_NODE_FLAGS, ...(job.nodeFlags ?? [])];
  const facts = (cached: boolean | undefined): RunFacts => ({
    isolation: { asked: request.isolation ?? "auto", used: plan.isolation, passedOver },
    engine: job.engine,
    cached,
    times: timeline.times(),
    hostCalls: broker.spent("host-calls"),
    peakResidentBytes: peakResident,
  });
  return { guest, guestFlags, broker, walls: () => walls, wallsKnown, note, timeline, facts, end };
}

/** Lets a person answer while the clock of the run stands still: their time is not the guest's. */
function withoutClock(ask: AskPerson, guest: () => Supervisor, deadline: number): AskPerson {
  let waited = 0;
  return async (denied) => {
    guest().reschedule(undefined);
    const from = performance.now();
    try {
      return await ask(denied);
    } finally {
      waited += performance.now() - from;
      guest().reschedule(deadline + waited);
    }
  };
}

/** Room for a frame's own lengths beside the largest field. */
const DOOR_OVERHEAD = 4096;

/** The component, and the manifest that would be found beside it, there or not. */
function skillPaths({ cwd, component }: RunRequest): string[] {
  const path = resolve(cwd, component);
  return [path, join(dirname(path), SKILL_FILE)];
}

function auditPaths(request: RunRequest): string[] {
  if (request.auditLog === undefined) return [];
  const path = resolve(request.cwd, request.auditLog);
  return [path, `${path}.lock`];
}
