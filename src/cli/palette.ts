import { Chalk } from "chalk";
import type { Palette } from "../report/scan-text.ts";

/** Colours of a terminal that shows sixteen. */
export function terminalPalette(): Palette {
  const chalk = new Chalk({ level: 1 });
  const bySeverity = { low: chalk.blue, medium: chalk.yellow, high: chalk.red, critical: chalk.bold.red };
  const byVerdict = { safe: chalk.green, review: chalk.yellow, block: chalk.bold.red };
  return {
    severity: (severity, text) => bySeverity[severity](text),
    verdict: (verdict, text) => byVerdict[verdict](text),
    place: chalk.bold,
    faint: chalk.dim,
  };
}
