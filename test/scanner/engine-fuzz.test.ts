import { expect, test } from "vitest";
import { mixtures, trouble } from "./engine-fuzz.ts";
import { loadCountingScanner } from "./engine-scan.ts";

test("500 mutated files neither trap nor run in circles", async () => {
  const scanner = await loadCountingScanner();
  for (const code of mixtures(500, 1)) expect(trouble(scanner, code), JSON.stringify(code)).toBeUndefined();
});
