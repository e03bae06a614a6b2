import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { CapabilityDecision } from "../broker/broker.ts";
import { SandboxError } from "../errors.ts";
import { ISOLATIONS, type Isolation } from "../isolation/index.ts";
import { resolveAuthority } from "../policy/authority.ts";
import { parseCount, parseDuration, parseSize } from "../policy/units.ts";
import { guestLines } from "../report/guest-lines.ts";
import { neutralise } from "../report/neutralise.ts";
import { decisionText, MAX_SHOWN, outcomeText, runHeader } from "../report/run-text.ts";
import type { Outcome } from "../run/outcome.ts";
import { parseListen } from "../serve/listen-address.ts";
import { type Answered, type ServeObserver, type ServeRequest, type Serving, serve } from "../serve.ts";
import { componentName } from "../skill/target.ts";
import type { Context } from "./context.ts";
import { SIGNAL_EXIT } from "./exit-code.ts";
import { grantFlagsOf, grantOptions, type ParsedGrantFlags } from "./grant-flags.ts";
import { givenLimits, limitOptions, type ParsedLimitFlags } from "./limit-flags.ts";
import type { Output } from "./output.ts";

interface ServeFlags extends ParsedGrantFlags, ParsedLimitFlags {
  readonly listen: string;
  readonly allowHost?: readonly string[];
  readonly maxConcurrent: number;
  readonly maxRequestBody: number;
  readonly grace: number;
  readonly auditLog?: string;
  readonly isolation?: Isolation;
  readonly requireWalls?: boolean;
}

export function serveCommand(context: Context): Command {
  const command = new Command("serve")
    .summary("answer HTTP requests with a component, each in an instance of its own")
    .description(
      "Serves a component that exports wasi:http/incoming-handler. Each request is answered by a fresh instance in a " +
        "process that can touch nothing, with the same grants and limits; nothing is left of it for the next one.",
    )
    .argument("<component>", "a .wasm file that exports wasi:http/incoming-handler")
    .addHelpText("after", EXAMPLES)
    .action((component: string, flags: ServeFlags) => serveComponent(context, component, flags));
  for (const option of [...serverOptions(), ...grantOptions(), ...limitOptions()]) command.addOption(option);
  return command;
}

function serverOptions(): Option[] {
  const parsed = (parse: (text: string, flag: string) => number, flag: string) => (text: string) => parse(text, flag);
  return [
    new Option("--listen <address:port>", "where to listen; port 0 takes a free one").default("127.0.0.1:8080"),
    new Option("--allow-host <name>", "a name that the Host header may have, beside the address itself").argParser(
      collected,
    ),
    new Option("--max-concurrent <count>", "requests that are answered at the same moment")
      .default(8)
      .argParser(parsed(someOf, "--max-concurrent")),
    new Option("--max-request-body <size>", "the body of one request")
      .default(16 * 1024 * 1024, "16MiB")
      .argParser(parsed(parseSize, "--max-request-body")),
    new Option("--grace <duration>", "how long requests may still run when the server is stopped")
      .default(10_000, "10s")
      .argParser(parsed(parseDuration, "--grace")),
    new Option("--audit-log <file>", "append one line per decision to FILE, before its effect"),
    new Option("--isolation <how>", "how the guest processes are confined (default: auto)").choices(ISOLATIONS),
    new Option("--require-walls", "refuse unless the operating system confines the guest processes too"),
  ];
}

/** A server that may answer nothing is none. */
function someOf(text: string, flag: string): number {
  const count = parseCount(text, flag);
  if (count > 0) return count;
  throw new SandboxError("usage", `${flag} must be 1 or more`, { hint: `leave ${flag} away for 8` });
}

function collected(name: string, before: readonly string[] = []): readonly string[] {
  return [...before, name];
}

