import { attributed } from "../policy/attribute.ts";
import type { Grants } from "../policy/grants.ts";
import type { CapabilityDecision } from "./desk.ts";

/** A person's yes to one denied request. */
export interface Permission {
  /** What it adds. */
  readonly grants: Grants;
  /** It holds for the rest of the run. */
  readonly always: boolean;
}

export type AskPerson = (denied: CapabilityDecision) => Promise<Permission | undefined>;

/** What a person adds to the grants of a run while it goes on. */
export interface Asking {
  /** Asks about a denial that a flag could lift; undefined leaves it denied. */
  permit(denied: CapabilityDecision): Promise<Permission | undefined>;
  /** What was permitted for the rest of the run. */
  always(): readonly Grants[];
  /** The grants that say where a rule comes from: the run's own, unless a person added it. */
  grantsOf(rule: string): Grants;
  /** Milliseconds that the person took to answer, which are not the guest's. */
  waited(): number;
}

export function createAsking(own: Grants, ask: AskPerson): Asking {
  const permitted = new Set<Permission>();
  let waited = 0;

  return {
    async permit(denied) {
      const asked = attributed(own, denied);
      if (asked.hint === undefined) return undefined;
      const from = performance.now();
      try {
        const permission = await ask(asked);
        if (permission !== undefined) remember(permission);
        return permission;
      } finally {
        waited += performance.now() - from;
      }
    },
    always: () => [...permitted].flatMap(({ grants, always }) => (always ? grants : [])),
    grantsOf(rule) {
      if (Object.hasOwn(own.sources, rule)) return own;
      const last = [...permitted].findLast(({ grants }) => Object.hasOwn(grants.sources, rule));
      return last?.grants ?? own;
    },
    waited: () => waited,
  };

  /** The last one is the one that counts; how many there are is bounded by who asks. */
  function remember(permission: Permission): void {
    permitted.delete(permission);
    permitted.add(permission);
  }
}
