import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rulesDocument } from "../../build/rules-document.ts";

it("RULES.md is what make docs writes", () => {
  const text = readFileSync(join(import.meta.dirname, "../../RULES.md"), "utf8");
  expect(text === rulesDocument(), "run make docs").toBe(true);
});
