import type { Decision } from "../decision.ts";

/** Why a request ends without an answer. */
export type Stop = Exclude<Decision<never>, { readonly kind: "done" }>;

export function isStop(value: object): value is Stop {
  return "kind" in value;
}

export function denied(rule: string, reason: string, hint?: string): Stop {
  return { kind: "denied", reason, hint, rule };
}

export function failed(rule: string, reason: string): Stop {
  return { kind: "failed", reason, rule };
}

/** Node's messages name addresses that the guest did not; its codes (`ECONNREFUSED`) do not. */
export function failedBecause(rule: string, what: string, error: NodeJS.ErrnoException): Stop {
  return failed(rule, `${what} (${error.code ?? error.name})`);
}

/** For what ended without an error of its own. */
export const CLOSED: NodeJS.ErrnoException = Object.assign(new Error("The connection was closed"), {
  code: "ECONNRESET",
});
