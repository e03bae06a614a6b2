import { createHash } from "node:crypto";
import { SandboxError } from "../errors.ts";
import { DEFAULT_LIMITS } from "../policy/limits.ts";
import { resolveGrants } from "../policy/resolve.ts";
import type { Outcome } from "../run/outcome.ts";
import { type RunRequest, run } from "../run.ts";
import { externalScanner, type Given } from "../scanner/external.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { componentName, openTarget } from "../skill/target.ts";
import type { Context } from "./context.ts";

/** Another component of the world `scanner-component`: each skill, or each file where it cannot take a skill, is scanned in a new guest process that is granted nothing. */
export function openExternalScanner(component: string, context: Context): Scanner {
  const digest = createHash("sha256").update(openTarget(component).read()).digest("hex");
  const request: RunRequest = {
    component,
    grants: resolveGrants({}, context.cwd),
    limits: DEFAULT_LIMITS,
    cwd: context.cwd,
    installation: context.installation,
    signal: context.signal,
  };
  const ask = async (input: Pick<RunRequest, "scanCode" | "scanSkill">): Promise<Outcome> => {
    const result = await run({ ...request, ...input });
    if (result.digest !== digest) throw new SandboxError("invalid-component", `${component} changed while it was used`);
    return result.outcome;
  };
  return externalScanner(
    { name: componentName(component), digest },
    {
      code: async (scanCode) => answerOf(component, await ask({ scanCode })),
      skill: async (scanSkill) => {
        const outcome = await ask({ scanSkill });
        // Refused for whatever reason: to be asked for code tells the same, or works.
        return outcome.kind === "refused" ? undefined : answerOf(component, outcome);
      },
    },
  );
}

function answerOf(component: string, outcome: Outcome): Given {
  switch (outcome.kind) {
    case "returned":
      return outcome.text;
    case "refused":
      throw new SandboxError("refused", `${component} is no scanner: ${outcome.reason}`, {
        hint: "a scanner exports sandbox:skill/scanner or sandbox:skill/skill-scanner (wit/skill.wit)",
      });
    case "limit":
      return { failed: outcome.reason };
    case "trapped":
    case "rejected":
      return { failed: outcome.message };
    case "exited":
      return { failed: `it exited with ${outcome.code}` };
    case "interrupted":
      return { failed: "interrupted" };
  }
}
