import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { InferOutput } from "valibot";
import { beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { type scanReport, scanReportJsonSchema } from "../../build/scan-report-schema.ts";
import { scan } from "../../src/scan.ts";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import type { ScanReport } from "../../src/scanner/report.ts";
import type { Scanner } from "../../src/scanner/scanner.ts";
import { tree } from "../scan/support/tree.ts";
import { builtScanner } from "../scanner/engine-build.ts";
import { zipFile } from "../skill/support/zip-file.ts";

const ajv = new Ajv({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } });
const fits = ajv.compile(scanReportJsonSchema());

/** Every optional field that a scan can fill, in a finding with a flow. */
const WHOLE: Scanner = {
  identity: { name: "other", digest: "0".repeat(64), external: true },
  renew() {},
  fixOf: () => "Do not.",
  scan: (files) => ({
    kind: "findings",
    files: files.map(() => ({ language: "python", state: "partly", reason: "too deep" })),
    observations: [
      {
        rule: "secret-sent",
        category: "api_exfiltration",
        severity: "critical",
        confidence: "high",
        file: 0,
        line: 1,
        column: 2,
        end_column: 9,
        context: "send(key)",
        context_column: 1,
        description: "a secret is sent",
        flow: [{ file: 0, line: 1, column: 2, context: "key", what: "a secret is read" }],
        layers: ["base64 text in python"],
        external: true,
      },
    ],
  }),
};

function report(path: string, scanner: Scanner): Promise<ScanReport> {
  return scan({ targets: [{ kind: "path", path }], scanner });
}

describe("the published schema of scan reports", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await builtScanner();
  });

  it("says what the type of the report says", () => {
    expectTypeOf<InferOutput<typeof scanReport>>().toExtend<ScanReport>();
    expectTypeOf<ScanReport>().toExtend<ReadonlyDeep<InferOutput<typeof scanReport>>>();
  });

  it("fits what a scan of everything at once reports", async () => {
    const root = tree({
      "a/SKILL.md": "# a",
      "a/run.py": "import os\nos.system(x)\neval(y)",
      "a/tools.zip": zipFile([{ name: "../x.sh", content: "id" }]),
      "b/SKILL.md": "# b",
      "b/big.py": "",
      "b/noise.dat": Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]),
    });
    truncateSync(join(root, "b/big.py"), 2 ** 30);
    symlinkSync("/etc/passwd", join(root, "b/link"));
    const found = await report(root, loadBuiltIn(folder));
    expect(found.findings.length).toBeGreaterThan(4);
    fits(JSON.parse(JSON.stringify(found)));
    expect(fits.errors).toBeNull();
  });

  it.each([
    ["a foreign scanner that fills every field", WHOLE],
    ["one that fails", { ...WHOLE, scan: () => ({ kind: "failed", why: "a trap" }) } satisfies Scanner],
  ])("fits the report of %s", async (_, scanner) => {
    fits(JSON.parse(JSON.stringify(await report(tree({ "a.py": "send(key)" }), scanner))));
    expect(fits.errors).toBeNull();
  });

  it("refuses what no scan reports", async () => {
    const found = await report(tree({ "a.py": "send(key)" }), WHOLE);
    for (const wrong of [{ verdict: "unsure" }, { findings: [{}] }, { safety_score: 2 }, { more: 1 }])
      expect(fits({ ...found, ...wrong })).toBe(false);
  });
});

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;
