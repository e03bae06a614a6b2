import type { Location } from "./host-path.ts";

/**
 * Why a request about a file stops before it has an answer. `refused` is the policy's word (a denial), `failed` is the
 * world's (no such file). Neither reason holds a path: the guest may not know what lies behind a name.
 */
export type Stop =
  | {
      readonly kind: "refused";
      readonly rule: BuiltInRule;
      /** What a walk was refused, where links had led it; undefined: what the path names. */
      readonly at?: Location | undefined;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly code: ErrorCode };

/** The names of wasi:filesystem's error codes that this host gives. */
export type ErrorCode =
  | "access"
  | "bad-descriptor"
  | "busy"
  | "cross-device"
  | "exist"
  | "file-too-large"
  | "illegal-byte-sequence"
  | "insufficient-memory"
  | "insufficient-space"
  | "invalid"
  | "invalid-seek"
  | "io"
  | "is-directory"
  | "loop"
  | "name-too-long"
  | "no-entry"
  | "not-directory"
  | "not-empty"
  | "not-permitted"
  | "quota"
  | "read-only"
  | "text-file-busy"
  | "too-many-links"
  | "unsupported";

/** The built-in rules, with the clause that the guest and the log see. */
export const REASONS = {
  "default-deny": "path is outside the granted files and folders",
  "credential-places": "a place for credentials opens only to a grant that names it",
  "own-files": "the path belongs to wasm-sandbox itself",
  "special-filesystem": "the file system there is an interface of the kernel",
  "hard-linked-write": "the file has further names (hard links) that may lie outside the grant",
  "link-leaves-grant": "a symbolic link leads out of the grant",
  "not-a-regular-file": "not a regular file",
  "executed-later": "what is there is executed or believed later, by programs that know nothing of this sandbox",
  "denied-by-operator": "the operator denied it, whatever else is granted",
  "leaves-folder": "the path leads out of the folder that it starts from",
  "reveals-unreadable": "it may not be read where it is, and could be read under the other name",
  "moves-protected": "a protected place lies below it, and would lose its name",
  "invalid-path": "not a path that a file can have",
} as const;

export type BuiltInRule = keyof typeof REASONS;

export const refused = (rule: BuiltInRule, at?: Location): Stop => ({ kind: "refused", rule, at });
export const failed = (reason: string, code: ErrorCode = "io"): Failure => ({ kind: "failed", reason, code });

export type Failure = Extract<Stop, { kind: "failed" }>;

export function isStop(answer: Stop | { readonly kind: string }): answer is Stop {
  return answer.kind === "refused" || answer.kind === "failed";
}

/** A limit was reached: the run is over, and hardly anybody will see this. */
export const USED_UP = failed("a limit of the run was reached", "quota");
export const NOT_FOUND = failed("no such file or folder", "no-entry");
export const NOT_A_FOLDER = failed("not a folder", "not-directory");
export const IS_A_FOLDER = failed("is a folder", "is-directory");
export const TOO_LONG = failed("the path, or a name in it, is too long", "name-too-long");
export const TOO_MANY_LINKS = failed("too many symbolic links on the way", "loop");
