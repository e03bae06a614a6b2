import type { Output } from "./output.ts";

const INTERVAL_NS = 200_000_000n;

/** A count of files on one line of the terminal; nothing at all when nobody watches. */
export function showProgress(output: Output): { show(files: number): void; clear(): void } {
  let last = process.hrtime.bigint();
  let shown = false;
  return {
    show(files) {
      if (!output.errIsTerminal || process.hrtime.bigint() - last < INTERVAL_NS) return;
      last = process.hrtime.bigint();
      shown = true;
      output.err(`\r${files} files scanned`);
    },
    clear() {
      if (shown) output.err("\r\x1b[K");
    },
  };
}
