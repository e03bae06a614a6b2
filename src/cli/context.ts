import type { Installation } from "../installation.ts";
import type { Output } from "./output.ts";

/** What a command gets to work with, and how it says which number the process ends with. */
export interface Context {
  readonly output: Output;
  readonly cwd: string;
  readonly installation: Installation;
  /** Aborted with the signal's name on Ctrl-C, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
  exitWith(code: number): void;
}
