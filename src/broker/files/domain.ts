import type { DirGrant } from "../../policy/grants.ts";
import type { Permission } from "../asking.ts";
import type { Access, Grant } from "./access.ts";
import { type ForbiddenPlaces, foldLocation, isBelow, openedByName } from "./forbidden-places.ts";
import { grantFlag } from "./grant-flag.ts";
import { type Location, startsWith } from "./host-path.ts";
import type { BuiltInRule } from "./refusals.ts";
import type { Root } from "./root.ts";

export type Direction = "read" | "write";

/** What one preopened folder, and every folder reached from it, is judged by. */
export interface Domain {
  /** The grant that allows a location, as the operator wrote it; undefined when none does. */
  permit(direction: Direction, location: Location): string | undefined;
  /** Whether a grant of that direction begins somewhere below a location. */
  grantBelow(direction: Direction, location: Location): boolean;
  /** The places that are shut in that direction. */
  forbidden(direction: Direction): readonly ForbiddenPlaces[];
  /** Whether a listing shows a name. */
  shows(location: Location): boolean;
  /** The flag that would allow it. */
  hint(direction: Direction, location: Location): string | undefined;
  /** How a person adds to it; undefined where nobody can. */
  readonly growth?: Growth | undefined;
}

export interface Growth {
  /** Adds what was permitted; false when there is nothing in it for files. */
  add(permission: Permission): boolean;
  /** The request is over, and with it what was permitted once. */
  forgetOnce(): void;
  /** As it is now, whatever is added or forgotten later. */
  current(): Domain;
}

/** A place that is open, by the rule that opens it. */
export interface Open {
  readonly rule: string;
  /** Links resolved; of a granted file its own place. */
  readonly location: Location;
}

export type OpenPlaces = Readonly<Record<Direction, readonly Open[]>>;

/** What of an access was there to be opened. */
export function openPlaces({ grants }: Access, opened: ReadonlyMap<Grant, Root>): Open[] {
  return grants.flatMap((grant) => openPlace(grant, opened));
}

/** The folders of `--allow-fs-read` and `--allow-fs-write`, which a guest sees under their own names. */
export function grantsDomain(
  roots: OpenPlaces,
  forbidden: Readonly<Record<Direction, readonly ForbiddenPlaces[]>>,
): Domain {
  const named = { read: namesOf(roots.read), write: namesOf(roots.write) };
  const shut = hidden([...roots.read, ...roots.write]);
  const shutIn = (direction: Direction) => [
    shut,
    ...forbidden[direction].map((places) => openedByName(places, named[direction])),
  ];
  const places = { read: shutIn("read"), write: shutIn("write") };
  return {
    permit: (direction, location) => mostSpecific(roots[direction], location)?.rule,
    grantBelow: (direction, location) => roots[direction].some((held) => startsWith(held.location, location)),
    forbidden: (direction) => places[direction],
    shows: (location) => isOpen(places.read, location),
    hint: (direction, location) => grantFlag(FLAGS[direction], location),
  };
}

/** A folder of `--dir`, which has rights of its own. */
export function dirDomain(
  dir: DirGrant,
  root: Root,
  forbidden: Readonly<Record<Direction, readonly ForbiddenPlaces[]>>,
): Domain {
  const text = `--dir=${dir.host}::${dir.guest}${dir.readOnly ? ":ro" : ""}`;
  const shutIn = (direction: Direction) =>
    forbidden[direction]
      .filter((place) => dir.ordinary === true || place.rule !== "credential-places")
      .map((place) => openedByName(place, [foldLocation(root.location)]));
  const places = { read: shutIn("read"), write: shutIn("write") };
  const allows = (direction: Direction) => direction === "read" || !dir.readOnly;
  return {
    permit: (direction, location) => (allows(direction) && startsWith(location, root.location) ? text : undefined),
    grantBelow: () => false,
    forbidden: (direction) => places[direction],
    shows: (location) => isOpen(places.read, location),
    hint: (direction) => (allows(direction) ? undefined : `--dir=${dir.host}::${dir.guest}`),
  };
}

function isOpen(places: readonly ForbiddenPlaces[], location: Location): boolean {
  const folded = foldLocation(location);
  return !places.some((place) => place.covers(folded));
}

const FLAGS = { read: "--allow-fs-read", write: "--allow-fs-write" } as const;

function openPlace(grant: Grant, opened: ReadonlyMap<Grant, Root>): Open[] {
  const root = opened.get(grant);
  if (root === undefined) return [];
  return [{ rule: grant.text, location: root.only === undefined ? root.location : [...root.location, root.only] }];
}

function mostSpecific(held: readonly Open[], location: Location): Open | undefined {
  return held
    .filter((candidate) => startsWith(location, candidate.location))
    .reduce<Open | undefined>(
      (best, next) => (best && best.location.length >= next.location.length ? best : next),
      undefined,
    );
}

function namesOf(held: readonly Open[]): string[] {
  return held.map((one) => foldLocation(one.location));
}

/** What no grant covers and what leads to none is not looked at: nobody learns whether it exists. */
function hidden(held: readonly Open[]): ForbiddenPlaces {
  const granted = namesOf(held);
  return {
    rule: "default-deny" satisfies BuiltInRule,
    covers: (folded) => !granted.some((place) => isBelow(folded, place) || isBelow(place, folded)),
    ids: new Set(),
  };
}
