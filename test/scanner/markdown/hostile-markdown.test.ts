import { beforeAll, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";
import { hostileMarkdown } from "./hostile-markdown.ts";

/** Steps that one byte may cost; what is measured lies below a third of it. */
const STEPS_PER_BYTE = 90;
const FIXED_STEPS = 2 ** 18;

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test.each(Object.entries(hostileMarkdown))("reads %s in steady time", (_name, text) => {
  const steps = scanner.steps({ "SKILL.md": text });
  expect(steps).toBeLessThan(FIXED_STEPS + STEPS_PER_BYTE * Buffer.byteLength(text));
});
