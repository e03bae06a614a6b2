import type { Effect } from "../compile-rules.ts";

/** Marks a label's bit; without a mark the number is a rule's index. */
export const LABEL_EFFECT = 0x8000;
/** Marks a line pattern that is to be asked. */
export const LINE_EFFECT = 0x4000;

export function encodeEffect(effect: Effect): number {
  if ("line" in effect) return LINE_EFFECT | effect.line;
  return "rule" in effect ? effect.rule : LABEL_EFFECT | effect.bit;
}

/** What a finding waits for: see `needs` of a rule. */
export const WAITS = { Nothing: 0, Secret: 1, Host: 2 } as const;
