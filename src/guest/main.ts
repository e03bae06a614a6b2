import { useClock, virtualClock } from "./clock.ts";
import { tell, waitForTheEnd } from "./door.ts";
import { exitOf } from "./exit.ts";
import { invoke } from "./invoke.ts";
import type { GuestBlobs, GuestCall, GuestJob } from "./job.ts";
import { type EditableModule, load, optimiseInStep, validateWhole } from "./loader.ts";
import { seededRandomness, useRandomness } from "./randomness.ts";
import { Rations, tellFuel } from "./rations.ts";
import { receiveJob } from "./receive-job.ts";
import { skillImports } from "./skill.ts";
import { TooLong } from "./value-bytes.ts";
import type { ProgramStart } from "./wasi/cli.ts";
import { wasiImports } from "./wasi/index.ts";

/** A trap's message is for a person: longer ones are cut. */
const MAX_MESSAGE = 8192;

/** Of `--deterministic`: any number, always the same. */
const SEED = 0x5eed_5eed_5eed_5eedn;

/** The component does not have the type that its exports' names promise. */
class WrongType extends Error {}

/** The whole life of a guest process: one job in, one call, one last frame; then the broker kills it. */
const { job, blobs, early } = receiveJob();
if (job.deterministic) {
  useClock(virtualClock());
  useRandomness(seededRandomness(SEED));
}
const rations = new Rations(job.rations);
/** Whoever counts fuel or wants the same each time gets it for deep recursion too. */
const inStep = job.deterministic || job.rations.fuel !== undefined;
const program: ProgramStart = { args: job.args, env: job.env, exit: exitOf(rations) };
void live();

async function live(): Promise<never> {
  try {
    if (job.call === "startModule") await startModule(job, blobs);
    else if (job.call === "invoke") finishInvoked(invoke(await instantiate(job, blobs), blobs.input));
    else if (job.call === "httpHandle") await answer(await instantiate(job, blobs));
    else finish(callGuest(job.call, await instantiate(job, blobs), blobs.input));
  } catch (error) {
    report(error);
  }
  return waitForTheEnd();
}

type Exports = Readonly<Record<string, Readonly<Record<string, (...args: readonly unknown[]) => unknown>> | undefined>>;

async function startModule(job: GuestJob, blobs: GuestBlobs): Promise<never> {
  if (job.validate) validateWhole();
  if (inStep) optimiseInStep();
  const { runCommand } = await import("./preview1/command.ts");
  return runCommand(moduleOf(job, blobs, "main"), rations, program);
}

async function instantiate(job: GuestJob, blobs: GuestBlobs): Promise<Exports> {
  const { codeCache } = blobs;
  const source = new TextDecoder().decode(blobs.source);
  const imports = { ...(await wasiImports(program, source)), ...skillImports };
  return load({
    source,
    codeCache: codeCache.length > 0 ? codeCache : undefined,
    moduleOf: (name) => moduleOf(job, blobs, name),
    imports,
    rations,
    validate: job.validate,
    inStep,
  }) as Exports;
}

function moduleOf({ modules }: GuestJob, { component, extra }: GuestBlobs, name: string): EditableModule {
  const range = modules[name];
  if (range === undefined) throw new Error(`no core module ${name}`);
  const bytes = { component, extra }[range.from].subarray(range.start, range.end);
  const edited = range.from === "component" ? early.get(range.start) : undefined;
  return { bytes, edits: extra.subarray(...range.edits), early: edited };
}

async function answer(exports: Exports): Promise<void> {
  const handle = functionOf(exports, "wasi:http/incoming-handler", "handle");
  const { answerRequest } = await import("./wasi/http/answer-request.ts");
  answerRequest(handle);
  finish("");
}

type PlainCall = Exclude<GuestCall, "invoke" | "startModule" | "httpHandle">;

function callGuest(call: PlainCall, exports: Exports, input: Uint8Array): string {
  switch (call) {
    case "skillRun":
      return resultOf(functionOf(exports, "sandbox:skill/skill", "run")());
    case "scanCode":
      return resultOf(functionOf(exports, "sandbox:skill/scanner", "scanCode")(new TextDecoder().decode(input)));
    case "scanSkill":
      return resultOf(functionOf(exports, "sandbox:skill/skill-scanner", "scanSkill")(filesIn(input)));
    case "cliRun":
      return program.exit(statusOf(functionOf(exports, "wasi:cli/run", "run")));
  }
}

function filesIn(input: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(input));
}

/** `run` returns nothing on success; for its error case, which has no payload, the glue throws `undefined`. */
function statusOf(run: () => unknown): number {
  try {
    run();
    return 0;
  } catch (error) {
    if (error === undefined) return 1;
    throw error;
  }
}

/** An export by its interface, whatever version of it; a component may export an instance without the function. */
function functionOf(exports: Exports, wanted: string, name: string): (...args: readonly unknown[]) => unknown {
  const found = Object.keys(exports).find((key) => key.split("@")[0] === wanted) ?? "";
  const candidate = exports[found]?.[name];
  if (typeof candidate === "function") return candidate;
  throw new WrongType(`the component exports ${wanted} without the function ${name}`);
}

function resultOf(value: unknown): string {
  if (typeof value === "string") return value;
  throw new WrongType("what the component returned is not a string");
}

function finish(result: string): void {
  const bytes = new TextEncoder().encode(result);
  tellFuel(rations.fuelUsed);
  if (bytes.length <= job.maxResultBytes) tell("returned", bytes);
  else tell("limited", "output", `the result is ${bytes.length} bytes, more than ${job.maxResultBytes}`);
}

function finishInvoked(value: ReturnType<typeof invoke>): void {
  tellFuel(rations.fuelUsed);
  tell("value", value);
}

function report(error: unknown): void {
  const message = describe(error).slice(0, MAX_MESSAGE);
  tellFuel(rations.fuelUsed);
  if (isNotWhatItSays(error)) tell("rejected", message);
  else if (error instanceof TooLong) tell("limited", "output", error.message);
  else if (isMemoryLimit(error)) tell("limited", "memory", message);
  else tell("trapped", message);
}

function isNotWhatItSays(error: unknown): boolean {
  return [WebAssembly.CompileError, WebAssembly.LinkError, WrongType].some((kind) => error instanceof kind);
}

/** V8's words when a memory starts out larger than `--wasm-max-mem-pages`, or cannot be had. */
function isMemoryLimit(error: unknown): boolean {
  return error instanceof RangeError && /memory/i.test(error.message);
}

function describe(error: unknown): string {
  if (error instanceof WebAssembly.Exception) return "an exception that nothing caught";
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  const payload = (error as { payload?: unknown } | null)?.payload;
  return typeof payload === "string" ? payload : String(error);
}
