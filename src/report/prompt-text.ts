import type { CapabilityDecision } from "../broker/broker.ts";
import { neutralise } from "./neutralise.ts";

/** The question of `run --prompt`. What the component asks for is its own text: one harmless line. */
export function promptText(
  name: string,
  { capability, operation, argument, rule, hint = "" }: CapabilityDecision,
): string {
  return [
    `[ASK] Component '${neutralise(name)}' wants ${capability}.${operation}(${neutralise(JSON.stringify(argument))})`,
    `  denied by ${neutralise(rule)}; ${neutralise(hint)} would allow it`,
    "  (o)nce, (a)lways in this run, or deny? [deny] ",
  ].join("\n");
}
