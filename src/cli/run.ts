import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { AskPerson, CapabilityDecision } from "../broker/broker.ts";
import { SandboxError } from "../errors.ts";
import { ISOLATIONS, type Isolation } from "../isolation/index.ts";
import { type AuthorityRequest, resolveAuthority } from "../policy/authority.ts";
import { guestLines } from "../report/guest-lines.ts";
import { neutralise } from "../report/neutralise.ts";
import { runJson } from "../report/run-json.ts";
import {
  changedFilesText,
  decisionText,
  MAX_SHOWN,
  outcomeText,
  RESULT_HEADING,
  runHeader,
} from "../report/run-text.ts";
import { type RunRequest, type RunResult, run } from "../run.ts";
import { componentName } from "../skill/target.ts";
import type { Context } from "./context.ts";
import { exitOfOutcome } from "./exit-code.ts";
import { grantFlagsOf, grantOptions, type ParsedGrantFlags } from "./grant-flags.ts";
import type { Learning } from "./learn.ts";
import { givenLimits, limitOptions, type ParsedLimitFlags } from "./limit-flags.ts";
import type { Output } from "./output.ts";

export interface RunFlags extends ParsedGrantFlags, ParsedLimitFlags {
  readonly invoke?: string;
  readonly deterministic?: boolean;
  readonly auditLog?: string;
  readonly isolation?: Isolation;
  readonly requireWalls?: boolean;
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly raw?: boolean;
  readonly verbose?: boolean;
  readonly learn?: string;
  readonly force?: boolean;
  readonly prompt?: boolean;
}

export function runCommand(context: Context): Command {
  const command = new Command("run")
    .summary("run a component with exactly the capabilities that are granted")
    .description(
      "Runs a WASM component in a process that can touch nothing. What the flags grant is done for it, after a check " +
        "and an audit event; everything else is denied, and the denial names the flag that would allow it.",
    )
    .argument(
      "<component>",
      "a .wasm file for the world skill-component, with wasi:cli/run, or with functions to --invoke; or a WASI module",
    )
    .argument("[args...]", "arguments of the program; flags among them come after --")
    .addHelpText("after", EXAMPLES)
    .action((component: string, args: string[], flags: RunFlags) => runComponent(context, component, flags, args));
  for (const option of [...grantOptions(), ...limitOptions(), ...otherOptions()]) command.addOption(option);
  return command;
}

/** Runs one component and shows what happens; the number for the process goes to the context. */
export async function runComponent(
  context: Context,
  component: string,
  flags: RunFlags,
  args: readonly string[] = [],
): Promise<void> {
  if (flags.force === true && flags.learn === undefined) {
    throw new SandboxError("usage", "--force is given without --learn", { hint: "it replaces the file of --learn" });
  }
  const asked = authorityRequest(context, component, flags);
  const authority = await resolveAuthority(asked);
  const request: RunRequest = {
    component,
    args,
    invoke: flags.invoke,
    ...authority,
    ...authority.settings,
    cwd: context.cwd,
    installation: context.installation,
    stdin: () => process.stdin,
    measureMemory: flags.verbose,
  };
  if (flags.dryRun === true) {
    const { showPlan } = await import("./dry-run.ts");
    return showPlan(context, request, flags.json === true);
  }
  const learning = flags.learn === undefined ? undefined : await startLearning(context, flags.learn, flags);
  const ask = flags.prompt === true ? await prompting(context, component, asked) : undefined;
  const watched: RunRequest = {
    ...request,
    // Not before: a plan that is only shown has nothing to put away.
    signal: context.signal,
    files: [...authority.files, ...(learning?.files ?? [])],
    ask,
    // With --prompt the keyboard answers us, and nobody else.
    stdin: ask === undefined ? request.stdin : undefined,
  };
  const show = flags.json === true ? reportJson : showRun;
  const result = await show(context, watched, flags, (decision) => learning?.observe(decision));
  learning?.finish(request, result);
  if (flags.verbose === true) {
    const { runFactsText } = await import("../report/run-facts-text.ts");
    context.output.err(runFactsText(result.facts, result.walls, request.limits));
  }
  context.exitWith(exitOfOutcome(result.outcome));
}

async function prompting(
  { output, signal }: Context,
  component: string,
  request: AuthorityRequest,
): Promise<AskPerson> {
  const { askOnTerminal } = await import("./prompt.ts");
  return askOnTerminal({ output, signal, name: componentName(component) }, request);
}

async function startLearning(context: Context, file: string, { force }: RunFlags): Promise<Learning> {
  const { learnInto } = await import("./learn.ts");
  return learnInto(context, file, force === true);
}

function authorityRequest({ cwd }: Context, component: string, flags: RunFlags): AuthorityRequest {
  const { isolation, requireWalls, deterministic, policy, manifest } = flags;
  const auditLog = flags.auditLog === undefined ? undefined : resolve(cwd, flags.auditLog);
  return {
    flags: grantFlagsOf(flags),
    limits: givenLimits(flags),
    settings: { isolation, requireWalls, deterministic, auditLog },
    policy,
    manifest,
    component,
    cwd,
    environment: process.env,
  };
}

