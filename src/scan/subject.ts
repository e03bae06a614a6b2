import { resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { readText } from "../policy/read-text.ts";
import type { ScanReport } from "../scanner/report.ts";

/** What is scanned, and where the operator's files on it are read. */
export interface Subject {
  /** The text of a configuration or baseline. */
  read(name: string): Promise<OperatorText>;
  scan(): Promise<Scanned>;
}

export type OperatorText =
  | { readonly kind: "text"; readonly text: string }
  /** Not applied; `note` says why. */
  | { readonly kind: "absent"; readonly note: string };

export interface Scanned {
  readonly report: ScanReport;
  /** What was there before the change that is looked at. */
  readonly base?: Base;
}

export interface Base {
  readonly report: ScanReport;
  /** As the operator names it. */
  readonly name: string;
  /** What a skill of the report is called in that of the base. */
  nameOf(skill: string | undefined): string | undefined;
}

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads a file that the operator named.
 *
 * @throws SandboxError `policy` when it cannot be read
 */
export function readOperatorFile(name: string, cwd: string): OperatorText {
  const read = readText(resolve(cwd, name), { maxBytes: MAX_BYTES, follow: true });
  if (read.kind === "text") return { kind: "text", text: read.text };
  const reason = read.kind === "missing" ? "does not exist" : read.reason;
  throw new SandboxError("policy", `nothing was scanned: ${name} ${reason}`, { hint: "name a file that can be read" });
}
