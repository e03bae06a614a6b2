import { basename, resolve } from "node:path";
import type { Readable } from "node:stream";
import { LogFile } from "./audit/log-file.ts";
import { Recorder } from "./audit/recorder.ts";
import { type Broker, type CapabilityDecision, createBroker } from "./broker/broker.ts";
import type { NetworkSeams } from "./broker/network/network.ts";
import type { Prepared } from "./engine/prepared.ts";
import { SandboxError } from "./errors.ts";
import { type Installation, ownPaths } from "./installation.ts";
import type { Isolation } from "./isolation/index.ts";
import { assertConfined, FIXED_NODE_FLAGS, launch } from "./isolation/launcher.ts";
import { startFailure } from "./isolation/start-failure.ts";
import { forgetVerdict } from "./isolation/verdict.ts";
import { describeGrants } from "./policy/describe.ts";

import type { Grants } from "./policy/grants.ts";
import { FIXED_LIMITS, type Limits } from "./policy/limits.ts";
import { callOf, plainName, plannedInvocation, wantedBy } from "./run/call.ts";
import { checkDirs } from "./run/check-dirs.ts";
import { peakResidentBytes, type RunFacts, Timeline } from "./run/facts.ts";
import type { PlannedInvocation } from "./run/invocation.ts";
import type { Outcome } from "./run/outcome.ts";
import { encodeGuestJob, planGuest } from "./run/plan.ts";
import { type Supervisor, supervise } from "./run/supervise.ts";
import { verifyEngine } from "./run/verify-engine.ts";
import { openTarget, type Target } from "./skill/target.ts";

export interface RunRequest {
  /** Path of the component. */
  readonly component: string;
  /** Call a scanner with this code instead of running a skill. */
  readonly scanCode?: string | undefined;
  /** Call this function instead of what the component runs by itself: WAVE text, "name(value, ...)". */
  readonly invoke?: string | undefined;
  readonly grants: Grants;
  /** What was asked for and is not in the grants, because an operator's ceiling or the skill's manifest caps it. */
  readonly capped?: readonly string[] | undefined;
  /** Policy files, existing or not, that no grant reaches. */
  readonly files?: readonly string[] | undefined;
  readonly limits: Limits;
  /** Where relative guest paths start. */
  readonly cwd: string;
  readonly installation: Installation;
  /** Append one line per decision to this file, before its effect. */
  readonly auditLog?: string | undefined;
  /** Arguments of a WASI program, without its own name. */
  readonly args?: readonly string[] | undefined;
  /** The guest's standard input, opened when it first reads it; without one it is at its end. */
  readonly stdin?: (() => Readable | undefined) | undefined;
  /** Virtual clock, seeded random numbers, sorted listings: two runs give the same output. */
  readonly deterministic?: boolean | undefined;
  /** How the guest process is confined; `auto`, the default, is the strictest way that works here. */
  readonly isolation?: Isolation | undefined;
  /** Refuse to run without walls of the operating system around the guest process. */
  readonly requireWalls?: boolean | undefined;
  /** Look at the guest process's memory before it is killed, for `RunFacts.peakResidentBytes`. */
  readonly measureMemory?: boolean | undefined;
  /** Ends the run; its reason is the signal's name. */
  readonly signal?: AbortSignal | undefined;
  readonly networkSeams?: NetworkSeams | undefined;
}

/** What happens while the run goes on, for whoever shows it. */
export interface RunObserver {
  onDecision?(decision: CapabilityDecision): void;
  onOutput?(stream: "stdout" | "stderr", chunk: Buffer): void;
}

export interface RunResult {
  readonly outcome: Outcome;
  readonly run: string;
  readonly name: string;
  readonly digest: string;
  /** What really holds around the guest process, for example "landlock:7 seccomp". */
  readonly walls: string;
  readonly changedFiles: readonly { readonly path: string; readonly created: boolean }[];
  /** What costs the next run time and the user can mend, for example a cache that cannot be written. */
  readonly notes: readonly string[];
  /** Hash of the last audit line of this run; undefined without a log. */
  readonly auditHead: string | undefined;
  readonly facts: RunFacts;
}

/**
 * Runs one component with exactly the capabilities that were granted.
 *
 * Throws `SandboxError` when there is nothing to run or the run cannot be logged; whatever the guest does is an outcome.
 */
export async function run(request: RunRequest, observer: RunObserver = {}): Promise<RunResult> {
  const target = openTarget(request.component);
  const file = request.auditLog === undefined ? undefined : LogFile.open(resolve(request.cwd, request.auditLog));
  const recorder = new Recorder({ file, maxEvents: FIXED_LIMITS.auditEventsPerRun });
  const invoked = await readInvocation(target, request, recorder);
  // The guest process starts first: it boots while the component is read, hashed and looked up.
  const session = startSession(request, observer, recorder, invoked?.invocation);
  try {
    const { prepared, outcome } = await runTarget(target, request, session, recorder, invoked);
    session.broker.close();
    const changedFiles = await session.broker.changedFiles();
    const walls = session.walls();
    const detail = { ...summary(outcome), walls, changedFiles };
    recorder.complete({ event: "execution_completed", outcome: outcome.kind, detail });
    const notes = [session.note, prepared?.notKept].flatMap((note) => note ?? []);
    const { name } = target;
    const digest = prepared?.digest ?? "";
    return {
      outcome,
      run: recorder.run,
      name,
      digest,
      walls,
      changedFiles,
      notes,
      auditHead: recorder.head,
      facts: session.facts(prepared?.cached),
    };
  } catch (error) {
    recordFailure(error, target, recorder);
    throw error;
  } finally {
    session.end();
  }
}

