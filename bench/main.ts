import { fuel } from "./fuel.ts";
import { host } from "./host.ts";
import { isolation } from "./isolation.ts";
import { runs } from "./runs.ts";
import { scans } from "./scans.ts";

/** One measured figure. A ceiling or floor is a promise that `--check` holds us to; a figure without one is reported. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

// Figures are ratios against bare node or CPython in the same run, so that a slow or busy machine changes both sides.
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const groups = { runs, host, isolation, scans, fuel };
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (only.length === 0 || only.includes(name)) figures.push(...(await measure()));
}
for (const figure of figures) console.log(line(figure));
if (process.argv.includes("--check") && figures.some(isBroken)) {
  console.error("a promise is broken");
  process.exitCode = 1;
}

function line(figure: Figure): string {
  const { name, value, unit, atMost, atLeast } = figure;
  const promise = [
    atMost === undefined ? "" : `at most ${round(atMost)}`,
    atLeast === undefined ? "" : `at least ${round(atLeast)}`,
  ].join("");
  const verdict = promise === "" ? "reported" : isBroken(figure) ? `BROKEN (${promise})` : `ok (${promise})`;
  return `${name.padEnd(58)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(16)} ${verdict}`;
}

function isBroken({ value, atMost, atLeast }: Figure): boolean {
  return (atMost !== undefined && !(value <= atMost)) || (atLeast !== undefined && !(value >= atLeast));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
