import type { Attack } from "../attack.ts";

const TIMEOUT_MS = 1000;
/** What a busy machine may take beyond the limit before this counts as an escape. */
const GRACE_MS = 2000;

export const endlessLoop: Attack = {
  id: "A09",
  title: "a loop without end",
  guest: [{ wat: "(loop (br 0))" }],
  async run({ runGuest }) {
    const started = performance.now();
    const { outcome } = await runGuest({}, { timeoutMs: TIMEOUT_MS });
    const took = Math.round(performance.now() - started);
    if (outcome.kind === "limit" && outcome.limit === "timeout" && took < TIMEOUT_MS + GRACE_MS) {
      return { verdict: "contained", evidence: `killed after ${took} ms, with a limit of ${TIMEOUT_MS} ms` };
    }
    return { verdict: "NOT contained", evidence: `${outcome.kind} after ${took} ms` };
  },
};
