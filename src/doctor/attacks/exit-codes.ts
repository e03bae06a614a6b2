import type { Attack } from "../attack.ts";
import { wasiModule } from "../wasi-module.ts";

/** The number that the command itself ends with when a limit was reached. */
const LIMIT_REACHED = 124;

export const exitCodes: Attack = {
  id: "A34",
  title: "an exit code that looks like ours",
  guest: wasiModule([["proc_exit", LIMIT_REACHED]]),
  async run({ runGuest }) {
    const { outcome } = await runGuest({});
    if (outcome.kind !== "exited" || outcome.code !== LIMIT_REACHED)
      return { verdict: "NOT contained", evidence: `exit ${LIMIT_REACHED} was taken for: ${outcome.kind}` };
    return { verdict: "contained", evidence: `exit ${LIMIT_REACHED} is recorded as the guest's own` };
  },
};
