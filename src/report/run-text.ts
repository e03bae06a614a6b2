import type { CapabilityDecision } from "../broker/broker.ts";
import type { DirGrant, Grants, NetworkGrants, PathGrants } from "../policy/grants.ts";
import { flagOfLimit } from "../policy/limit-names.ts";
import type { Outcome } from "../run/outcome.ts";
import type { RunResult } from "../run/request.ts";
import { detailLines } from "./error-text.ts";
import { neutralise } from "./neutralise.ts";

/** The seed's header, byte for byte where nothing is granted. */
export function runHeader(component: string, grants: Grants, capped: readonly string[] = []): string {
  return [
    "=== WASM Sandbox - Running Skill Component ===",
    `Component: ${neutralise(component)}`,
    "Capabilities:",
    `  filesystem-read:  ${pathsState(grants.fsRead)}`,
    `  filesystem-write: ${pathsState(grants.fsWrite)}`,
    `  network:          ${networkState(grants.network)}`,
    ...granted("env:             ", Object.keys(grants.env)),
    ...granted("dirs:            ", grants.dirs.map(dirState)),
    ...capped.map((rule) => `  not granted:      ${neutralise(rule)}`),
    "",
    "",
  ].join("\n");
}

/** A guest may be denied a million times; a person reads the first of them, and the count. */
export const MAX_SHOWN = 200;

/** One decision as the seed words it, and for a denial the flag that would allow it. */
export function decisionText(name: string, decision: CapabilityDecision): string {
  const call = `${decision.capability}.${decision.operation}(${neutralise(JSON.stringify(decision.argument))})`;
  const component = `Component '${neutralise(name)}'`;
  if (decision.allowed) return `[ALLOWED] ${component} ${call}\n`;
  const hint = decision.hint === undefined ? ruleText(decision.rule) : `  hint: ${neutralise(decision.hint)}\n`;
  return `[DENIED] ${component} attempted ${call} without permission\n${hint}`;
}

/** Where no flag would help, the rule says why. */
function ruleText(rule: string): string {
  return rule === "default-deny" ? "" : `  rule: ${neutralise(rule)}\n`;
}

type Change = RunResult["changedFiles"][number];

/** Every file and folder that the run created, changed or removed; of very many the first. */
export function changedFilesText(files: readonly Change[], omitted: number): string {
  const lines = files.slice(0, MAX_LISTED).map((file) => `[${changeWord(file)}] ${neutralise(file.path)}\n`);
  const more = files.length - lines.length + omitted;
  if (more > 0) lines.push(`… and ${more} more files\n`);
  return lines.join("");
}

const MAX_LISTED = 200;

function changeWord({ created, removed }: Change): string {
  if (removed) return "REMOVED";
  return created ? "CREATED" : "CHANGED";
}

export const RESULT_HEADING = "\n=== Component Result ===\n";

/** What there is to say on stderr about how a run ended; nothing for a result. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "returned":
      return "";
    case "exited":
      return outcome.code === 0 ? "" : `[EXIT] the component exited with ${outcome.code}\n`;
    case "trapped":
      return `[TRAP] ${neutralise(outcome.message)}\n`;
    case "rejected":
      return `[INVALID] ${neutralise(outcome.message)}\n`;
    case "limit":
      return `[LIMIT] ${neutralise(outcome.limit)}: ${neutralise(outcome.reason)}\n${limitHint(outcome.limit)}`;
    case "refused":
      return `[REFUSED] ${neutralise(outcome.reason)}\n${detailLines(outcome.details)}  hint: ${neutralise(outcome.hint)}\n`;
    case "interrupted":
      return `[INTERRUPTED] ${outcome.signal}\n`;
  }
}

function limitHint(limit: string): string {
  const flag = flagOfLimit(limit);
  return flag === undefined ? "" : `  hint: ${flag}\n`;
}

function pathsState({ all, paths, ordinary = [], denied }: PathGrants): string {
  return state(all, [...paths, ...ordinary], denied);
}

function networkState({ all, hosts, tcp, denied }: NetworkGrants): string {
  const texts = [...hosts, ...tcp].map(({ text }) => text);
  return state(
    all,
    texts,
    denied.map(({ text }) => text),
  );
}

function dirState({ host, guest, readOnly }: DirGrant): string {
  return `${host} as ${guest}${readOnly ? " (read-only)" : ""}`;
}

function state(all: boolean, named: readonly string[], denied: readonly string[]): string {
  if (!all && named.length === 0) return "DENIED";
  const except = denied.length === 0 ? "" : ` except ${neutralise(denied.join(", "))}`;
  return `ALLOWED${all ? "" : ` (${neutralise(named.join(", "))})`}${except}`;
}

/** The seed has no such line: it stands only where there is something to say. */
function granted(title: string, named: readonly string[]): string[] {
  return named.length === 0 ? [] : [`  ${title} ALLOWED (${neutralise(named.join(", "))})`];
}
