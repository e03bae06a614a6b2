import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../run/outcome.ts";

/** What lies outside of every grant. */
const CONTENT = "this is outside of every grant";

/** A folder that no grant covers, with one file in it. */
export function layOut(folder: string, name: string): string {
  const outside = join(folder, name);
  mkdirSync(outside);
  writeFileSync(join(outside, "secret.txt"), CONTENT);
  return outside;
}

/** How a guest got at it; undefined when it ran to its end and did not. */
export function breach(outcome: Outcome, outside: string): string | undefined {
  if (outcome.kind !== "returned") return `the attack did not get to its end: ${outcome.kind}`;
  if (outcome.text.includes(CONTENT)) return "a file outside was read";
  if (readFileSync(join(outside, "secret.txt"), "utf8") !== CONTENT) return "a file outside was changed";
  return readdirSync(outside).length > 1 ? "a file outside was created" : undefined;
}
