import { beforeAll, expect, test } from "vitest";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";
import { filesOf, replaced } from "./rule-examples.ts";

const LONG = 60_000;
/** Folding may take so many steps before the length of the file bounds it: a sudden rise up to there is no growth. */
const FOLDING_STEPS = 2 ** 20;
/** Beginnings of one example that are tried: of a longer one, so many at even distances. */
const PREFIXES = 80;

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test.each(rules)(
  "$id: twice the length is at most twice the work, for every beginning of every bad example",
  (rule) => {
    for (const example of rule.bad) {
      for (const { path, text } of filesOf(example)) {
        for (const prefix of prefixes(text)) {
          const times = 2 * Math.ceil(LONG / prefix.length / 4); // even: a quote left open changes what all others mean
          const half = scanner.steps(replaced(example, path, prefix.repeat(times)));
          const whole = scanner.steps(replaced(example, path, prefix.repeat(times * 2)));
          expect(whole, JSON.stringify(prefix)).toBeLessThan(2.3 * half + FOLDING_STEPS);
        }
      }
    }
  },
);

function prefixes(code: string): string[] {
  const step = Math.max(1, Math.floor(code.length / PREFIXES));
  return Array.from({ length: Math.ceil(code.length / step) }, (_, i) => code.slice(0, 1 + i * step));
}
