import type { Finding } from "./finding.ts";

/** Something that reads source text and answers with findings. */
export interface Scanner {
  readonly identity: ScannerIdentity;
  /** Forgets all that earlier files could have left behind; called before each skill. */
  renew(): void;
  /** `source` is valid UTF-8. What the source does to the scanner is an answer, never an exception. */
  scan(source: Uint8Array): Reply | Promise<Reply>;
}

export interface ScannerIdentity {
  readonly name: string;
  /** SHA-256 of the component, in hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the rules, for the built-in scanner. */
  readonly rules?: string;
  readonly external: boolean;
}

export type Reply =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "failed"; readonly why: string };
