import { neutraliseJson } from "./neutralise.ts";
import { ArtifactList } from "./sarif/artifacts.ts";
import { BASE_ID } from "./sarif/base-id.ts";
import { notifications } from "./sarif/notifications.ts";
import { resultOf } from "./sarif/result.ts";
import { RuleList } from "./sarif/rules.ts";
import type { ScanView } from "./scan-view.ts";

/**
 * SARIF 2.1.0, as GitHub code scanning and others read it.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function scanSarif(view: ScanView): string {
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run(view)],
  };
  return `${neutraliseJson(JSON.stringify(log, null, 2))}\n`;
}

function run({ report, rules: book, version, objections }: ScanView): object {
  const rules = new RuleList(book);
  const artifacts = new ArtifactList();
  // All results tell whether they are suppressed, or none does; and so for what is new.
  const marks = {
    suppressions: report.suppressed_findings !== undefined,
    baseline: report.findings.some(({ suppressed }) => suppressed?.by === "base"),
  };
  const results = report.findings.map((finding) => resultOf(finding, { rules, artifacts, marks }));
  const told = notifications(report);
  return {
    tool: {
      driver: { name: "wasm-sandbox", version, semanticVersion: version, ...scannerFacts(report), rules: rules.list },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [BASE_ID]: { description: { text: "The folder in which the scan was started." } } },
    invocations: [{ executionSuccessful: true, ...told }],
    artifacts: artifacts.list,
    results,
    properties: {
      verdict: report.verdict,
      safetyScore: report.safety_score,
      objections,
      skills: report.skills.map(({ path, verdict, confidence, safety_score: safetyScore, reasons }) => ({
        ...(path === undefined ? {} : { path }),
        verdict,
        confidence,
        safetyScore,
        reasons,
      })),
    },
  };
}

function scannerFacts({ scanner: { external, name, digest, rules } }: ScanView["report"]): object {
  return { properties: { scanner: external ? name : "built-in", digest, ...(rules === undefined ? {} : { rules }) } };
}
