import type { CapabilityDecision } from "../broker/broker.ts";
import { describeGrants } from "../policy/describe.ts";
import type { Outcome } from "../run/outcome.ts";
import type { RunRequest, RunResult } from "../run.ts";
import { neutraliseJson } from "./neutralise.ts";

/** What a run printed and decided, beside its result. */
export interface RunRecord {
  readonly stdout: string;
  readonly stderr: string;
  readonly decisions: readonly CapabilityDecision[];
  /** Decisions that are not listed. */
  readonly omitted: number;
}

/** The whole run as one JSON object on one line: `run --json`. */
export function runJson(request: RunRequest, result: RunResult, record: RunRecord, exit: number): string {
  const { component, grants, limits } = request;
  const object = {
    component,
    digest: result.digest,
    run: result.run,
    outcome: result.outcome,
    exit,
    ...(isWave(result.outcome) ? { result: result.outcome.text } : {}),
    stdout: record.stdout,
    stderr: record.stderr,
    grants: describeGrants(grants),
    capped: request.capped ?? [],
    limits: {
      timeout_ms: limits.timeoutMs,
      ...(limits.fuel === undefined ? {} : { fuel: limits.fuel }),
      max_memory_bytes: limits.maxMemoryBytes,
      max_table_elements: limits.maxTableElements,
      max_output_bytes: limits.maxOutputBytes,
    },
    ...(result.fuelUsed === undefined ? {} : { fuel_used: result.fuelUsed }),
    walls: result.walls,
    decisions: record.decisions,
    decisions_omitted: record.omitted,
    changed_files: result.changedFiles,
    changes_omitted: result.changesOmitted,
    notes: result.notes,
    ...(result.auditHead === undefined ? {} : { audit_head: result.auditHead }),
  };
  return `${neutraliseJson(JSON.stringify(object))}\n`;
}

/** The value of an invoked function stands by itself, beside how the run ended. */
function isWave(outcome: Outcome): outcome is Extract<Outcome, { kind: "returned" }> {
  return outcome.kind === "returned" && outcome.wave === true;
}
