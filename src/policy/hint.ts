import type { GrantFlags } from "./resolve.ts";

const KEYS: Readonly<Record<string, "fsRead" | "fsWrite" | "network" | "env">> = {
  "--allow-fs-read": "fsRead",
  "--allow-fs-write": "fsWrite",
  "--allow-network": "network",
  "--allow-env": "env",
};

/** The flags with one more, written as a hint has it: quoted for a shell where that is needed. */
export function withFlag(flags: GrantFlags, hint: string): GrantFlags {
  const [, flag = "", value = ""] = /^(--[a-z-]+)=(.*)$/s.exec(unquoted(hint)) ?? [];
  const key = KEYS[flag];
  return key === undefined ? flags : { ...flags, [key]: [...(flags[key] ?? []), value] };
}

/** A hint without the quotes that a shell takes away. */
export function unquoted(hint: string): string {
  return hint.startsWith("'") ? hint.slice(1, -1).replaceAll("'\\''", "'") : hint;
}
