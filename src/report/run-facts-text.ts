import type { Limits } from "../policy/limits.ts";
import type { RunFacts } from "../run/facts.ts";
import { neutralise } from "./neutralise.ts";

/** What `run --verbose` adds to stderr. */
export function runFactsText(facts: RunFacts, walls: string, limits: Limits): string {
  const { engine, cached, hostCalls, peakResidentBytes } = facts;
  const engineState = engine.pinned ? "pinned, digest verified" : "not the pinned one";
  const peak = peakResidentBytes === undefined ? "unknown" : mebibytes(peakResidentBytes);
  const lines = {
    isolation: isolationText(facts),
    walls,
    engine: `${engine.path} (Node ${engine.version}, ${engineState})`,
    limits: limitsText(limits),
    prepared: cached === undefined ? "not reached" : cached ? "from the cache" : "afresh",
    time: timesText(facts),
    guest: `peak resident ${peak}, requests to the host ${hostCalls}`,
  };
  return Object.entries(lines)
    .map(([name, text]) => `${`${name}:`.padEnd(11)}${neutralise(text)}\n`)
    .join("");
}

function isolationText({ isolation: { asked, used, passedOver } }: RunFacts): string {
  const reasons = passedOver.map(({ name, missing, fix }) => `${name} passed over: ${missing}; fix: ${fix}`);
  return asked === "auto" ? `${used} (${["auto", ...reasons].join("; ")})` : used;
}

/** Every limit by the name of its flag: a new one shows up here by itself. */
function limitsText(limits: Limits): string {
  return Object.entries(limits)
    .map(([name, value]) => `${wordsOf(name)} ${value === undefined ? "off" : amount(name, value)}`)
    .join(", ");
}

function wordsOf(name: string): string {
  const plain = name.replace(/(Ms|Bytes)$/, "");
  return plain.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function amount(name: string, value: number): string {
  if (name.endsWith("Ms")) return `${value / 1000}s`;
  return name.endsWith("Bytes") ? mebibytes(value) : String(value);
}

function mebibytes(bytes: number): string {
  const rounded = Math.round((bytes / 2 ** 20) * 10) / 10;
  return rounded === 0 && bytes > 0 ? `${bytes} bytes` : `${rounded}MiB`;
}

function timesText({ times }: RunFacts): string {
  const known = Object.entries(times).flatMap(([name, value]) =>
    value === undefined ? [] : `${name} ${Math.round(value)} ms`,
  );
  return known.length === 0 ? "not reached" : known.join(", ");
}
