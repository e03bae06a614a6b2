import type { Target } from "../skill/collect.ts";
import { countFiles } from "../skill/count-files.ts";
import type { Output } from "./output.ts";

const INTERVAL_NS = 100_000_000n;
const WIDTH = 30;

export interface Progress {
  /** So many files were met. */
  show(files: number): void;
  clear(): void;
}

/** A bar on one line of the terminal for scans that take a while; nothing at all when nobody watches. */
export function showProgress(output: Output, targets: readonly Target[]): Progress {
  if (!output.errIsTerminal) return { show: () => {}, clear: () => {} };
  let last = process.hrtime.bigint();
  let total: number | undefined;
  return {
    show(files) {
      if (process.hrtime.bigint() - last < INTERVAL_NS) return;
      last = process.hrtime.bigint();
      total ??= countFiles(targets);
      output.err(`\r${bar(files, total)}`);
    },
    clear() {
      if (total !== undefined) output.err("\r\x1b[K");
    },
  };
}

function bar(files: number, total: number): string {
  const filled = Math.min(WIDTH, Math.round((files / Math.max(1, total)) * WIDTH));
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${files}/${total} files`;
}
