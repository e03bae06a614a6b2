import { attributed } from "../policy/attribute.ts";
import type { Grants } from "../policy/grants.ts";
import type { Decision } from "./decision.ts";
import type { CapabilityDecision } from "./desk.ts";
import type { Means } from "./means.ts";

/** A person's yes to one denied request. */
export interface Permission {
  /** What it adds. */
  readonly grants: Grants;
  /** It holds for the rest of the run. */
  readonly always: boolean;
}

export type AskPerson = (denied: CapabilityDecision) => Promise<Permission | undefined>;

/** Hears that something is allowed, by which rule and which grants, before it is done. */
type Allow = (rule: string, grants: Grants, url: string | undefined) => void;
type Act = (means: Means, announce: (rule: string, url?: string) => void) => Promise<Decision<string | undefined>>;

/** Decides requests by the grants of a run, and by what a person adds to them while it goes on. */
export interface Judgement {
  /** Acts, if that is allowed; a denial of the result is not announced yet. */
  decide(
    use: Omit<CapabilityDecision, "rule" | "allowed" | "hint">,
    act: Act,
    allow: Allow,
  ): Promise<Decision<string | undefined>>;
  /** Milliseconds that a person took to answer, which are not the guest's. */
  waited(): number;
  /** Everything that was opened, the run's own first. */
  all(): readonly [Means, ...Means[]];
}

export interface JudgementOptions {
  readonly grants: Grants;
  readonly ask: AskPerson | undefined;
  readonly open: (grants: Grants) => Means;
}

export function createJudgement({ grants, ask, open }: JudgementOptions): Judgement {
  const base = { means: open(grants), grants };
  const permitted: { readonly means: Means; readonly grants: Grants; readonly always: boolean }[] = [];
  let waited = 0;

  return {
    /**
     * By the grants, then by what was permitted beside them, then by what a person permits now. What has had an effect
     * is never done again: a redirect that is denied has left requests behind it.
     */
    async decide(use, act, allow) {
      const first = await attempt(base, act, allow);
      if (first.decision.kind !== "denied" || first.isAnnounced) return first.decision;
      for (const held of permitted.filter(({ always }) => always)) {
        const again = await attempt(held, act, allow);
        if (again.decision.kind !== "denied" || again.isAnnounced) return again.decision;
      }
      const { rule, hint } = first.decision;
      const permission = await permissionFor({ ...use, rule, allowed: false, hint });
      if (permission === undefined) return first.decision;
      const held = { ...permission, means: open(permission.grants) };
      permitted.push(held);
      const last = await attempt(held, act, allow);
      if (!permission.always) held.means.close();
      return last.decision;
    },
    waited: () => waited,
    all: () => [base.means, ...permitted.map(({ means }) => means)],
  };

  async function permissionFor(denied: CapabilityDecision): Promise<Permission | undefined> {
    const asked = attributed(grants, denied);
    if (ask === undefined || asked.hint === undefined) return undefined;
    const from = performance.now();
    try {
      return await ask(asked);
    } finally {
      waited += performance.now() - from;
    }
  }
}

async function attempt({ means, grants }: { readonly means: Means; readonly grants: Grants }, act: Act, allow: Allow) {
  let isAnnounced = false;
  const decision = await act(means, (rule, url) => {
    isAnnounced = true;
    allow(rule, grants, url);
  });
  return { decision, isAnnounced };
}
