import type { NetworkGrants } from "../../policy/grants.ts";
import type { CapabilityDecision, Desk } from "../desk.ts";

export interface Judged<T> {
  readonly judged: T;
  /** By which this was the answer. */
  readonly grants: NetworkGrants;
}

/** What was denied, and the flag that would allow it; undefined when it was not. */
type DenialOf<T> = (judged: T) => { readonly rule: string; readonly hint: string | undefined } | undefined;

/** Judges by the run's own grants, and then by what a person has permitted for the rest of the run. */
export function judgeByAll<T>(desk: Desk, judge: (grants: NetworkGrants) => T, denialOf: DenialOf<T>): Judged<T> {
  const own = { judged: judge(desk.grants.network), grants: desk.grants.network };
  if (denialOf(own.judged) === undefined) return own;
  for (const { network } of desk.asking?.always() ?? []) {
    const again = judge(network);
    if (denialOf(again) === undefined) return { judged: again, grants: network };
  }
  return own;
}

/** The same, and then by what a person permits now. */
export async function judgeOrAsk<T>(
  desk: Desk,
  use: Pick<CapabilityDecision, "capability" | "operation" | "argument">,
  judge: (grants: NetworkGrants) => T,
  denialOf: DenialOf<T>,
): Promise<Judged<T>> {
  const first = judgeByAll(desk, judge, denialOf);
  const denial = denialOf(first.judged);
  if (denial?.hint === undefined) return first;
  const permission = await desk.asking?.permit({ ...use, ...denial, allowed: false });
  if (permission === undefined) return first;
  const { network } = permission.grants;
  return { judged: judge(network), grants: network };
}
