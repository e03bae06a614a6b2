import { callsFor } from "./calls-for.ts";
import type { Entry, OpenEntry } from "./entry.ts";
import type { Location } from "./host-path.ts";
import { realLocation } from "./real-location.ts";
import { NOT_A_FOLDER, NOT_FOUND, refused, type Stop } from "./refusals.ts";
import { isSpecialFilesystem } from "./special-filesystem.ts";
import { failureOf } from "./system-errors.ts";

/** Where the walks of one grant begin: what the operator's path meant when the run started. */
export interface Root {
  readonly kind: "root";
  /** A folder: the granted one, or the one that a granted file is in. */
  readonly anchor: Entry;
  /** Of the anchor, all links resolved. */
  readonly location: Location;
  /** The one name that is granted in the anchor; undefined when the whole tree is. */
  readonly only: string | undefined;
  /** The grant as the operator spelled it. */
  readonly spelled: Location;
}

/** Holds a grant's folder, or the parent of a granted file, which need not exist yet. Never rejects for what it finds. */
export async function openRoot(spelled: Location, openEntry: OpenEntry): Promise<Root | Stop> {
  try {
    const { existing, missing } = await realLocation(spelled);
    if (missing.length > 1) return NOT_FOUND;
    const calls = callsFor(existing);
    const entry = await openEntry(existing, calls);
    const [absent] = missing;
    if (absent !== undefined) return await rootAt(entry, existing, absent, spelled);
    if (entry.kind === "folder") return await rootAt(entry, existing, undefined, spelled);
    entry.close();
    const parent = existing.slice(0, -1);
    return await rootAt(await openEntry(parent, calls), parent, existing.at(-1), spelled);
  } catch (error) {
    return failureOf(error);
  }
}

async function rootAt(
  anchor: Entry,
  location: Location,
  only: string | undefined,
  spelled: Location,
): Promise<Root | Stop> {
  const stop = anchor.kind !== "folder" ? NOT_A_FOLDER : await specialStop(anchor);
  if (stop === undefined) return { kind: "root", anchor, location, only, spelled };
  anchor.close();
  return stop;
}

async function specialStop(anchor: Entry): Promise<Stop | undefined> {
  return (await isSpecialFilesystem(anchor)) ? refused("special-filesystem") : undefined;
}
