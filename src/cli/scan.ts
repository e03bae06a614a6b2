import { resolve } from "node:path";
import { Command } from "commander";
import type { BaselineEntry } from "../gate/baseline-entry.ts";
import type { ScanConfig } from "../gate/config-file.ts";
import type { GateRequest } from "../scan/gated-scan.ts";
import { readOperatorFile, type Subject } from "../scan/subject.ts";
import { objections, type Thresholds } from "../scanner/objections.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { type Target, withStdin } from "../skill/collect.ts";
import { checkCachePlace } from "./cache-place.ts";
import type { Context } from "./context.ts";
import { EXIT, exitOfOutcome } from "./exit-code.ts";
import { showProgress } from "./progress.ts";
import { pathsOf, readArguments, refuseWithList, refuseWithoutList } from "./scan-arguments.ts";
import { type ScanFlags, scanOptions } from "./scan-options.ts";
import { checkFiles, tell } from "./scan-tell.ts";

export function scanCommand(context: Context): Command {
  const command = new Command("scan")
    .summary("say what a skill would do, without running it")
    .description(
      "Reads skills and says what they would do: secrets they read, code they hide, hosts they talk to. " +
        "Nothing of them is run. Folders are walked without following links.",
    )
    .argument("[paths...]", "files and folders; - is the standard input")
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], flags: ScanFlags) => scanPaths(context, paths, flags));
  for (const option of scanOptions()) command.addOption(option);
  return command;
}

const EXAMPLES = `
Examples:
  wasm-sandbox scan skills/weather                   a folder, or several
  wasm-sandbox scan --fail-on medium skill.py        exit 1 at a finding of medium or above
  wasm-sandbox scan --code 'import os; os.system(x)'
  curl -s https://example.com/skill.py | wasm-sandbox scan --format json -
  wasm-sandbox scan --diff origin/main --output sarif=skills.sarif --format github skills
  wasm-sandbox scan --write-baseline skills-baseline.json skills
  wasm-sandbox scan other-scanner.wasm --file skill.py

Exit code: 0 nothing at or above the threshold, 1 findings or a low score, 2 wrong usage, 3 nothing to read.`;

async function scanPaths(context: Context, paths: readonly string[], flags: ScanFlags): Promise<void> {
  if (flags.stdinList === true) return scanStdinList(context, paths, flags);
  refuseWithoutList(flags);
  const { scanner: component, targets: named } = readArguments(paths, flags);
  checkCachePlace(
    flags.cache,
    named.flatMap((target) => (target.kind === "path" ? target.path : [])),
    context.cwd,
  );
  // What git compares is paths: anything else is refused before it is read.
  const targets = flags.diff === undefined ? withStdin(named) : named;
  const scanner = await openScanner(context, component, flags);
  await scanTargets(context, targets, flags, scanner);
  await scanner.close?.();
}

async function scanStdinList(context: Context, paths: readonly string[], flags: ScanFlags): Promise<void> {
  refuseWithList(paths, { ...flags });
  const { scanListed } = await import("./scan-list.ts");
  const { report, unreadable } = await scanListed(context, flags);
  const { signal } = context;
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  const reasons = objections(report, { failOn: flags.failOn ?? "high", minScore: flags.minScore });
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

async function scanTargets(
  context: Context,
  targets: readonly Target[],
  flags: ScanFlags,
  scanner: Scanner,
): Promise<void> {
  const { cwd } = context;
  const scan = scanWith(context, scanner);
  if (flags.diff === undefined) {
    const read: Subject["read"] = async (name) => readOperatorFile(name, cwd);
    return scanSubject(context, flags, { read, scan: async () => ({ report: await scan(targets) }) });
  }
  const { withDiff } = await import("../scan/diff-subject.ts");
  const request = { base: flags.diff, paths: pathsOf(targets), cwd, scan };
  return withDiff(request, (subject) => scanSubject(context, flags, subject));
}

function scanWith({ output, signal }: Context, scanner: Scanner): (targets: readonly Target[]) => Promise<ScanReport> {
  return async (targets) => {
    const { scan } = await import("../scan.ts");
    const progress = showProgress(output, targets);
    const report = await scan({ targets, scanner, signal, onProgress: progress.show });
    progress.clear();
    return report;
  };
}

async function scanSubject(context: Context, flags: ScanFlags, subject: Subject): Promise<void> {
  const { cwd, signal } = context;
  const { openGate } = await import("../scan/gated-scan.ts");
  const gate = await openGate(subject, gateRequest(flags, cwd));
  const files = [
    ...gate.config.outputs,
    ...flags.output.map(({ format, file }) => ({ format, file: resolve(cwd, file) })),
  ];
  await checkFiles([
    ...files.map(({ file }) => file),
    ...(flags.writeBaseline === undefined ? [] : [resolve(cwd, flags.writeBaseline)]),
  ]);
  const { report, newBaseline } = await gate.run();
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  const reasons = objections(report, thresholds(flags, gate.config));
  await tell(context, { report, objections: reasons }, { format: flags.format, files });
  if (newBaseline !== undefined) await writeBaseline(resolve(cwd, flags.writeBaseline ?? ""), newBaseline);
  context.exitWith(reasons.length > 0 ? EXIT.findings : EXIT.done);
}

function gateRequest({ config, baseline, writeBaseline, baselineCoversBlock }: ScanFlags, cwd: string): GateRequest {
  const today = new Date().toISOString().slice(0, "2027-01-31".length);
  return { config, baseline, writeBaseline, baselineCoversBlock: baselineCoversBlock === true, cwd, today };
}

/** The command line wins over the configuration. */
function thresholds({ failOn, minScore }: ScanFlags, config: ScanConfig): Thresholds {
  return { failOn: failOn ?? config.failOn ?? "high", minScore: minScore ?? config.minScore };
}

async function writeBaseline(file: string, entries: readonly BaselineEntry[]): Promise<void> {
  const [{ baselineText }, { writeAtOnce }] = await Promise.all([
    import("../gate/baseline-file.ts"),
    import("../learn/write-new.ts"),
  ]);
  writeAtOnce(file, baselineText(entries), true);
}
