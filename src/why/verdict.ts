import type { Authority } from "../policy/authority.ts";

/** What a run with these grants would decide on one request, and why. */
export interface Verdict {
  /** The request in words: `read /etc/passwd`. */
  readonly request: string;
  readonly allowed: boolean;
  /** The grant or denial that decides, with its place, or the name of a built-in rule. */
  readonly rule: string;
  /** One clause: why it is denied, or what else is to know of what is allowed. */
  readonly reason: string | undefined;
  /** The flag that would allow it; undefined when none would. */
  readonly hint: string | undefined;
}

/** What is judged: the grants, and what else a run would know. */
export interface Question {
  readonly authority: Authority;
  /** Absolute. */
  readonly cwd: string;
  readonly home: string;
  /** Files of ours, which no grant reaches. */
  readonly protectedPaths: readonly string[];
}
