import type { Grant } from "./access.ts";
import { credentialPlaces } from "./credential-places.ts";
import { splitPath } from "./host-path.ts";
import { ownPlaces } from "./own-places.ts";
import type { Surroundings } from "./request.ts";

export interface SurroundingsOptions {
  readonly cwd: string;
  readonly home: string;
  readonly protectedPaths: readonly string[];
}

/**
 * Begins to look the places up, beside the start of the guest; only for grants that need them, so that a run without
 * file access pays nothing.
 */
export function surroundings(options: SurroundingsOptions, grants: readonly Grant[]): Surroundings {
  const own = grants.length > 0 ? ownPlaces(options.protectedPaths) : undefined;
  const credentials = grants.some((grant) => grant.bare) ? credentialPlaces(options.home) : undefined;
  const all = Promise.all([own, credentials]);
  // Heard again by every request that waits for it; without a request the failure matters to nobody.
  all.catch(() => {});
  return {
    cwd: splitPath(options.cwd),
    async forbidden(grant) {
      const places = (await all).filter((found) => found !== undefined);
      return grant.bare ? places : places.filter((found) => found.rule !== "credential-places");
    },
  };
}
