import { expect, test } from "vitest";
import { loadCountingScanner } from "../engine-scan.ts";
import { dataMixtures, dataTrouble } from "./data-fuzz.ts";

test("100,000 mutated files neither trap nor run in circles", async () => {
  const scanner = await loadCountingScanner();
  for (const { path, text } of dataMixtures(100_000, 2)) {
    expect(dataTrouble(scanner, path, text), `${path} ${JSON.stringify(text)}`).toBeUndefined();
  }
});
