import { createInterface, type Interface } from "node:readline";
import type { AskPerson, CapabilityDecision, Permission } from "../broker/broker.ts";
import { SandboxError } from "../errors.ts";
import { type AuthorityRequest, resolveAuthority } from "../policy/authority.ts";
import type { Grants } from "../policy/grants.ts";
import { unquoted, withFlag } from "../policy/hint.ts";
import { onlyRule } from "../policy/resolve.ts";
import { promptText } from "../report/prompt-text.ts";
import type { Output } from "./output.ts";

interface Asker {
  readonly output: Output;
  /** Aborted when the run is interrupted. */
  readonly signal: AbortSignal;
  /** The component's name. */
  readonly name: string;
}

/** A guest that is denied a thousand times gets no thousand chances for a slip of the finger. */
const MAX_QUESTIONS = 50;

/** Keys that were pressed before the question was there are no answer to it; how long they are waited for, in milliseconds. */
const TYPED_AHEAD_MS = 100;

/**
 * `run --prompt`: each denial that a flag could lift is asked about once. What is permitted goes through the same
 * resolution as that flag would, so ceilings, manifests and denials hold.
 *
 * @param request What the run's grants were resolved from.
 * @throws SandboxError `usage` where nobody can be asked: without a terminal, or in CI
 */
export function askOnTerminal(asker: Asker, request: AuthorityRequest): AskPerson {
  refuseWithoutTerminal(asker.output);
  /** Of what is not asked again. */
  const answered = new Map<string, Permission | undefined>();
  let questions = 0;
  let flags = request.flags;
  return async (denied) => {
    const { hint = "" } = denied;
    if (answered.has(hint)) return answered.get(hint);
    if (questions >= MAX_QUESTIONS) return undefined;
    const more = withFlag(flags, hint);
    const grants = await grantsWith({ ...request, flags: more }, unquoted(hint));
    if (grants === undefined) return undefined;
    questions += 1;
    const answer = await question(asker, denied);
    const permission = answer === "deny" ? undefined : permissionOf(grants, hint, answer);
    if (answer !== "once") answered.set(hint, permission);
    if (answer === "always") flags = more;
    return permission;
  };
}

function refuseWithoutTerminal({ errIsTerminal }: Output): void {
  const problem =
    process.stdin.isTTY !== true
      ? "standard input is no terminal"
      : !errIsTerminal
        ? "standard error is no terminal"
        : (process.env["CI"] ?? "") !== ""
          ? "this is CI"
          : undefined;
  if (problem === undefined) return;
  throw new SandboxError("usage", `--prompt has nobody to ask: ${problem}`, {
    hint: "grant what is needed with flags or --policy; --learn writes one",
  });
}

/**
 * Undefined when the flag would not help: a ceiling, a manifest or a denial stands above it, or what the guest asks for is
 * nothing that a flag can name (a host of odd characters).
 */
async function grantsWith(request: AuthorityRequest, rule: string): Promise<Grants | undefined> {
  try {
    const { grants } = await resolveAuthority(request);
    return Object.hasOwn(grants.sources, rule) ? grants : undefined;
  } catch (error) {
    if (error instanceof SandboxError && (error.code === "policy" || error.code === "usage")) return undefined;
    throw error;
  }
}

function permissionOf(grants: Grants, hint: string, answer: "once" | "always"): Permission | undefined {
  const permitted = onlyRule(grants, unquoted(hint), `allowed at the prompt, ${answer}`);
  return permitted && { grants: permitted, always: answer === "always" };
}

/** Anything but a clear yes is a no: Enter, the end of the input, Ctrl-C, another word. */
async function question(
  { output, signal, name }: Asker,
  denied: CapabilityDecision,
): Promise<"once" | "always" | "deny"> {
  await dropTypedAhead();
  output.err(promptText(name, denied));
  const line = await readLine(signal);
  const word = line.trim().toLowerCase();
  if (word === "o" || word === "once") return "once";
  return word === "a" || word === "always" ? "always" : "deny";
}

async function dropTypedAhead(): Promise<void> {
  const drop = () => {};
  process.stdin.on("data", drop);
  await new Promise((done) => setTimeout(done, TYPED_AHEAD_MS));
  process.stdin.off("data", drop);
  process.stdin.pause();
}

function readLine(signal: AbortSignal): Promise<string> {
  // The terminal edits and echoes the line: what is written on it is the person's alone.
  const reader: Interface = createInterface({ input: process.stdin, terminal: false });
  return new Promise((resolve) => {
    const end = (line: string) => {
      resolve(line);
      reader.close();
      process.stdin.pause();
    };
    reader.once("line", end);
    reader.once("close", () => end(""));
    signal.addEventListener("abort", () => end(""), { once: true });
    if (signal.aborted) end("");
  });
}
