import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { scanSarif } from "../../src/report/scan-sarif.ts";
import { finding } from "./support/reports.ts";
import { hostileView, rich, view } from "./support/views.ts";

/** The schema of SARIF 2.1.0 as published: draft 4, of which this schema uses nothing that later drafts read otherwise. */
const file = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, "utf8"));
const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
const isSarif = ajv.compile(schema);

const suppressed = { by: "base", reason: "already in main" } as const;
const files = [{ file: "skills/a/x.bin", language: "other", state: "skipped", reason: "no text" }] as const;
const gaps = view([rich()]);

describe("SARIF is valid by its schema", () => {
  it.each([
    ["of nothing", view([])],
    ["with flows and layers", view([rich()], {}, ["1 finding at or above high"])],
    [
      "with suppressed findings and notes",
      view([rich(), finding({ suppressed })], { suppressed_findings: 1, notes: ["x"] }),
    ],
    [
      "with files that were not analysed",
      { ...gaps, report: { ...gaps.report, skills: gaps.report.skills.map((each) => ({ ...each, files })) } },
    ],
    ["of another scanner", view([finding({ external: true, rule: "unheard-of" })])],
    ["of hostile text", hostileView()],
    [
      "of files in archives, far away and without a name",
      view(["a.zip!/b/c.py", "/abs/x y.py", "\ud800"].map((each) => finding({ file: each }))),
    ],
  ])("%s", (_name, given) => {
    isSarif(JSON.parse(scanSarif(given)));
    expect(isSarif.errors ?? []).toEqual([]);
  });

  it("and the schema notices what is not", () => {
    const log = JSON.parse(scanSarif(view([rich()])));
    log.runs[0].results[0].message = {};
    expect(isSarif(log)).toBe(false);
  });
});
