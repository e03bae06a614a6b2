import { type Body, instructionsOf, localsOf } from "./body.ts";
import type { Facts } from "./facts.ts";
import { COUNTED, type Leaves, regionsOf } from "./regions.ts";

/**
 * Small functions that call nothing, turn no loop and are not exported, with what a call of each costs.
 *
 * They charge nothing themselves: a function that calls one by its index pays for it in advance. So engines can go on
 * building them into their callers, and a loop that calls nothing else keeps its fuel in a local. A call through a table
 * does not know what it calls, and pays for itself alone: at most `MAX_COST` instructions go unpaid with it.
 */
export function leavesOf(bodies: readonly Body[], facts: Facts): Leaves {
  const exported = new Set(facts.module.exports.filter(({ kind }) => kind === "function").map(({ index }) => index));
  const imported = facts.functions.length - bodies.length;
  const leaves = new Map<number, number>();
  for (const [place, body] of bodies.entries()) {
    const index = imported + place;
    const cost = exported.has(index) ? undefined : leafCost(body, facts);
    if (cost !== undefined) leaves.set(index, cost);
  }
  return leaves;
}

function leafCost(body: Body, facts: Facts): number | undefined {
  if (body.end - body.start > MAX_BYTES) return undefined;
  const [own, ...loops] = regionsOf(instructionsOf(body, localsOf(body), COUNTED), facts, NONE);
  return own?.callFree === true && loops.length === 0 && own.cost <= MAX_COST ? own.cost : undefined;
}

const NONE: Leaves = new Map();
const MAX_COST = 32;
/** As many instructions are rarely longer, and the others need not be looked at twice. */
const MAX_BYTES = 128;
