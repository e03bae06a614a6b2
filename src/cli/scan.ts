import { Command, Option } from "commander";
import { SandboxError } from "../errors.ts";
import { SEVERITIES } from "../scanner/finding.ts";
import { type FailOn, objections } from "../scanner/objections.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { Context } from "./context.ts";
import { EXIT, exitOfOutcome } from "./exit-code.ts";
import { type Output, wantsColour } from "./output.ts";
import { showProgress } from "./progress.ts";
import { readArguments } from "./scan-arguments.ts";
import type { ListFlags } from "./scan-list.ts";

export interface ScanFlags extends ListFlags {
  readonly stdinList?: true;
  readonly file?: string;
  readonly code?: string;
  readonly scanner?: string;
  readonly format?: "text" | "json";
  readonly failOn: FailOn;
  readonly minScore?: number;
}

export function scanCommand(context: Context): Command {
  const command = new Command("scan")
    .summary("say what a skill would do, without running it")
    .description(
      "Reads Python code and says what it would do: secrets it reads, code it hides, hosts it talks to. " +
        "Nothing of it is run. Folders are walked without following links.",
    )
    .argument("[paths...]", "files and folders; - is the standard input")
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], flags: ScanFlags) => scanPaths(context, paths, flags));
  for (const option of options()) command.addOption(option);
  return command;
}

function options(): Option[] {
  return [
    new Option("--file <file>", "a file to scan"),
    new Option("--code <text>", "code to scan"),
    new Option("--scanner <file>", "use another component of the world scanner-component; it is granted nothing"),
    new Option(
      "--stdin-list",
      "scan the paths on the standard input, one a line; prints one JSON object a line for each",
    ),
    new Option("--shard <index/count>", "with --stdin-list: only every count-th path, from this index on"),
    new Option(
      "--jobs <count>",
      "skills at a time; threads are started when there are many (default: one for each core)",
    ).argParser(parseJobs),
    new Option("--cache <path>", "a folder of ours alone where results are kept: the same files are not read again"),
    new Option("--format <format>", "text, or json: one object alone on stdout (default: text on a terminal)").choices([
      "text",
      "json",
    ]),
    new Option("--fail-on <severity>", "exit with 1 at a finding as severe as this")
      .choices([...SEVERITIES, "never"])
      .default("high"),
    new Option("--min-score <number>", "exit with 1 when the safety score, 0 to 1, is below this").argParser(
      parseScore,
    ),
  ];
}

const EXAMPLES = `
Examples:
  wasm-sandbox scan skills/weather                   a folder, or several
  wasm-sandbox scan --fail-on medium skill.py        exit 1 at a finding of medium or above
  wasm-sandbox scan --code 'import os; os.system(x)'
  curl -s https://example.com/skill.py | wasm-sandbox scan --format json -
  wasm-sandbox scan other-scanner.wasm --file skill.py

Exit code: 0 nothing at or above the threshold, 1 findings or a low score, 2 wrong usage, 3 nothing to read.`;

async function scanPaths(context: Context, paths: readonly string[], flags: ScanFlags): Promise<void> {
  if (flags.stdinList === true) return scanStdinList(context, paths, flags);
  const { signal } = context;
  const { scanner: component, targets } = readArguments(paths, flags);
  const { scan } = await import("../scan.ts");
  const scanner = await openScanner(context, component, flags);
  const progress = showProgress(context.output);
  const report = await scan({ targets, scanner, signal, onProgress: progress.show });
  progress.clear();
  await scanner.close?.();
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  const reasons = objections(report, { failOn: flags.failOn, minScore: flags.minScore });
  context.output.out(await render(report, reasons, flags.format, context.output));
  context.exitWith(reasons.length > 0 ? EXIT.findings : EXIT.done);
}

async function scanStdinList(context: Context, paths: readonly string[], flags: ScanFlags): Promise<void> {
  if (paths.length > 0)
    throw new SandboxError("usage", `--stdin-list and '${paths[0]}' are given`, { hint: "name paths in the list" });
  const { scanListed } = await import("./scan-list.ts");
  const { report, unreadable } = await scanListed(context, flags);
  const { signal } = context;
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  const reasons = objections(report, { failOn: flags.failOn, minScore: flags.minScore });
  if (unreadable > 0) return context.exitWith(EXIT.nothingToRead);
  context.exitWith(reasons.length > 0 ? EXIT.findings : EXIT.done);
}

async function openScanner(
  context: Context,
  component: string | undefined,
  flags: ScanFlags,
): Promise<Scanner & { close?(): Promise<void> }> {
  if (component !== undefined) {
    const { openExternalScanner } = await import("./external-scanner.ts");
    return openExternalScanner(component, context);
  }
  const { openManyScanner } = await import("./many-scanner.ts");
  return openManyScanner(context, flags);
}

/** Each format is loaded when it is asked for: a terminal's colours cost a script nothing. */
async function render(
  report: ScanReport,
  reasons: readonly string[],
  format: ScanFlags["format"],
  output: Output,
): Promise<string> {
  if ((format ?? (output.outIsTerminal ? "text" : "json")) === "json") {
    const { scanJson } = await import("../report/scan-json.ts");
    return scanJson(report);
  }
  const { scanText } = await import("../report/scan-text.ts");
  if (!wantsColour(output)) return scanText(report, reasons);
  const { terminalPalette } = await import("./palette.ts");
  return scanText(report, reasons, terminalPalette());
}

function parseJobs(text: string): number {
  const jobs = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (jobs > 0) return jobs;
  throw new SandboxError("usage", `--jobs is not a number from 1 on: '${text}'`, { hint: "for example --jobs 4" });
}

function parseScore(text: string): number {
  const score = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 1) return score;
  throw new SandboxError("usage", `--min-score is not a number from 0 to 1: '${text}'`, {
    hint: "for example --min-score 0.8",
  });
}
