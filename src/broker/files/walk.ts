import { isAbsolute } from "node:path";
import { childOf, type Entry } from "./entry.ts";
import { type ForbiddenPlaces, foldLocation } from "./forbidden-places.ts";
import { matchGrant } from "./grant-match.ts";
import { type GuestPath, MAX_NAMES } from "./guest-path.ts";
import { absoluteNames, endsAsFolder, type Location, splitPath, withoutDotDot } from "./host-path.ts";
import { NOT_A_FOLDER, NOT_FOUND, refused, type Stop, TOO_LONG, TOO_MANY_LINKS } from "./refusals.ts";
import { isSpecialFilesystem } from "./special-filesystem.ts";
import type { Trail } from "./trail.ts";

export type End =
  /** The path names this object, which the trail holds. */
  | { readonly kind: "found"; readonly entry: Entry; readonly location: Location }
  /** The last name is free, in a folder that the trail holds. */
  | {
      readonly kind: "vacant";
      readonly folder: Entry;
      readonly name: string;
      readonly location: Location;
      /** The path said that only a folder can be meant. */
      readonly asFolder: boolean;
    };

/**
 * Walks a path below the trail's root, one name at a time. Links are read and expanded here, so nothing can lead out of
 * the root, and every object is judged as it is stepped on: first by its name, before anything tells whether it exists.
 * The caller closes the trail. Rejects with the system's error.
 */
export async function walk(trail: Trail, path: GuestPath, forbidden: readonly ForbiddenPlaces[]): Promise<End | Stop> {
  const { only, location, anchor } = trail.root;
  const rule = forbiddenName(location, forbidden) ?? forbiddenObject(anchor, location, forbidden);
  if (rule !== undefined) return refused(rule);
  const { folder, keepLink = false } = path;
  let route: Route | End | Stop = { kind: "route", ahead: startOf(only, path.names), folder, keepLink, links: 0 };
  while (route.kind === "route") route = await step(trail, route, forbidden);
  return route;
}

interface Route {
  readonly kind: "route";
  readonly ahead: Location;
  /** Only a folder will do at the end. */
  readonly folder: boolean;
  /** A link at the end is what is meant, not what it points to. */
  readonly keepLink: boolean;
  /** Symbolic links expanded so far. */
  readonly links: number;
}

function startOf(only: string | undefined, names: Location): Location {
  return only === undefined ? names : [only, ...names];
}

function forbiddenName(location: Location, forbidden: readonly ForbiddenPlaces[]) {
  const folded = foldLocation(location);
  return forbidden.find((places) => places.covers(folded))?.rule;
}

function forbiddenObject(entry: Entry, location: Location, forbidden: readonly ForbiddenPlaces[]) {
  const [rule, ...others] = forbidden.filter((places) => places.ids.has(entry.id));
  if (rule === undefined) return undefined;
  const folded = foldLocation(location);
  return [rule, ...others].find((places) => places.opens?.(folded) !== true)?.rule;
}

function step(
  trail: Trail,
  route: Route,
  forbidden: readonly ForbiddenPlaces[],
): Promise<Route | End | Stop> | Route | End | Stop {
  const [name, ...ahead] = route.ahead;
  if (name === undefined) return { kind: "found", entry: trail.here, location: trail.location };
  if (name === "..") return stepBack(trail, { ...route, ahead });
  return stepInto(trail, name, { ...route, ahead }, forbidden);
}

/** Above the root of the file system there is only itself; above any other root is what nobody granted. */
function stepBack(trail: Trail, route: Route): Route | Stop {
  if (trail.depth === 0 && trail.root.location.length > 0) return refused("link-leaves-grant");
  trail.leave();
  return route;
}

async function stepInto(
  trail: Trail,
  name: string,
  route: Route,
  forbidden: readonly ForbiddenPlaces[],
): Promise<Route | End | Stop> {
  const location = [...trail.location, name];
  if (location.length > MAX_NAMES) return TOO_LONG;
  const rule = forbiddenName(location, forbidden);
  if (rule !== undefined) return refused(rule, withoutDotDot([...location, ...route.ahead]));
  const entry = await childOf(trail.here, name);
  if (entry === undefined) return vacancy(trail, name, location, route);
  const isEnd = route.ahead.length === 0 && !route.folder;
  if (entry.kind === "link" && !(route.keepLink && isEnd)) return followLink(trail, entry, route);
  const elsewhere = entry.device !== trail.here.device;
  trail.enter(name, entry);
  return (await stopAt(trail, elsewhere, route, forbidden)) ?? route;
}

function vacancy(trail: Trail, name: string, location: Location, route: Route): End | Stop {
  if (route.ahead.length > 0) return NOT_FOUND;
  return { kind: "vacant", folder: trail.here, name, location, asFolder: route.folder };
}

/** A file system begins where the device changes, so only there its kind is asked for. */
async function stopAt(
  trail: Trail,
  elsewhere: boolean,
  route: Route,
  forbidden: readonly ForbiddenPlaces[],
): Promise<Stop | undefined> {
  const rule = forbiddenObject(trail.here, trail.location, forbidden);
  if (rule !== undefined) return refused(rule);
  if (elsewhere && (await isSpecialFilesystem(trail.here))) return refused("special-filesystem");
  const folderNeeded = route.ahead.length > 0 || route.folder;
  return folderNeeded && trail.here.kind !== "folder" ? NOT_A_FOLDER : undefined;
}

async function followLink(trail: Trail, link: Entry, route: Route): Promise<Route | Stop> {
  try {
    if (trail.root.only !== undefined) return refused("link-leaves-grant");
    if (route.links === MAX_LINKS) return TOO_MANY_LINKS;
    return expand(trail, await link.target(), route);
  } finally {
    link.close();
  }
}

function expand(trail: Trail, target: string, route: Route): Route | Stop {
  const names = isAbsolute(target) ? fromRoot(trail, target) : splitPath(target);
  if (names === undefined) return refused("link-leaves-grant");
  const ahead = [...names, ...route.ahead];
  if (ahead.length > MAX_NAMES) return TOO_LONG;
  const folder = route.folder || (route.ahead.length === 0 && endsAsFolder(target));
  return { ...route, ahead, folder, links: route.links + 1 };
}

/** An absolute target is walked from the root again, when it lies inside under the root's spelled or its real name. */
function fromRoot(trail: Trail, target: string): Location | undefined {
  const names = absoluteNames(target);
  const inside = names && matchGrant(names, [trail.root.spelled, trail.root.location], (name) => name);
  if (inside !== undefined) trail.close();
  return inside?.rest;
}

/** As many as Linux follows (path_resolution(7)). */
const MAX_LINKS = 40;
