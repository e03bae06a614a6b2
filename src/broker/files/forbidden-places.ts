import { foldName } from "../../policy/protected-places.ts";
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
}

/** A location in the one spelling that places are compared in; empty for the root of the file system. */
export function foldLocation(location: Location): string {
  return location.map((name) => `/${foldName(name)}`).join("");
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
