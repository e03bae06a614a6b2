import { beforeAll, expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";
import { hostileMarkdown } from "./hostile-markdown.ts";

/** Steps that one byte may cost; what is measured lies below a third of it. */
const STEPS_PER_BYTE = 90;
const FIXED_STEPS = 2 ** 18;
/** Long enough in the gate too to tell work that grows with the square. */
const LONG = amount(250_000, 1_000_000);

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test.each(Object.entries(hostileMarkdown(LONG)))("reads %s in steady time", (_name, text) => {
  const steps = scanner.steps({ "SKILL.md": text });
  expect(steps).toBeLessThan(FIXED_STEPS + STEPS_PER_BYTE * Buffer.byteLength(text));
});
