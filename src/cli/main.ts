import { realpathSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { defaultCacheFolder } from "../engine/cache/folder.ts";
import { SandboxError } from "../errors.ts";
import { findInstallation } from "../installation.ts";
import { systemProgram } from "../isolation/system-program.ts";
import { bugText, errorText } from "../report/error-text.ts";
import { COMMANDS } from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT, exitOfError, isGuests } from "./exit-code.ts";
import { checkOptionValues } from "./given-once.ts";
import { markBareFlags } from "./grant-flags.ts";
import { addHelpCommands } from "./help-command.ts";
import { directOutput, type Output, streamOutput } from "./output.ts";

/**
 * The command line. Ends the process.
 *
 * @param root Folder of the package, as the launcher found it from its own real path.
 */
export async function main(root: string, argv: readonly string[], version: string): Promise<void> {
  const output = STREAMING.has(argv[0] ?? "") ? streamOutput() : directOutput();
  // Should the event loop ever run empty before the end, that is not success.
  process.exitCode = EXIT.bug;
  const code = await execute(realpathSync(root), argv, version, output);
  await leave(await flush(output, code, argv[0] ?? ""));
}

/** Commands that go on while they print. */
const STREAMING: ReadonlySet<string> = new Set(["run", "serve", "demo"]);

/** Exit numbers above are 128 and a signal's number. */
const SIGNALLED = 128;

async function flush(output: Output, code: number, name: string): Promise<number> {
  try {
    await output.flushed(code === EXIT.runLimit || code > SIGNALLED);
    return code;
  } catch (error) {
    const unwritten = explain(error, name, directOutput());
    return isGuests(code) ? unwritten : code;
  }
}

async function execute(root: string, argv: readonly string[], version: string, output: Output): Promise<number> {
  let code: number = EXIT.done;
  let interrupted: AbortSignal | undefined;
  const name = argv.find((word) => !word.startsWith("-")) ?? "";
  try {
    const context: Context = {
      output,
      cwd: currentFolder(),
      version,
      installation: findInstallation(root, defaultCacheFolder(process.env)),
      get signal() {
        interrupted ??= interruptions();
        return interrupted;
      },
      exitWith: (number) => {
        code = number;
      },
    };
    const program = await buildProgram(context, name === "help" ? (argv[1] ?? "") : name, version);
    await program.parseAsync(markBareFlags(argv), { from: "user" });
    return code;
  } catch (error) {
    return explain(error, name, output);
  }
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new SandboxError("usage", "the current folder no longer exists", {
      hint: "change to a folder that does",
      cause,
    });
  }
}

/** A program that knows every command by name and has loaded the one that was asked for. */
async function buildProgram(context: Context, name: string, version: string): Promise<Command> {
  const program = new Command("wasm-sandbox")
    .description("Runs agent skills nobody has vetted, and says before the merge what they would do.")
    .version(version)
    .showHelpAfterError(false);
  for (const [known, { summary, load }] of Object.entries(COMMANDS)) {
    program.addCommand(known === name ? await load(context) : new Command(known).summary(summary).description(summary));
  }
  addHelpCommands(program);
  quieten(program, context.output);
  checkOptionValues(program);
  return program;
}

/** Commander neither prints errors nor ends the process: both happen in one place here, for commands at every depth. */
function quieten(command: Command, output: Output): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => output.out(text),
    writeErr: (text) => output.err(text),
    outputError: () => {},
  });
  command.configureHelp({ optionTerm: (option) => option.flags.replace(" [", "[=") });
  for (const below of command.commands) quieten(below, output);
}

function explain(error: unknown, name: string, output: Output): number {
  const { code, text } = explanation(error, name);
  try {
    output.err(text);
  } catch (unwritten) {
    // Where stderr cannot be written, the number is all that is left to say.
    if (!(unwritten instanceof SandboxError && unwritten.code === "unwritable")) throw unwritten;
  }
  return code;
}

function explanation(error: unknown, name: string): { readonly code: number; readonly text: string } {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { code: EXIT.done, text: "" };
    const help = error.code === "commander.help";
    const text = help ? "" : usageText(error, name);
    return { code: exitOfError("usage", name), text };
  }
  if (error instanceof SandboxError) {
    return { code: exitOfError(error.code, name), text: errorText(error.message, error.hint, error.details) };
  }
  return { code: exitOfError("internal", name), text: bugText(error) };
}

/** Commander puts what was probably meant on a line of its own below the message. */
const SUGGESTION = /\n\(Did you mean ([^\n]*\?)\)$/;

function usageText(error: CommanderError, name: string): string {
  const suggested = SUGGESTION.exec(error.message)?.[1];
  const message = error.message.replace(/^error: /, "").replace(SUGGESTION, "");
  const hint = usageHint(error, name);
  return errorText(message, suggested === undefined ? hint : `did you mean ${suggested} See ${hint}`);
}

function usageHint({ code }: CommanderError, name: string): string {
  const help = `wasm-sandbox ${Object.hasOwn(COMMANDS, name) ? `${name} ` : ""}--help`;
  return name === "run" && code === "commander.unknownOption"
    ? `${help}; what is meant for the guest goes after --`
    : help;
}

/** One clean-up path: the signal ends the run, and the run's outcome ends the process. */
function interruptions(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}

/**
 * Ends the process. A thread that hangs in a system call (a dead file system, a resolver that does not answer) would be
 * waited for by `process.exit` without end; replacing the process ends its threads with it.
 */
async function leave(code: number): Promise<never> {
  for (let waited = 0; isThreadPoolBusy() && waited < THREAD_GRACE_MS; waited += 1) await pause(1);
  const sh = isThreadPoolBusy() && process.platform === "linux" ? systemProgram("sh") : undefined;
  if (sh !== undefined) process.execve?.(sh, ["sh", "-c", `exit ${code}`], {});
  process.exit(code);
}

/** Closing a descriptor takes microseconds; what is not back after this hangs. */
const THREAD_GRACE_MS = 50;

function isThreadPoolBusy(): boolean {
  return process.getActiveResourcesInfo().some((kind) => /^(FSReq|GetAddrInfo|GetNameInfo)/.test(kind));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
