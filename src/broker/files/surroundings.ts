import type { Access } from "./access.ts";
import { credentialPlaces } from "./credential-places.ts";
import { deniedPlaces } from "./denied-places.ts";
import type { Direction } from "./domain.ts";
import { EXECUTED_LATER_PLACES } from "./executed-later.ts";
import { type ForbiddenPlaces, foldLocation, openedByName } from "./forbidden-places.ts";
import { splitPath } from "./host-path.ts";
import { ownPlaces } from "./own-places.ts";
import type { Surroundings } from "./request.ts";

export interface SurroundingsOptions {
  readonly cwd: string;
  readonly home: string;
  readonly protectedPaths: readonly string[];
  /** What is believed about the guest, and may be read by it. */
  readonly unwritablePaths: readonly string[];
  /** Some `--dir` may show ordinary files only. */
  readonly ordinaryDirs: boolean;
  /** Absolute paths that the operator denied. */
  readonly denied: Readonly<Record<Direction, readonly string[]>>;
}

/**
 * Begins to look the places up, beside the start of the guest; only for grants that need them, so that a run without
 * file access pays nothing.
 *
 * @param needed whether anything at all was granted, `--dir` included, or may be while the run goes on
 */
export function surroundings(options: SurroundingsOptions, accesses: readonly Access[], needed: boolean): Surroundings {
  const ordinary = options.ordinaryDirs || accesses.some((access) => access.grants.some((grant) => grant.ordinary));
  const own = needed ? ownPlaces(options.protectedPaths) : undefined;
  const credentials = ordinary ? credentialPlaces(options.home) : undefined;
  const believed = needed ? ownPlaces(options.unwritablePaths) : undefined;
  const read = deniedPlaces({ denied: options.denied.read });
  const write = deniedPlaces({ denied: options.denied.write });
  const all = Promise.all([own, credentials, read, write, believed]);
  // Heard again by every request that waits for it; without a request the failure matters to nobody.
  all.catch(() => {});
  const places = async (direction: Direction): Promise<ForbiddenPlaces[]> => {
    const [ours, secret, unread, unwritten, skill] = await all;
    const shut = direction === "read" ? [unread] : [unwritten, EXECUTED_LATER_PLACES, skill];
    return [ours, secret, ...shut].filter((found) => found !== undefined);
  };
  return {
    cwd: splitPath(options.cwd),
    places,
    async forbidden(direction, grant) {
      const shut = (await places(direction)).filter((found) => grant.ordinary || found.rule !== "credential-places");
      return shut.map((found) => openedByName(found, [foldLocation(grant.spelled)]));
    },
  };
}
