import { SandboxError } from "../errors.ts";
import type { Missing } from "./backend.ts";
import type { LaunchPlan } from "./launcher.ts";
import { userNamespaceFix } from "./user-namespaces.ts";

/** The launcher failed before the process began: nothing of the guest has run, and what was said on stderr is ours. */
export function startFailure(plan: LaunchPlan, ending: string, complaint: string): SandboxError {
  if (plan.isolation === "bubblewrap") {
    const { missing, fix } = bubblewrapFailure(ending, complaint);
    return new SandboxError("missing-backend", missing, { hint: `${fix}; or choose --isolation=process` });
  }
  return new SandboxError("internal", `the guest process did not start (${ending}): ${lastLine(complaint)}`, {
    hint: "see whether limits of this shell are too strict for it (ulimit -a)",
  });
}

/** Why bubblewrap could not start a process, by its own last words, and what would let it. */
export function bubblewrapFailure(ending: string, complaint: string): Missing {
  return { missing: `bubblewrap does not work here (${ending}): ${lastLine(complaint)}`, fix: userNamespaceFix() };
}

function lastLine(complaint: string): string {
  return complaint.trim().split("\n").at(-1) || "it said nothing";
}
