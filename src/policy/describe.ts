import type { Grants } from "./grants.ts";

/** Grants as they are shown and logged: of the environment the names alone. */
export interface DescribedGrants extends Pick<Grants, "fsRead" | "fsWrite" | "dirs" | "network"> {
  readonly env: readonly string[];
}

export function describeGrants({ fsRead, fsWrite, dirs, network, env }: Grants): DescribedGrants {
  return { fsRead, fsWrite, dirs, network, env: Object.keys(env) };
}
