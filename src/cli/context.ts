import type { Installation } from "../installation.ts";
import type { Output } from "./output.ts";

/** What a command gets to work with, and how it says which number the process ends with. */
export interface Context {
  readonly output: Output;
  readonly cwd: string;
  readonly installation: Installation;
  /** Of this program. */
  readonly version: string;
  /**
   * Aborted with the signal's name on Ctrl-C, SIGTERM and SIGHUP. Until a command first asks for it, each of them ends
   * the process at once: a command that has nothing to put away never does.
   */
  readonly signal: AbortSignal;
  exitWith(code: number): void;
}
