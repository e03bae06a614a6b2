import { pythonSamples } from "./python-samples.ts";

/** About 120 KB of Python as a library would hold it: the samples again and again, as functions of changing depth and name. */
export function plausibleModule(): string {
  const parts = Array.from({ length: 24 }, (_, round) =>
    pythonSamples.map((sample, i) => wrap(sample, round, i)).join("\n"),
  );
  return parts.join("\n");
}

function wrap(sample: string, round: number, index: number): string {
  return round % 3 === 0 ? sample : `async def part_${round}_${index}(self):\n${indent(sample, 4 * (round % 3))}\n`;
}

function indent(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(width));
}
