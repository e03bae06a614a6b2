import { sep } from "node:path";
import { foldPath } from "../../policy/protected-places.ts";
import { objectId } from "./entry-facts.ts";
import type { Location } from "./host-path.ts";
import type { BuiltInRule } from "./refusals.ts";
import { stat } from "./system-calls.ts";

/** Objects that a walk may not step on, by what they are called and by what they are. */
export interface ForbiddenPlaces {
  readonly rule: BuiltInRule;
  /** Whether a resolved location, as `foldLocation` spells it, is such a place or lies below one. */
  covers(folded: string): boolean;
  /** Device and inode of those that exist, which a mount, a hard link or another name does not change. */
  readonly ids: ReadonlySet<string>;
  /** Whether a grant names this very location, or one below it, so that a walk may pass. */
  opens?(folded: string): boolean;
  /** Whether such a place lies below the location: moving that would take its name away. */
  liesBelow?(folded: string): boolean;
}

/** A location in the one spelling that places are compared in; empty for the root of the file system. */
export function foldLocation(location: Location): string {
  return location.length === 0 ? "" : foldPath(sep + location.join(sep));
}

/** What covers these locations, as `foldLocation` spells them, and what is below them: asked at each step of each walk. */
export function coverOf(locations: readonly string[]): Required<Pick<ForbiddenPlaces, "covers" | "liesBelow">> {
  const names = [...new Set(locations)];
  return {
    covers: (folded) => names.some((name) => isBelow(folded, name)),
    liesBelow: (folded) => names.some((name) => name !== folded && isBelow(name, folded)),
  };
}

/** Whether a location, as `foldLocation` spells it, is a place or lies below it. */
export function isBelow(folded: string, place: string): boolean {
  return folded.startsWith(place) && (folded.length === place.length || folded[place.length] === "/");
}

/**
 * Credential places, and what is executed later, as they are shut under grants: one that names such a place, or something
 * below it, opens what it names, but no further such place inside.
 *
 * @param granted locations of the grants, as `foldLocation` spells them
 */
export function openedByName(places: ForbiddenPlaces, granted: readonly string[]): ForbiddenPlaces {
  if (places.rule !== "credential-places" && places.rule !== "executed-later") return places;
  const named = granted.filter((place) => places.covers(place));
  if (named.length === 0) return places;
  const opens = (folded: string) =>
    named.some(
      (place) => isBelow(place, folded) || (isBelow(folded, place) && !places.covers(folded.slice(place.length))),
    );
  return { ...places, opens, covers: (folded) => places.covers(folded) && !opens(folded) };
}

/** The identities of the paths that exist. Errors that `tolerated` accepts mean that there is nothing to protect there. */
export async function idsOf(paths: readonly string[], tolerated: (error: unknown) => boolean): Promise<Set<string>> {
  const ids = await Promise.all(paths.map((path) => idOf(path, tolerated)));
  return new Set(ids.filter((id) => id !== undefined));
}

async function idOf(path: string, tolerated: (error: unknown) => boolean): Promise<string | undefined> {
  try {
    return objectId(await stat(path));
  } catch (error) {
    if (tolerated(error)) return undefined;
    throw error;
  }
}
