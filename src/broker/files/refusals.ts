/**
 * Why a request about a file stops before it has an answer. `refused` is the policy's word (a denial), `failed` is the
 * world's (no such file). Neither reason holds a path: the guest may not know what lies behind a name.
 */
export type Stop =
  | { readonly kind: "refused"; readonly rule: BuiltInRule }
  | { readonly kind: "failed"; readonly reason: string };

/** The built-in rules, with the clause that the guest and the log see. */
export const REASONS = {
  "default-deny": "path is outside the granted files and folders",
  "credential-places": "a place for credentials opens only to a grant that names it",
  "own-files": "the path belongs to wasm-sandbox itself",
  "special-filesystem": "the file system there is an interface of the kernel",
  "hard-linked-write": "the file has further names (hard links) that may lie outside the grant",
  "link-leaves-grant": "a symbolic link leads out of the grant",
  "not-a-regular-file": "not a regular file",
  "invalid-path": "not a path that a file can have",
} as const;

export type BuiltInRule = keyof typeof REASONS;

export const refused = (rule: BuiltInRule): Stop => ({ kind: "refused", rule });
export const failed = (reason: string): Stop => ({ kind: "failed", reason });

export function isStop(answer: Stop | { readonly kind: string }): answer is Stop {
  return answer.kind === "refused" || answer.kind === "failed";
}

export const NOT_FOUND = failed("no such file or folder");
export const NOT_A_FOLDER = failed("not a folder");
export const IS_A_FOLDER = failed("is a folder");
export const TOO_LONG = failed("the path, or a name in it, is too long");
export const TOO_MANY_LINKS = failed("too many symbolic links on the way");
