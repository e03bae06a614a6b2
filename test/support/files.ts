import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Step, scripted } from "./scripted-component.ts";

/** A folder of the test's own. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "wasm-sandbox-test-"));
}

/** Path of a component that does these steps. */
export async function componentFile(
  steps: readonly Step[],
  options: Parameters<typeof scripted>[1] = {},
): Promise<string> {
  const path = join(temporaryFolder(), "guest.wasm");
  writeFileSync(path, await scripted(steps, options));
  return path;
}
