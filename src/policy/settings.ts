import { SandboxError } from "../errors.ts";
import type { PolicyFile, PolicySettings } from "./policy-file.ts";

/**
 * The command line's word counts before the policy file's. A ceiling can add a requirement, and takes none back: its
 * isolation and its audit log are the ones that are used.
 *
 * @throws SandboxError `policy` when something else was asked for by name
 */
export function combineSettings(
  given: PolicySettings,
  policy: PolicyFile | undefined,
  ceilings: readonly PolicyFile[],
): PolicySettings {
  const ours = [given, policy?.settings ?? {}];
  const all = [...ours, ...ceilings.map(({ settings }) => settings)];
  return {
    isolation: required("isolation", first(ours, "isolation"), ceilings),
    requireWalls:
      first(ours, "requireWalls") === true || all.slice(2).some(({ requireWalls }) => requireWalls === true),
    deterministic: first(ours, "deterministic") === true || all.slice(2).some((each) => each.deterministic === true),
    auditLog: required("auditLog", first(ours, "auditLog"), ceilings),
  };
}

const FLAGS = { isolation: "--isolation", auditLog: "--audit-log" } as const;

function required<K extends keyof typeof FLAGS>(
  key: K,
  asked: PolicySettings[K],
  ceilings: readonly PolicyFile[],
): PolicySettings[K] {
  let found = asked === "auto" ? undefined : asked;
  for (const { name, settings } of ceilings) {
    const wanted = settings[key];
    if (wanted === undefined || wanted === "auto") continue;
    if (found !== undefined && found !== wanted) {
      throw new SandboxError(
        "policy",
        `${FLAGS[key]} is ${found}, and the operator's ceiling asks for ${wanted}: ${name}`,
        {
          hint: `drop ${FLAGS[key]}`,
        },
      );
    }
    found = wanted;
  }
  return found ?? asked;
}

function first<K extends keyof PolicySettings>(places: readonly PolicySettings[], key: K): PolicySettings[K] {
  return places.find((place) => place[key] !== undefined)?.[key];
}
