import type { Grants } from "./grants.ts";
import { DENY_FLAGS } from "./layer.ts";

interface Decided {
  readonly capability: string;
  readonly rule: string;
  readonly hint: string | undefined;
}

/**
 * A decision with the place where its rule was written, if that is not the command line itself. What no grant covers
 * because the whole capability is denied was decided by that denial, and no flag would help.
 */
export function attributed<T extends Decided>(grants: Grants, decision: T): T {
  const denial = BARE_DENIALS[decision.capability];
  if (decision.rule === "default-deny" && denial !== undefined && Object.hasOwn(grants.sources, denial)) {
    return { ...decision, rule: withSource(grants, denial), hint: undefined };
  }
  return { ...decision, rule: withSource(grants, decision.rule) };
}

/** By the capability as decisions name it. */
const BARE_DENIALS: Readonly<Record<string, string>> = {
  "filesystem-read": DENY_FLAGS.fsRead,
  "filesystem-write": DENY_FLAGS.fsWrite,
  network: DENY_FLAGS.network,
};

function withSource({ sources }: Grants, rule: string): string {
  const source = Object.hasOwn(sources, rule) ? sources[rule] : undefined;
  // A flag stands for itself, however its path was spelled.
  return source === undefined || /^--[^\s,]*$/.test(source) ? rule : `${rule} (${source})`;
}
