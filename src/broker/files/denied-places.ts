import type { PathGrants } from "../../policy/grants.ts";
import { coverOf, type ForbiddenPlaces, foldLocation, idsOf } from "./forbidden-places.ts";
import { splitPath } from "./host-path.ts";
import { realLocation } from "./real-location.ts";
import { isOutOfReach } from "./system-errors.ts";

/** What the operator denied with `--deny-fs-…`: shut whatever else is granted, under its name and as an object. */
export async function deniedPlaces({ denied }: Pick<PathGrants, "denied">): Promise<ForbiddenPlaces | undefined> {
  if (denied.length === 0) return undefined;
  const spelled = denied.map(splitPath);
  const real = await Promise.all(spelled.map(realLocation));
  const names = [...spelled, ...real.map(({ existing, missing }) => [...existing, ...missing])].map(foldLocation);
  return {
    rule: "denied-by-operator",
    ...coverOf(names),
    ids: await idsOf(denied, isOutOfReach),
  };
}
