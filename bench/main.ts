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
const checks = process.argv.includes("--check");
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (only.length === 0 || only.includes(name)) figures.push(...(await measured(measure)));
}
for (const figure of figures) console.log(line(figure));
if (checks && figures.some(isBroken)) {
  console.error("a promise is broken");
  process.exitCode = 1;
}

/** What else a machine does for a moment breaks a promise now and then; one that is broken is broken twice. */
async function measured(measure: () => Promise<Figure[]>): Promise<Figure[]> {
  const first = await measure();
  const broken = first.filter(isBroken);
  if (!checks || broken.length === 0) return first;
  for (const figure of broken) console.error(`measured again: ${line(figure)}`);
  const second = await measure();
  return first.map((figure) =>
    isBroken(figure) ? (second.find(({ name }) => name === figure.name) ?? figure) : figure,
  );
}
