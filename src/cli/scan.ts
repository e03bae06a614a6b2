import { join } from "node:path";
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

export interface ScanFlags {
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
  const { signal } = context;
  const { scanner: component, targets } = readArguments(paths, flags);
  const { scan } = await import("../scan.ts");
  const scanner = await openScanner(context, component);
  const progress = showProgress(context.output);
  const report = await scan({ targets, scanner, signal, onProgress: progress.show });
  progress.clear();
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  const reasons = objections(report, { failOn: flags.failOn, minScore: flags.minScore });
  context.output.out(await render(report, reasons, flags.format, context.output));
  context.exitWith(reasons.length > 0 ? EXIT.findings : EXIT.done);
}

async function openScanner(context: Context, component: string | undefined): Promise<Scanner> {
  if (component !== undefined) {
    const { openExternalScanner } = await import("./external-scanner.ts");
    return openExternalScanner(component, context);
  }
  const { loadBuiltIn } = await import("../scanner/built-in.ts");
  return loadBuiltIn(join(context.installation.distDir, "scanner"));
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

function parseScore(text: string): number {
  const score = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 1) return score;
  throw new SandboxError("usage", `--min-score is not a number from 0 to 1: '${text}'`, {
    hint: "for example --min-score 0.8",
  });
}
