/** Why wasm-sandbox stopped. Each code has one exit number per command family, in `cli/exit-code.ts`. */
export type ErrorCode =
  | "usage" // the command line is wrong; nothing was done
  | "policy" // a grant, a limit or a policy is invalid; nothing was done
  | "not-found" // the target does not exist
  | "unreadable" // the target exists and cannot be read as what was asked
  | "invalid-component" // the bytes are not a component that we accept
  | "refused" // valid, but not allowed to run: unsupported import, missing isolation, policy
  | "missing-backend" // a program or engine that this needs is not there
  | "unwritable" // what was to be printed cannot be
  | "audit" // the audit log cannot be written: no event, no effect
  | "internal"; // a promise of ours is broken

export interface SandboxErrorOptions {
  /** What to do about it: one line that starts with a verb. */
  readonly hint?: string | undefined;
  /** Lines to show below the message, for example the place of a mistake. */
  readonly details?: readonly string[] | undefined;
  readonly cause?: unknown;
}

/** The one error that wasm-sandbox throws on purpose; expected outcomes are values and never reach it. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: readonly string[];

  constructor(code: ErrorCode, message: string, options: SandboxErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.details = options.details ?? [];
  }
}