/** With `--invoke` the component is read first: a call that is none shall start nothing. */
async function readInvocation(target: Target, request: RunRequest, recorder: Recorder): Promise<Invoked | undefined> {
  if (request.invoke === undefined) return undefined;
  try {
    const bytes = target.read();
    const invocation = await plannedInvocation(request, bytes);
    return invocation === undefined ? undefined : { bytes, invocation };
  } catch (error) {
    recordFailure(error, target, recorder);
    throw error;
  }
}

interface Invoked {
  readonly bytes: Uint8Array;
  readonly invocation: PlannedInvocation;
}

/** What was refused before it could start is in the log too, unless the log itself is what failed. */
function recordFailure(error: unknown, target: Target, recorder: Recorder): void {
  if (error instanceof SandboxError && error.code === "audit") return;
  const code = error instanceof SandboxError ? error.code : "internal";
  const message = String((error as Error).message).slice(0, MAX_LOGGED_MESSAGE);
  const detail = { target: target.name, code, message };
  recorder.complete({ event: "execution_completed", outcome: "failed", detail });
}

const MAX_LOGGED_MESSAGE = 500;

interface Session {
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

function startSession(
  request: RunRequest,
  observer: RunObserver,
  recorder: Recorder,
  invocation: PlannedInvocation | undefined,
): Session {
  const { installation, limits } = request;
  const deadline = performance.now() + limits.timeoutMs;
  const { job, plan, passedOver } = planGuest(installation, limits, request.isolation);
  assertConfined(job.engine, plan);
  const note = verifyEngine(job.engine, installation.cacheDir);
  const broker = createBroker({
    grants: request.grants,
    limits: request.limits,
    deterministic: request.deterministic === true,
    cwd: request.cwd,
    protectedPaths: [...ownPaths(installation), job.engine.path, ...auditPaths(request), ...(request.files ?? [])],
    deadline,
    recorder,
    stdin: request.stdin,
    networkSeams: request.networkSeams,
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
    answer: broker.answer,
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

/** Room for a frame's own lengths beside the largest field. */
const DOOR_OVERHEAD = 4096;

async function runTarget(
  target: Target,
  request: RunRequest,
  { guest, guestFlags, walls, wallsKnown, timeline }: Session,
  recorder: Recorder,
  invoked: Invoked | undefined,
): Promise<{ prepared: Prepared | undefined; outcome: Outcome }> {
  const bytes = invoked?.bytes ?? target.read();
  const { prepare } = await import("./engine/prepare.ts");
  const prepared = await Promise.race([prepare(bytes, { ...request.installation, guestFlags }), guest.ended]);
  if ("kind" in prepared) return { prepared: undefined, outcome: prepared };
  timeline.reached("prepared");
  recorder.record({
    event: "execution_started",
    target: target.name,
    digest: prepared.digest,
    detail: {
      grants: describeGrants(request.grants),
      capped: request.capped ?? [],
      limits: request.limits,
      invoke: invoked?.invocation.name,
    },
  });
  if (request.grants.dirs.length > 0) await Promise.race([checkDirs(request.grants.dirs), guest.ended]);
  if (request.requireWalls === true) await Promise.race([wallsKnown, guest.ended]);
  const call = await callOf(prepared.info, wantedBy(request), bytes);
  const refusal = typeof call === "string" ? wallsRefusal(request, walls()) : call;
  if (refusal !== undefined) guest.end(refusal);
  else if (typeof call === "string") {
    const options = {
      maxResultBytes: request.limits.maxOutputBytes,
      args: [basename(request.component), ...(request.args ?? [])],
      env: Object.entries(request.grants.env),
      deterministic: request.deterministic === true,
      input: invoked?.invocation.input ?? request.scanCode ?? "",
    };
    timeline.reached("sent");
    guest.send(encodeGuestJob(prepared, bytes, call, options));
  }
  const outcome = await guest.ended;
  if (prepared.info.imports.some((name) => OUTPUT_IMPORTS.has(plainName(name)))) await guest.drained();
  if (outcome.kind === "limit")
    recorder.record({ event: "limit_exceeded", limit: outcome.limit, reason: outcome.reason });
  return { prepared, outcome };
}

const OUTPUT_IMPORTS: ReadonlySet<string> = new Set(["wasi:cli/stdout", "wasi:cli/stderr"]);

function wallsRefusal(request: RunRequest, walls: string): Outcome | undefined {
  if (request.requireWalls !== true || (walls.includes("landlock") && walls.includes("seccomp"))) return undefined;
  return {
    kind: "refused",
    reason: `--require-walls: around the guest process there is ${walls}`,
    hint: "run on Linux 5.13 or later with perl installed, or drop --require-walls",
  };
}

function auditPaths(request: RunRequest): string[] {
  if (request.auditLog === undefined) return [];
  const path = resolve(request.cwd, request.auditLog);
  return [path, `${path}.lock`];
}

/** What of an outcome belongs into the log: not a result, and of a trap as much as says what it was. */
function summary(outcome: Outcome): Record<string, unknown> {
  switch (outcome.kind) {
    case "returned":
      return { bytes: Buffer.byteLength(outcome.text) };
    case "trapped":
    case "rejected":
      return { message: outcome.message.slice(0, MAX_LOGGED_MESSAGE) };
    default:
      return { ...outcome, kind: undefined };
  }
}
