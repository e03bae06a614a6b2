import type { DirGrant, Grants } from "./grants.ts";
import {
  ALLOW_FLAGS,
  type Capability,
  DENY_FLAGS,
  EVERY_NAME,
  type Layer,
  type NetworkRule,
  type PathRule,
} from "./layer.ts";

const CAPABILITIES: readonly Capability[] = ["fsRead", "fsWrite", "network", "env"];

/** Where each rule was written, by the rule in its full spelling. Of a rule that was written twice, the first counts. */
export function sourcesOf({ allow, deny, dirs }: Pick<Layer, "allow" | "deny" | "dirs">): Grants["sources"] {
  const entries = CAPABILITIES.flatMap((capability) => [
    ...allow[capability].map(({ value, source }) => [ruleText(ALLOW_FLAGS[capability], value), source] as const),
    ...deny[capability].map(({ value, source }) => [ruleText(DENY_FLAGS[capability], value), source] as const),
  ]);
  const folders = dirs.map(({ value, source }) => [dirText(value), source] as const);
  return Object.fromEntries([...entries, ...folders].reverse());
}

/** A rule as the flag that the operator could have written, for the audit log. */
export function ruleText(flag: string, value: PathRule | NetworkRule | string): string {
  const text = valueText(value);
  return text === undefined ? flag : `${flag}=${text}`;
}

export function dirText({ host, guest, readOnly }: DirGrant): string {
  return `--dir=${host}::${guest}${readOnly ? ":ro" : ""}`;
}

/** Undefined for a bare flag. */
function valueText(value: PathRule | NetworkRule | string): string | undefined {
  if (typeof value === "string") return value === EVERY_NAME ? undefined : value;
  if ("path" in value) return value.path;
  if (value.kind === "all") return undefined;
  return value.kind === "host" ? value.host.text : value.tcp.text;
}
