import type { Output } from "./output.ts";

const INTERVAL_MS = 200;

/** A count of files on one line of the terminal; nothing at all when nobody watches. */
export function showProgress(output: Output): { show(files: number): void; clear(): void } {
  let next = performance.now() + INTERVAL_MS;
  let shown = false;
  return {
    show(files) {
      if (!output.errIsTerminal || performance.now() < next) return;
      next = performance.now() + INTERVAL_MS;
      shown = true;
      output.err(`\r${files} files scanned`);
    },
    clear() {
      if (shown) output.err("\r\x1b[K");
    },
  };
}
