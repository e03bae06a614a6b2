import { coverOf, type ForbiddenPlaces, foldLocation, idsOf } from "./forbidden-places.ts";
import { splitPath } from "./host-path.ts";
import { realLocation } from "./real-location.ts";
import { isAbsent } from "./system-errors.ts";

/** What belongs to wasm-sandbox itself (absolute paths, which need not exist yet): no grant opens it. */
export async function ownPlaces(paths: readonly string[]): Promise<ForbiddenPlaces> {
  const spelled = paths.map(splitPath);
  const real = await Promise.all(spelled.map(realLocation));
  const names = [...spelled, ...real.map(({ existing, missing }) => [...existing, ...missing])].map(foldLocation);
  return {
    rule: "own-files",
    ...coverOf(names),
    ids: await idsOf(paths, isAbsent),
  };
}
