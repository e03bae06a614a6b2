import type { Statement } from "../policy/explain.ts";
import type { PolicySettings } from "../policy/policy-file.ts";
import type { PastRun } from "../why/past-run.ts";
import type { Verdict } from "../why/verdict.ts";
import { neutralise } from "./neutralise.ts";

/** Verdicts as `why` prints them. */
export function verdictsText(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      (verdict) =>
        `${verdictLines(verdict)
          .map((line) => neutralise(line))
          .join("\n")}\n`,
    )
    .join("");
}

/** A run of the audit log as `why RUN-ID` prints it. */
export function pastRunText({ run, target, outcome, decisions, omitted }: PastRun): string {
  const lines = [
    `Run ${run} of ${target ?? "(not started)"}: ${outcome ?? "not finished"}`,
    ...decisions.map(({ allowed, capability, operation, argument, rule, repeated }) => {
      const times = repeated === 1 ? "" : `, ${repeated} times`;
      return `${allowed ? "allowed" : "denied "} ${capability}.${operation}(${JSON.stringify(argument)}) by ${rule}${times}`;
    }),
    ...(decisions.length === 0 ? ["It asked for nothing"] : []),
    ...(omitted > 0 ? [`… and ${omitted} more decisions`] : []),
  ];
  return `${lines.map((line) => neutralise(line)).join("\n")}\n`;
}

/** Effective grants as `policy explain` prints them. */
export function statementsText(
  file: string,
  statements: readonly Statement[],
  limits: readonly string[],
  settings: PolicySettings,
  capped: readonly string[],
): string {
  const width = Math.min(60, Math.max(0, ...statements.map(({ words }) => words.length)));
  const lines = [
    `With ${file}, a component`,
    ...(statements.some(({ effect }) => effect === "allow") ? [] : ["  may touch nothing"]),
    ...statements.map(({ words, source }) => `  ${words.padEnd(width)}  ${source}`),
    `Limits: ${limits.join(", ")}`,
    `Settings: ${settingWords(settings).join(", ")}`,
    ...capped.map((rule) => `Not granted: ${rule}`),
  ];
  return `${lines.map((line) => neutralise(line)).join("\n")}\n`;
}

function settingWords({ isolation, requireWalls, deterministic, auditLog }: PolicySettings): string[] {
  return [
    `isolation ${isolation ?? "auto"}`,
    `require-walls ${requireWalls === true ? "yes" : "no"}`,
    `deterministic ${deterministic === true ? "yes" : "no"}`,
    `audit-log ${auditLog ?? "none"}`,
  ];
}

function verdictLines({ request, allowed, rule, reason, hint }: Verdict): string[] {
  return [
    `${allowed ? "allowed" : "denied"}: ${request}`,
    `  rule: ${rule}${reason === undefined ? "" : ` (${reason})`}`,
    ...(allowed ? [] : [hint === undefined ? "  no flag would allow it" : `  would allow it: ${hint}`]),
  ];
}
