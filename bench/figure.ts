/** One measured figure. A ceiling or floor is a promise that `--check` holds us to; a figure without one is reported. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** For people, with what became of the promise. */
export function line(figure: Figure): string {
  const { name, value, unit, atMost, atLeast } = figure;
  const promise = [
    atMost === undefined ? "" : `at most ${round(atMost)}`,
    atLeast === undefined ? "" : `at least ${round(atLeast)}`,
  ].join("");
  const verdict = promise === "" ? "reported" : isBroken(figure) ? `BROKEN (${promise})` : `ok (${promise})`;
  return `${name.padEnd(58)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(16)} ${verdict}`;
}

export function isBroken({ value, atMost, atLeast }: Figure): boolean {
  return (atMost !== undefined && !(value <= atMost)) || (atLeast !== undefined && !(value >= atLeast));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
