import type { Finding, FlowStep, Spot } from "../../scanner/finding.ts";
import { placeOf } from "../scan-view.ts";
import { type ArtifactList, outerFile } from "./artifacts.ts";
import { message } from "./message.ts";
import { LEVEL, type RuleList } from "./rules.ts";

export interface ResultContext {
  readonly rules: RuleList;
  readonly artifacts: ArtifactList;
  /** What every result has to tell. */
  readonly marks: { readonly suppressions: boolean; readonly baseline: boolean };
}

export function resultOf(finding: Finding, context: ResultContext): object {
  const { rule, severity, description, fix, flow, fingerprint } = finding;
  const inside = finding.file !== undefined && outerFile(finding.file) !== finding.file;
  return {
    ruleId: rule,
    ruleIndex: context.rules.indexOf(finding),
    level: LEVEL[severity],
    message: message(
      [...(inside ? [`${placeOf(finding)}:`] : []), description, ...(fix === undefined ? [] : [fix])].join(" "),
    ),
    locations: [locationOf(finding, finding.file, finding.end_column, context.artifacts)],
    ...(flow === undefined ? {} : { codeFlows: [codeFlow(flow, context.artifacts)] }),
    partialFingerprints: { "wasmSandboxEvidence/v1": fingerprint },
    ...(context.marks.suppressions ? { suppressions: suppressions(finding) } : {}),
    ...(context.marks.baseline ? { baselineState: finding.suppressed?.by === "base" ? "unchanged" : "new" } : {}),
    properties: properties(finding),
  };
}

function codeFlow(flow: readonly FlowStep[], artifacts: ArtifactList): object {
  const steps = flow.map((step, index) => ({
    location: { ...locationOf(step, step.file, undefined, artifacts), message: message(step.what) },
    importance: index === 0 || index === flow.length - 1 ? "essential" : "important",
    executionOrder: index + 1,
  }));
  return { threadFlows: [{ locations: steps }] };
}

/** A place within an archive is told in words: its lines are not those of the file that the location names. */
function locationOf(
  spot: Spot,
  file: string | undefined,
  endColumn: number | undefined,
  artifacts: ArtifactList,
): object {
  const artifactLocation = artifacts.locationOf(file);
  if (file !== undefined && outerFile(file) !== file) return { physicalLocation: { artifactLocation } };
  return { physicalLocation: { artifactLocation, region: regionOf(spot, endColumn) } };
}

function regionOf({ line, column, context }: Spot, endColumn: number | undefined): object {
  return {
    startLine: Math.max(1, line),
    ...(column > 0 ? { startColumn: column } : {}),
    ...(endColumn !== undefined && endColumn > column && column > 0 ? { endColumn } : {}),
    ...(context === "" ? {} : { snippet: { text: context.toWellFormed() } }),
  };
}

function suppressions({ suppressed }: Finding): object[] {
  if (suppressed === undefined) return [];
  const { by, reason, until } = suppressed;
  const justification = until === undefined ? reason : `${reason} (until ${until})`;
  return [{ kind: "external", status: "accepted", justification, properties: { by } }];
}

function properties({ category, severity, confidence, skill, layers, external }: Finding): object {
  const given = { category, severity, confidence, skill, layers, external };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
