import { neutraliseJson } from "./neutralise.ts";

/** One JSON object on a line of its own, spelt so that nothing in it acts on a terminal or in a CI log. */
export function jsonLine(value: unknown): string {
  return `${neutraliseJson(JSON.stringify(value))}\n`;
}