async function reportJson(context: Context, request: RunRequest, _flags: RunFlags, watch: Watch): Promise<RunResult> {
  const decisions: CapabilityDecision[] = [];
  const output: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  let omitted = 0;
  const result = await run(request, {
    onDecision(decision) {
      watch(decision);
      if (decisions.length < MAX_LISTED) decisions.push(decision);
      else omitted++;
    },
    onOutput: (stream, chunk) => void output[stream].push(chunk),
  });
  const [stdout, stderr] = [output.stdout, output.stderr].map((chunks) => Buffer.concat(chunks).toString("utf8"));
  const record = { stdout: stdout ?? "", stderr: stderr ?? "", decisions, omitted };
  context.output.out(runJson(request, result, record, exitOfOutcome(result.outcome)));
  return result;
}

type Watch = (decision: CapabilityDecision) => void;

/** As many decisions as a program gets to see; the rest is counted. */
const MAX_LISTED = 10_000;

function otherOptions(): Option[] {
  return [
    new Option(
      "--invoke <call>",
      "call an exported function with WAVE values, as 'name(\"text\", 1)', and print its value",
    ),
    new Option(
      "--deterministic",
      "virtual clock, seeded random numbers, sorted listings: two runs give the same output",
    ),
    new Option("--audit-log <file>", "append one line per decision to FILE, before its effect"),
    new Option("--isolation <how>", "how the guest process is confined (default: auto)").choices(ISOLATIONS),
    new Option("--require-walls", "refuse unless the operating system confines the guest process too"),
    new Option("--json", "print one JSON object with the outcome, the output and the decisions"),
    new Option("--dry-run", "print what would be done, and do nothing"),
    new Option("--learn <file>", "write the policy that covers what it asked for; what is not granted stays denied"),
    new Option(
      "--prompt",
      "ask on the terminal about each denial (files, HTTP, sockets): once, always in this run, or deny",
    ),
    new Option("--force", "let --learn replace an existing file"),
    new Option("--verbose", "say on stderr how the guest was confined, and what the run took"),
    new Option("--raw", "do not neutralise what the guest prints on a terminal"),
  ];
}

const EXAMPLES = `
Examples:
  wasm-sandbox run skill.wasm                                    nothing granted: every request is denied
  wasm-sandbox run --allow-fs-read=./data skill.wasm             may read ./data and what is in it
  wasm-sandbox run --allow-network=api.example.com skill.wasm    may reach one host on ports 80 and 443
  wasm-sandbox run --allow-fs-read skill.wasm                    a value needs '=': this grants all ordinary files
  wasm-sandbox run --invoke 'add(1, 2)' math.wasm                calls a function of it; inspect lists them

Exit code: the guest's own up to 123 (a trap is 1), 124 a limit, 125 wrong usage or our failure, 126 refused,
127 not found, 130 interrupted.
`;

async function showRun(context: Context, request: RunRequest, flags: RunFlags, watch: Watch): Promise<RunResult> {
  const { output } = context;
  const raw = flags.raw === true;
  const lines = guestLines((line) => output.err(line));
  const stdout = output.outIsTerminal && !raw ? harmless(output) : (chunk: Buffer) => output.out(chunk);
  const stderr = raw ? (chunk: Buffer) => output.err(chunk) : lines.push;
  let shown = 0;
  output.err(runHeader(request.component, request.grants, request.capped));
  const result = await run(request, {
    onDecision(decision) {
      watch(decision);
      if (decision.routine === true && flags.verbose !== true) return;
      if (++shown <= MAX_SHOWN) output.err(decisionText(componentName(request.component), decision));
    },
    onOutput: (stream, chunk) => (stream === "stdout" ? stdout(chunk) : stderr(chunk)),
  });
  lines.end();
  if (shown > MAX_SHOWN) output.err(`… and ${shown - MAX_SHOWN} more decisions\n`);
  showOutcome(output, result, raw);
  return result;
}

/** A terminal obeys what it is sent; a pipe gets every byte as it was. */
function harmless(output: Output): (chunk: Buffer) => void {
  const decoder = new TextDecoder();
  return (chunk) => output.out(neutralise(decoder.decode(chunk, { stream: true }), { keepNewlines: true }));
}

function showOutcome(output: Output, result: RunResult, raw: boolean): void {
  const { outcome, changedFiles, changesOmitted, auditHead, walls, fuelUsed, notes } = result;
  output.err(changedFilesText(changedFiles, changesOmitted));
  if (outcome.kind === "returned") {
    output.err(RESULT_HEADING);
    const text = raw || !output.outIsTerminal ? outcome.text : neutralise(outcome.text, { keepNewlines: true });
    const isLine = outcome.wave === true || (output.outIsTerminal && !text.endsWith("\n"));
    output.out(isLine ? `${text}\n` : text);
  } else output.err(outcomeText(outcome));
  if (fuelUsed !== undefined) output.err(`Fuel used: ${fuelUsed}\n`);
  if (auditHead !== undefined) output.err(`Audit head: ${auditHead}\n`);
  for (const note of notes) output.err(`note: ${neutralise(note)}\n`);
  if (walls.startsWith("none")) output.err(`Walls: ${walls}\n`);
}
