import { SandboxError } from "../errors.ts";
import { Pass, type PassOptions } from "../scanner/pass.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { collect } from "../skill/collect.ts";

export interface ListScan extends PassOptions {
  /** Files and folders, as somebody would name them on the command line. */
  readonly paths: AsyncIterable<string> | Iterable<string>;
  readonly scanner: Scanner;
  /** A path that cannot be scanned: the others still are. */
  readonly onUnreadable: (path: string, error: SandboxError) => void;
  /** Awaited after each path. */
  readonly breathe: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * Scans each path of a list, which may be longer than what fits into memory. Each has the budget of a scan of its own.
 *
 * @throws SandboxError `internal` for a broken scanner
 */
export async function scanList({
  paths,
  scanner,
  onUnreadable,
  breathe,
  signal,
  ...options
}: ListScan): Promise<ScanReport> {
  const pass = new Pass(scanner, options);
  for await (const path of paths) {
    if (signal?.aborted === true) return pass.report();
    try {
      for (const item of collect([{ kind: "path", path }])) await pass.take(item);
    } catch (error) {
      if (!(error instanceof SandboxError) || error.code === "internal") throw error;
      onUnreadable(path, error);
    }
    await breathe();
  }
  await pass.finish();
  return pass.report();
}
