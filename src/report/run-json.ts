import type { CapabilityDecision } from "../broker/broker.ts";
import type { RunRequest, RunResult } from "../run.ts";

/** The whole run as one JSON object on one line: `run --json`. */
export function runJson(
  component: string,
  { grants, limits }: RunRequest,
  result: RunResult,
  decisions: readonly CapabilityDecision[],
  exit: number,
): string {
  const object = {
    component,
    digest: result.digest,
    run: result.run,
    outcome: result.outcome,
    exit,
    grants,
    limits: {
      timeout_ms: limits.timeoutMs,
      max_memory_bytes: limits.maxMemoryBytes,
      max_output_bytes: limits.maxOutputBytes,
    },
    walls: result.walls,
    decisions,
    changed_files: result.changedFiles,
    ...(result.auditHead === undefined ? {} : { audit_head: result.auditHead }),
  };
  return `${JSON.stringify(object)}\n`;
}
