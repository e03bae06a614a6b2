import { Chalk } from "chalk";
import type { Verdict } from "../doctor/attack.ts";
import type { DoctorPalette } from "../report/doctor-text.ts";

const chalk = new Chalk({ level: 1 });

/** Colours of a terminal that shows sixteen. */
export const DOCTOR_PALETTE: DoctorPalette = {
  state: { holds: chalk.green, weaker: chalk.yellow, absent: chalk.red },
  heading: chalk.bold,
  faint: chalk.dim,
};

export const VERDICT_COLOURS: Readonly<Record<Verdict, (text: string) => string>> = {
  contained: chalk.green,
  "NOT contained": chalk.bold.red,
  skipped: chalk.yellow,
};
