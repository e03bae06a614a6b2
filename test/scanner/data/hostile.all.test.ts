import { expect, test } from "vitest";
import { loadCountingScanner } from "../engine-scan.ts";
import { dataMixtures, dataTrouble } from "./data-fuzz.ts";

test("101,500 mutated files neither trap nor run in circles", async () => {
  const scanner = await loadCountingScanner();
  for (const { path, text } of [...dataMixtures(1_500, 1), ...dataMixtures(100_000, 2)]) {
    expect(dataTrouble(scanner, path, text), `${path} ${JSON.stringify(text)}`).toBeUndefined();
  }
});
