import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Vitest's global setup: what the tests of one run put into the system's folder for temporary files lies in a folder of
 * the run, which goes when it ends.
 */
export default function setup(): (() => void) | undefined {
  const outer = process.env["TMPDIR"];
  // Another project of the same run was first.
  if (outer?.includes(PREFIX) === true) return undefined;
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // Some tests do something as another user.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  return () => {
    if (outer === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = outer;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}

const PREFIX = "wasm-sandbox-tests-";