const EXAMPLES = `
Examples:
  wasm-sandbox serve hello.wasm                                  on 127.0.0.1:8080, nothing granted
  wasm-sandbox serve --listen 127.0.0.1:0 hello.wasm             on a free port, which is printed
  wasm-sandbox serve --timeout 5s --max-memory 64MiB hello.wasm  limits are those of each request

Exit code: 130 after Ctrl-C, 143 after SIGTERM, once the requests that run have ended; 125 wrong usage or our failure,
126 refused, 127 not found.
`;

async function serveComponent(context: Context, component: string, flags: ServeFlags): Promise<void> {
  const { signal } = context;
  const request = await requestOf(context, component, flags);
  context.output.err(runHeader(component, request.grants, request.capped));
  const serving = await serve(request, reporter(context.output, componentName(component)));
  context.output.out(`Serving ${serving.url}\n`);
  await stopped(serving, signal);
  context.exitWith(SIGNAL_EXIT[signal.reason as keyof typeof SIGNAL_EXIT]);
}

async function requestOf({ cwd, installation }: Context, component: string, flags: ServeFlags): Promise<ServeRequest> {
  const { isolation, requireWalls, policy, manifest } = flags;
  const auditLog = flags.auditLog === undefined ? undefined : resolve(cwd, flags.auditLog);
  const authority = await resolveAuthority({
    flags: grantFlagsOf(flags),
    limits: givenLimits(flags),
    settings: { isolation, requireWalls, auditLog },
    policy,
    manifest,
    component,
    cwd,
    environment: process.env,
  });
  return {
    component,
    ...authority,
    ...authority.settings,
    cwd,
    installation,
    ...parseListen(flags.listen),
    allowedHosts: flags.allowHost ?? [],
    maxConcurrent: flags.maxConcurrent,
    maxRequestBodyBytes: flags.maxRequestBody,
    graceMs: flags.grace,
  };
}

/** Until a signal comes, or an event cannot be logged. */
async function stopped(serving: Serving, signal: AbortSignal): Promise<void> {
  const signalled = new Promise<void>((done) => {
    signal.addEventListener("abort", () => done(), { once: true });
    if (signal.aborted) done();
  });
  try {
    await Promise.race([signalled, serving.broken]);
  } finally {
    await serving.stop();
  }
}

/** Everything goes to stderr: what a guest says, what it was denied, and what became of each request. */
function reporter(output: Output, name: string): ServeObserver {
  const runs = new Map<string, ReturnType<typeof runReporter>>();
  const of = (run: string) => {
    const reporter = runs.get(run) ?? runReporter(output, name, run.slice(0, SHORT_ID));
    runs.set(run, reporter);
    return reporter;
  };
  return {
    onDecision: (run, decision) => of(run).decided(decision),
    onOutput: (run, _stream, chunk) => of(run).said(chunk),
    onAnswered(answered) {
      runs.get(answered.run)?.end();
      runs.delete(answered.run);
      output.err(answeredText(answered));
    },
  };
}

/** Enough to tell the runs of a moment from each other. */
const SHORT_ID = 8;

/** What is shown of one run, each line with its id: many run at the same time. */
function runReporter(output: Output, name: string, id: string) {
  const lines = guestLines((line) => output.err(line), `guest ${id}`);
  let denied = 0;
  return {
    said: lines.push,
    decided(decision: CapabilityDecision): void {
      if (decision.allowed || decision.routine === true || ++denied > MAX_SHOWN) return;
      output.err(decisionText(name, decision).replace(/^(?=.)/gm, `${id} `));
    },
    end(): void {
      lines.end();
      if (denied > MAX_SHOWN) output.err(`${id} … and ${denied - MAX_SHOWN} more denials\n`);
    },
  };
}

function answeredText({ run, method, path, status, outcome }: Answered): string {
  const line = neutralise(`${method} ${path.slice(0, 1024)} ${status ?? "no response"}`);
  return `${line} ${run}\n${endText(outcome)}`;
}

function endText(outcome: Outcome): string {
  if (outcome.kind === "returned") return "";
  const isAlone = outcome.kind === "interrupted" && outcome.signal === "SIGHUP";
  return isAlone ? "[GONE] the client went away\n" : outcomeText(outcome);
}
