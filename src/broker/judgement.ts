import type { Grants } from "../policy/grants.ts";
import type { Asking } from "./asking.ts";
import type { Decision } from "./decision.ts";
import type { CapabilityDecision } from "./desk.ts";
import type { Means } from "./means.ts";

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
  /** Everything that was opened, the run's own first. */
  all(): readonly [Means, ...Means[]];
}

export interface JudgementOptions {
  readonly grants: Grants;
  readonly asking: Asking | undefined;
  readonly open: (grants: Grants) => Means;
}

export function createJudgement({ grants, asking, open }: JudgementOptions): Judgement {
  const base = { means: open(grants), grants };
  const permitted: { readonly means: Means; readonly grants: Grants; readonly always: boolean }[] = [];

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
      const permission = await asking?.permit({ ...use, rule, allowed: false, hint });
      // What was permitted before and did not help does not help now.
      if (permission === undefined || permitted.some((held) => held.grants === permission.grants)) {
        return first.decision;
      }
      const held = { ...permission, means: open(permission.grants) };
      permitted.push(held);
      const last = await attempt(held, act, allow);
      if (!permission.always) held.means.close();
      return last.decision;
    },
    all: () => [base.means, ...permitted.map(({ means }) => means)],
  };
}

async function attempt({ means, grants }: { readonly means: Means; readonly grants: Grants }, act: Act, allow: Allow) {
  let isAnnounced = false;
  const decision = await act(means, (rule, url) => {
    isAnnounced = true;
    allow(rule, grants, url);
  });
  return { decision, isAnnounced };
}
