import type { State } from "../doctor/check.ts";
import type { Diagnosis, Row } from "../doctor/doctor.ts";
import { neutralise } from "./neutralise.ts";

/** How a terminal shows what a pipe gets plain. */
export interface DoctorPalette {
  readonly state: Readonly<Record<State, (text: string) => string>>;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string) => text;
const PLAIN: DoctorPalette = { state: { holds: plain, weaker: plain, absent: plain }, heading: plain, faint: plain };

/** The page that `doctor` prints for people. */
export function doctorText({ machine, promises, missing }: Diagnosis, palette: DoctorPalette = PLAIN): string {
  const width = Math.max(...machine.map(({ title }) => title.length));
  const lines = [
    palette.heading("Machine"),
    ...machine.flatMap((row) => [
      `  ${state(row, palette)}  ${row.title.padEnd(width)}  ${detail(row)}`,
      ...fix(row, width + 12, palette),
    ]),
    "",
    palette.heading("Promises"),
    ...promises.flatMap((row) => [
      `  ${state(row, palette)}  ${row.title}`,
      palette.faint(`${" ".repeat(10)}${detail(row)}`),
      ...fix(row, 10, palette),
    ]),
    "",
    verdict(missing, [...machine, ...promises]),
  ];
  return `${lines.join("\n")}\n`;
}

function state(row: Row, palette: DoctorPalette): string {
  return palette.state[row.state](row.state.padEnd(6));
}

function detail(row: Row): string {
  return neutralise(row.detail);
}

function fix(row: Row, indent: number, palette: DoctorPalette): string[] {
  return row.fix === undefined ? [] : [palette.faint(`${" ".repeat(indent)}fix: ${neutralise(row.fix)}`)];
}

function verdict(missing: readonly string[], rows: readonly Row[]): string {
  if (missing.length > 0) return `Nothing can be run: ${missing.join(", ")}`;
  const less = rows.filter((row) => row.state !== "holds").length;
  return less === 0
    ? "Everything holds."
    : `Components can be run; ${less} of ${rows.length} hold less than they could.`;
}
