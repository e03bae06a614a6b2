/** The operations that a skill can ask for; the names are those of the WIT package `sandbox:skill`. */
export type Operation =
  | { readonly capability: "filesystem-read"; readonly name: "read-file" }
  | { readonly capability: "filesystem-write"; readonly name: "write-file" }
  | { readonly capability: "network"; readonly name: "http-get" | "http-post" };

export type Capability = Operation["capability"];

/**
 * What became of one request of the guest.
 *
 * `denied` is the policy's word: it is audited as `capability_denied` and shown with the flag that would allow it.
 * `failed` is the world's word (no such file, connection refused) on something that was allowed.
 * `limit` ends the run with exit 124.
 */
export type Decision<T> =
  | { readonly kind: "done"; readonly value: T; readonly rule: string }
  | {
      readonly kind: "denied";
      /** One clause for the guest and the log, without host paths that the guest did not name. */
      readonly reason: string;
      /** The flag that would allow it, ready to paste; undefined when nothing can. */
      readonly hint: string | undefined;
      /** What decided: the grant's text, or the name of the built-in rule. */
      readonly rule: string;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly rule: string }
  | { readonly kind: "limit"; readonly limit: string; readonly reason: string };
