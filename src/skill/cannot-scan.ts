import { SandboxError } from "../errors.ts";
import { displayPath, type RawPath } from "./raw-path.ts";
import type { Refused } from "./read-file.ts";

/** Of something that was named. */
export function cannotScan(path: RawPath, { cause, reason }: Refused): SandboxError {
  const hint =
    cause === "not-a-file" ? "name a file or a folder, or pipe the code into: wasm-sandbox scan -" : undefined;
  return new SandboxError(
    cause === "missing" ? "not-found" : "unreadable",
    `cannot scan ${displayPath(path)}: ${reason}`,
    { hint },
  );
}

export function unreadable(message: string): SandboxError {
  return new SandboxError("unreadable", message);
}
