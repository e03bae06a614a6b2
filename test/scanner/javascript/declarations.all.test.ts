import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { javascriptProbeMaker } from "../parser-probe.ts";
import { installedFiles } from "./installed-files.ts";

test("the declaration files of the installed packages hold no calls, and are read without a complaint", async () => {
  const probe = (await javascriptProbeMaker())("ts");
  const files = installedFiles(/\.d\.[mc]?ts$/);
  const odd = files.filter((file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const { errors, cutoffs } = probe.parse(bytes);
    return errors + cutoffs > 0 || probe.calls(bytes).length > 0;
  });
  expect(odd).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});
