/** How a run ended. Everything that a guest can do is a value here; only our own broken promises throw. */
export type Outcome =
  /** The skill's `run` returned this text, whatever the text says; `wave`: it is the value of an invoked function, as WAVE. */
  | { readonly kind: "returned"; readonly text: string; readonly wave?: true }
  /** The guest exited with a WASI code: 0 to 2^32-1. */
  | { readonly kind: "exited"; readonly code: number }
  /** The guest trapped, or its process died in a way that no limit explains. */
  | { readonly kind: "trapped"; readonly message: string }
  /** A core module of it is not valid; nothing of it ran. */
  | { readonly kind: "rejected"; readonly message: string }
  /** A limit ended the run: "timeout", "fuel", "memory", "tables", "output", "cpu". */
  | { readonly kind: "limit"; readonly limit: string; readonly reason: string }
  /** It was not allowed to start; `details` are lines that help, such as what could be called. */
  | { readonly kind: "refused"; readonly reason: string; readonly hint: string; readonly details?: readonly string[] }
  /** A signal from the user ended it. */
  | { readonly kind: "interrupted"; readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP" };
