/** What happened, in the order in which it was decided. One JSON object per line of the log. */
export type AuditEvent =
  | {
      readonly event: "execution_started";
      readonly target: string;
      readonly digest: string;
      readonly detail: Readonly<Record<string, unknown>>;
    }
  | ({ readonly event: "capability_allowed" | "capability_denied" } & CapabilityUse)
  | { readonly event: "limit_exceeded"; readonly limit: string; readonly reason: string }
  | { readonly event: "suspicious_activity"; readonly reason: string }
  | {
      readonly event: "execution_completed";
      readonly outcome: string;
      readonly detail: Readonly<Record<string, unknown>>;
    };

export interface CapabilityUse {
  readonly capability: string;
  readonly operation: string;
  /** The argument that names the object: a path, or a URL without query, fragment and user. */
  readonly argument: string;
  /** What decided: the text of a grant, or the name of a built-in rule. */
  readonly rule: string;
}

export type Risk = "low" | "medium" | "high";

export function riskOf(event: AuditEvent): Risk {
  switch (event.event) {
    case "execution_started":
    case "execution_completed":
    case "capability_allowed":
      return "low";
    case "limit_exceeded":
      return "medium";
    case "capability_denied":
    case "suspicious_activity":
      return "high";
  }
}
