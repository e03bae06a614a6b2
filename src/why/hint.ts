import type { GrantFlags } from "../policy/resolve.ts";

const KEYS: Readonly<Record<string, "fsRead" | "fsWrite" | "network" | "env">> = {
  "--allow-fs-read": "fsRead",
  "--allow-fs-write": "fsWrite",
  "--allow-network": "network",
  "--allow-env": "env",
};

/** The flags with one more, written as a hint has it: quoted for a shell where that is needed. */
export function withFlag(flags: GrantFlags, hint: string): GrantFlags {
  const plain = hint.startsWith("'") ? hint.slice(1, -1).replaceAll("'\\''", "'") : hint;
  const [, flag = "", value = ""] = /^(--[a-z-]+)=(.*)$/s.exec(plain) ?? [];
  const key = KEYS[flag];
  return key === undefined ? flags : { ...flags, [key]: [...(flags[key] ?? []), value] };
}
