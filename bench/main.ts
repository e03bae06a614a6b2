import { analysis } from "./analysis.ts";
import { detection } from "./detection/promises.ts";
import { type Figure, isBroken, line } from "./figure.ts";
import { fuel } from "./fuel.ts";
import { host } from "./host.ts";
import { isolation } from "./isolation.ts";
import { runs } from "./runs.ts";
import { scans } from "./scans.ts";

// Figures are ratios against bare node or CPython in the same run, so that a slow or busy machine changes both sides.
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const groups = { runs, host, isolation, scans, analysis, fuel, detection };
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (only.length === 0 || only.includes(name)) figures.push(...(await measure()));
}
for (const figure of figures) console.log(line(figure));
if (process.argv.includes("--check") && figures.some(isBroken)) {
  console.error("a promise is broken");
  process.exitCode = 1;
}
