import type { Observation } from "./finding.ts";
import type { FileState } from "./report.ts";

/** Something that reads the files of a skill and answers with findings. */
export interface Scanner {
  readonly identity: ScannerIdentity;
  /** How many skills it can be asked for at a time; absent: one. */
  readonly concurrency?: number;
  /** Forgets all that earlier files could have left behind; called before each skill. */
  renew(): void;
  /** Gives its memory back: others do the work from now on. */
  rest?(): void;
  /** All at once, where the scanner can. What the files do to the scanner is an answer, never an exception. */
  scan(files: readonly SourceFile[]): Reply | Promise<Reply>;
  /** What an honest author does instead, for a rule that the scanner knows. */
  fixOf?(rule: string): string | undefined;
}

/** A file as a scanner gets it. */
export interface SourceFile {
  /** Relative to the skill, with `/`; `outer.zip!/inner.sh` for what is in an archive. */
  readonly path: string;
  /** Valid UTF-8. */
  readonly content: Uint8Array;
}

export interface ScannerIdentity {
  readonly name: string;
  /** SHA-256 of the component, in hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the rules, for the built-in scanner. */
  readonly rules?: string;
  readonly external: boolean;
}

export type Reply = Findings | Failure;

export interface Findings {
  readonly kind: "findings";
  readonly observations: readonly Observation[];
  /** One for each file that was given, in that order. */
  readonly files: readonly ScannedFile[];
}

export interface ScannedFile {
  readonly language: string;
  readonly state: FileState;
  readonly reason?: string;
}

export type Failure =
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "failed"; readonly why: string };
