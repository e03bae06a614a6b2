import { Pass, type PassOptions } from "./scanner/pass.ts";
import type { ScanReport } from "./scanner/report.ts";
import type { Scanner } from "./scanner/scanner.ts";
import { collect, type Target } from "./skill/collect.ts";

export interface ScanRequest extends PassOptions {
  readonly targets: readonly Target[];
  readonly scanner: Scanner;
  /** Called with the number of files met so far, before each. */
  readonly onProgress?: (files: number) => void;
  /** Ends the scan early; the report is then of what was seen before. */
  readonly signal?: AbortSignal;
}

/**
 * Scans what the targets name, one skill at a time. What a file does to the scanner is a finding, never an exception.
 *
 * @throws SandboxError `not-found`, `unreadable` for a target that cannot be read; `internal` for a broken scanner
 */
export async function scan(request: ScanRequest): Promise<ScanReport> {
  const pass = new Pass(request.scanner, request);
  const breathe = breather();
  let files = 0;
  for (const item of collect(request.targets)) {
    request.onProgress?.(files++);
    await pass.take(item);
    await breathe();
    if (request.signal?.aborted === true) return pass.report();
  }
  await pass.finish();
  return pass.report();
}

/** A long scan holds the event loop for this long at most, so that a signal or another caller gets its turn. */
const TURN_NS = 50_000_000n;

function breather(): () => Promise<void> {
  // Not performance.now(): the first look at `performance` loads a module for more than a millisecond.
  let turn = process.hrtime.bigint();
  return async () => {
    if (process.hrtime.bigint() - turn < TURN_NS) return;
    await new Promise(setImmediate);
    turn = process.hrtime.bigint();
  };
}
