import type { Desk } from "../desk.ts";
import type { Direction } from "./domain.ts";
import type { FolderHandle } from "./folder-handle.ts";
import { type ForbiddenPlaces, foldLocation } from "./forbidden-places.ts";
import type { GuestPath } from "./guest-path.ts";
import { joinPath, type Location, withoutDotDot } from "./host-path.ts";
import { type BuiltInRule, type ErrorCode, isStop, refused, type Stop } from "./refusals.ts";
import { OPENED_BY_NAME } from "./request.ts";
import { failureOf } from "./system-errors.ts";
import type { Trail } from "./trail.ts";
import { type End, walk } from "./walk.ts";

/** One path of one request, and what is to be done with what it leads to. */
export interface Reach {
  readonly folder: FolderHandle;
  readonly path: GuestPath;
  /** What the request needs; "any": a look at an object that something was granted for. */
  readonly needs: Direction | "both" | "any";
  /** The operation's name in the log. */
  readonly operation: string;
  /** The object is given another name, or loses the one it has. */
  readonly moves?: boolean;
  /** What may not be read has to stay where it is: under another name it might be. */
  readonly reveals?: boolean;
}

/** A file or folder that the guest holds, as far as it is judged. */
export type Held = Pick<FolderHandle, "domain" | "location">;

type Judged = Omit<Reach, "folder"> & { readonly folder: Held };

export interface Reached {
  readonly kind: "reached";
  readonly end: End;
  readonly trail: Trail;
}

/**
 * Walks to what a path leads to, judges it, and writes the event; whoever called closes the trail. A denial is written
 * too, and comes back as the error code that the guest sees.
 */
export async function reach(desk: Desk, request: Reach, trail: Trail): Promise<Reached | ErrorCode> {
  const { folder, path, needs } = request;
  const end = await walk(trail, path, forbiddenFor(request)).catch(failureOf);
  const location = isStop(end) ? meant(folder, path) : end.location;
  const rule = permit(folder, needs, location);
  if (isStop(end)) return stopped(desk, request, end, location, rule);
  if (rule === undefined) return stopped(desk, request, refused("default-deny"), location, rule);
  const shut = request.moves === true ? movesProtected(request, location) : undefined;
  if (shut !== undefined) return stopped(desk, request, refused(shut), location, rule);
  announce(desk, request, location, rule);
  return { kind: "reached", end, trail };
}

/** Says no to what was reached, for a reason that only a look at it could show. */
export function refuse(desk: Desk, request: Reach, location: Location, rule: BuiltInRule): ErrorCode {
  return stopped(desk, request, refused(rule), location, undefined);
}

/** Judges an operation on what the guest holds; the error code of a denial, undefined when it may go on. */
export function announceHeld(desk: Desk, held: Held, operation: "list" | "set-times"): ErrorCode | undefined {
  const request: Judged = { folder: held, path: ITSELF, needs: operation === "list" ? "read" : "write", operation };
  const rule = permit(held, request.needs, held.location);
  const folded = foldLocation(held.location);
  const shut = forbiddenFor(request).find((places) => places.covers(folded) && places.opens?.(folded) !== true)?.rule;
  if (rule === undefined || shut !== undefined) {
    return stopped(desk, request, refused(shut ?? "default-deny"), held.location, rule);
  }
  announce(desk, request, held.location, rule);
  return undefined;
}

const ITSELF: GuestPath = { kind: "path", names: [], folder: true };

function directionOf(needs: Reach["needs"]): Direction {
  return needs === "read" || needs === "any" ? "read" : "write";
}

/** Both lists, where the object will be read as well as written. */
function forbiddenFor({ folder: { domain }, needs, reveals = false }: Judged): readonly ForbiddenPlaces[] {
  const both = needs === "both" || reveals;
  return both ? [...domain.forbidden("read"), ...domain.forbidden("write")] : domain.forbidden(directionOf(needs));
}

/** Where a path would lead if there were no links: for the log, when the walk did not get there. */
function meant(folder: Held, path: GuestPath): Location {
  return withoutDotDot([...folder.location, ...path.names]);
}

function permit({ domain }: Held, needs: Reach["needs"], location: Location): string | undefined {
  const [read, write] = [domain.permit("read", location), domain.permit("write", location)];
  if (needs === "any") return read ?? write;
  if (needs === "both") return read === undefined ? undefined : write;
  return needs === "read" ? read : write;
}

function movesProtected(request: Judged, location: Location): BuiltInRule | undefined {
  const folded = foldLocation(location);
  const found = forbiddenFor(request).some((places) => places.liesBelow?.(folded) === true);
  return found ? "moves-protected" : undefined;
}

function stopped(desk: Desk, request: Judged, stop: Stop, location: Location, rule: string | undefined): ErrorCode {
  if (stop.kind === "failed") {
    if (rule === undefined) return stopped(desk, request, refused("default-deny"), location, rule);
    announce(desk, request, location, rule);
    return stop.code;
  }
  deny(desk, request, location, stop.rule);
  return stop.rule === "default-deny" && mayLook(request, location)
    ? "read-only"
    : (CODES[stop.rule] ?? "not-permitted");
}

/** What may be read but not written is read-only to a guest, and no secret. */
function mayLook({ folder, needs }: Judged, location: Location): boolean {
  return needs !== "read" && folder.domain.permit("read", location) !== undefined;
}

const CODES: Readonly<Partial<Record<BuiltInRule, ErrorCode>>> = { "invalid-path": "invalid" };

function announce(desk: Desk, { needs, operation }: Judged, location: Location, rule: string): void {
  const capability = needs === "read" || needs === "any" ? "filesystem-read" : "filesystem-write";
  const argument = joinPath(location);
  desk.decide({ capability, operation, argument, rule, allowed: true, hint: undefined, routine: true });
}

function deny(desk: Desk, { folder, needs, operation }: Judged, location: Location, rule: BuiltInRule): void {
  const direction = directionOf(needs);
  const capability = `filesystem-${direction}`;
  const hint =
    rule === "default-deny" || OPENED_BY_NAME.has(rule) ? folder.domain.hint(direction, location) : undefined;
  desk.decide({ capability, operation, argument: joinPath(location), rule, allowed: false, hint });
}
