import { basename, resolve } from "node:path";
import { LogFile } from "./audit/log-file.ts";
import { Recorder } from "./audit/recorder.ts";
import type { Prepared } from "./engine/prepared.ts";
import { SandboxError } from "./errors.ts";
import { describeGrants } from "./policy/describe.ts";
import { FIXED_LIMITS } from "./policy/limits.ts";
import { callOf, plainName, plannedInvocation, scannerInput, wantedBy } from "./run/call.ts";
import { checkDirs } from "./run/check-dirs.ts";
import { HeadStart } from "./run/head-start.ts";
import type { PlannedInvocation } from "./run/invocation.ts";
import type { Outcome } from "./run/outcome.ts";
import { encodeGuestJob, rationsOf } from "./run/plan.ts";
import type { RunObserver, RunRequest, RunResult } from "./run/request.ts";
import { type Session, startSession } from "./run/session.ts";
import { wallsRefusal } from "./run/walls-refusal.ts";
import { openTarget, type Target } from "./skill/target.ts";

export type { RunObserver, RunRequest, RunResult } from "./run/request.ts";

/**
 * Runs one component with exactly the capabilities that were granted.
 *
 * Throws `SandboxError` when there is nothing to run or the run cannot be logged; whatever the guest does is an outcome.
 */
export async function run(request: RunRequest, observer: RunObserver = {}): Promise<RunResult> {
  const target = openTarget(request.component);
  const file = request.auditLog === undefined ? undefined : LogFile.open(resolve(request.cwd, request.auditLog));
  const recorder = new Recorder({ file, maxEvents: FIXED_LIMITS.auditEventsPerRun });
  try {
    return await recordedRun(target, request, observer, recorder);
  } catch (error) {
    recordFailure(error, target, recorder);
    throw error;
  }
}

/** A run whose events are written; whatever it throws is still to be. */
async function recordedRun(
  target: Target,
  request: RunRequest,
  observer: RunObserver,
  recorder: Recorder,
): Promise<RunResult> {
  const invoked = await readInvocation(target, request);
  // The guest process starts first: it boots while the component is read, hashed and looked up.
  const session = startSession(request, observer, recorder, invoked?.invocation);
  try {
    const { prepared, outcome } = await runTarget(target, request, session, recorder, invoked);
    session.broker.close();
    const changes = await session.broker.changedFiles();
    const walls = session.walls();
    const fuelUsed = session.guest.fuelUsed();
    const detail = { ...summary(outcome), walls, fuelUsed, ...changes };
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
      fuelUsed,
      ...changes,
      notes,
      auditHead: recorder.head,
      facts: session.facts(prepared?.cached),
    };
  } finally {
    session.end();
  }
}

/** With `--invoke` the component is read first: a call that is none shall start nothing. */
async function readInvocation(target: Target, request: RunRequest): Promise<Invoked | undefined> {
  if (request.invoke === undefined) return undefined;
  const bytes = target.read();
  const invocation = await plannedInvocation(request, bytes);
  return invocation === undefined ? undefined : { bytes, invocation };
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

async function runTarget(
  target: Target,
  request: RunRequest,
  session: Session,
  recorder: Recorder,
  invoked: Invoked | undefined,
): Promise<{ prepared: Prepared | undefined; outcome: Outcome }> {
  const { guest, guestFlags, walls, wallsKnown, timeline } = session;
  const bytes = invoked?.bytes ?? target.read();
  const headStart = new HeadStart(request, session, bytes);
  const { prepare } = await import("./engine/prepare.ts");
  const prepared = await Promise.race([
    prepare(bytes, {
      ...request.installation,
      guestFlags,
      fuel: request.limits.fuel !== undefined,
      generate: headStart.generate,
      offer: headStart.offer,
    }),
    guest.ended,
  ]);
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
      rations: rationsOf(request.limits),
      args: [basename(request.component), ...(request.args ?? [])],
      env: Object.entries(request.grants.env),
      deterministic: request.deterministic === true,
      input: invoked?.invocation.input ?? scannerInput(request),
    };
    timeline.reached("sent");
    guest.send(encodeGuestJob(prepared, headStart.rest(), call, options));
  }
  const ended = await guest.ended;
  const prints = prepared.info.imports.some((name) => OUTPUT_IMPORTS.has(plainName(name)));
  const outcome = prints ? await guest.drained(ended) : ended;
  if (outcome.kind === "limit")
    recorder.record({ event: "limit_exceeded", limit: outcome.limit, reason: outcome.reason });
  return { prepared, outcome };
}

const OUTPUT_IMPORTS: ReadonlySet<string> = new Set([
  "wasi:cli/stdout",
  "wasi:cli/stderr",
  "wasi_snapshot_preview1.fd_write",
]);

/** What of an outcome belongs into the log: not a result, and of a trap as much as says what it was. */
export function summary(outcome: Outcome): Record<string, unknown> {
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
