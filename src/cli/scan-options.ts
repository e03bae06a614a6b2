import { Option } from "commander";
import { SandboxError } from "../errors.ts";
import { FORMATS, type Format } from "../gate/formats.ts";
import { FAIL_ON, type FailOn } from "../scanner/objections.ts";
import type { ListFlags } from "./scan-list.ts";

export interface ScanFlags extends ListFlags {
  readonly stdinList?: true;
  readonly file?: string;
  readonly code?: string;
  readonly scanner?: string;
  readonly format?: Format;
  readonly output: readonly FormatAndFile[];
  readonly failOn?: FailOn;
  readonly minScore?: number;
  readonly config?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly baselineCoversBlock?: true;
  readonly diff?: string;
}

export interface FormatAndFile {
  readonly format: Format;
  readonly file: string;
}

export function scanOptions(): Option[] {
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
    new Option("--format <format>", "what to print (default: text on a terminal, otherwise json)").choices(FORMATS),
    new Option("--output <format=file>", "also write a file in this format; as often as there are formats")
      .argParser(oneMore)
      .default([], "none"),
    // The default is not commander's: the configuration stands between it and the flag.
    new Option(
      "--fail-on <what>",
      "exit with 1 at a finding as severe as this, or a skill with a verdict as bad (default: high)",
    ).choices(FAIL_ON),
    new Option("--min-score <number>", "exit with 1 when the safety score, 0 to 1, is below this").argParser(
      parseScore,
    ),
    new Option("--config <file>", "thresholds, outputs and ignores; read only when it is named"),
    new Option("--baseline <file>", "findings that are known, and do not count"),
    new Option("--write-baseline <file>", "write what is found now as a baseline"),
    new Option("--baseline-covers-block", "a baseline may hold what a verdict of block rests on, too"),
    new Option("--diff <commit>", "scan only skills touched since then, and fail only on what was added"),
  ];
}

function oneMore(text: string, before: readonly FormatAndFile[]): FormatAndFile[] {
  const at = text.indexOf("=");
  const format = FORMATS.find((known) => known === text.slice(0, at));
  const file = text.slice(at + 1);
  if (at > 0 && format !== undefined && file !== "") return [...before, { format, file }];
  throw new SandboxError("usage", `--output is not FORMAT=FILE: '${text}'`, {
    hint: `for example --output sarif=out.sarif; formats are ${FORMATS.join(", ")}`,
  });
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
