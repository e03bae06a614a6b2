import type { CapabilityDecision, Desk } from "../desk.ts";
import type { Direction } from "./domain.ts";
import type { FolderHandle } from "./folder-handle.ts";
import { type ForbiddenPlaces, foldLocation } from "./forbidden-places.ts";
import type { GuestPath } from "./guest-path.ts";
import { joinPath, type Location, withoutDotDot } from "./host-path.ts";
import { type BuiltInRule, type ErrorCode, isStop, type Stop } from "./refusals.ts";
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
 * Walks to what a path leads to, judges it, asks about what is denied where somebody can be asked, and writes the event;
 * whoever called closes the trail. A denial is written too, and comes back as the error code that the guest sees.
 */
export async function reach(desk: Desk, request: Reach, trail: Trail): Promise<Reached | ErrorCode> {
  const judged = await judgeOrAsk(desk, request, () => {
    // Each time from the start.
    trail.close();
    return judgePath(request, trail);
  });
  if (judged.kind === "denied") return turnedAway(desk, request, judged);
  announce(desk, request, judged.location, judged.rule);
  return judged.kind === "failed" ? judged.code : { kind: "reached", end: judged.end, trail };
}

/** Says no to what was reached, for a reason that only a look at it could show. */
export function refuse(desk: Desk, request: Reach, location: Location, rule: BuiltInRule): ErrorCode {
  return turnedAway(desk, request, { kind: "denied", rule, location });
}

/** Judges an operation on what the guest holds; the error code of a denial, undefined when it may go on. */
export async function announceHeld(
  desk: Desk,
  held: Held,
  operation: "list" | "set-times",
): Promise<ErrorCode | undefined> {
  const request: Judged = { folder: held, path: ITSELF, needs: operation === "list" ? "read" : "write", operation };
  const judged = await judgeOrAsk(desk, request, () => judgeHeld(request));
  if (judged.kind === "denied") return turnedAway(desk, request, judged);
  announce(desk, request, judged.location, judged.rule);
  return undefined;
}

interface Denied {
  readonly kind: "denied";
  readonly rule: BuiltInRule;
  readonly location: Location;
}

/** The policy allows it, by this rule. */
interface Allowed {
  readonly kind: "allowed";
  readonly location: Location;
  readonly rule: string;
}

async function judgePath(request: Reach, trail: Trail) {
  const { folder, path, needs } = request;
  const end = await walk(trail, path, forbiddenFor(request)).catch(failureOf);
  const location = isStop(end) ? (atOf(end) ?? meant(folder, path)) : end.location;
  const rule = permit(folder, needs, location);
  if (isStop(end) && end.kind === "refused") return denied(end.rule, location);
  if (rule === undefined) return denied("default-deny", location);
  // What fails was allowed, and is announced like what succeeds.
  if (isStop(end)) return { kind: "failed" as const, code: end.code, location, rule };
  const shut = request.moves === true ? movesProtected(request, location) : undefined;
  return shut === undefined ? { kind: "reached" as const, end, location, rule } : denied(shut, location);
}

function atOf(stop: Stop): Location | undefined {
  return stop.kind === "refused" ? stop.at : undefined;
}

function judgeHeld(request: Judged): Allowed | Denied {
  const { location } = request.folder;
  const rule = permit(request.folder, request.needs, location);
  const folded = foldLocation(location);
  const shut = forbiddenFor(request).find((places) => places.covers(folded) && places.opens?.(folded) !== true)?.rule;
  if (rule === undefined || shut !== undefined) return denied(shut ?? "default-deny", location);
  return { kind: "allowed", location, rule };
}

function denied(rule: BuiltInRule, location: Location): Denied {
  return { kind: "denied", rule, location };
}

/** Judges again for as long as a person opens what was denied; the same thing is asked about once. */
async function judgeOrAsk<T extends { readonly kind: string }>(
  { asking }: Desk,
  request: Judged,
  judge: () => Promise<T | Denied> | T | Denied,
): Promise<T | Denied> {
  const { growth } = request.folder.domain;
  const asked = new Set<string>();
  for (;;) {
    const judged = await judge();
    if (judged.kind !== "denied" || asking === undefined || growth === undefined) return judged;
    const denial = denialOf(request, judged as Denied);
    if (denial.hint === undefined || asked.has(denial.hint)) return judged;
    asked.add(denial.hint);
    const permission = await asking.permit(denial);
    if (permission === undefined || !growth.add(permission)) return judged;
  }
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

function turnedAway(desk: Desk, request: Judged, denial: Denied): ErrorCode {
  desk.decide(denialOf(request, denial));
  const { rule, location } = denial;
  return rule === "default-deny" && mayLook(request, location) ? "read-only" : (CODES[rule] ?? "not-permitted");
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

function denialOf(request: Judged, { rule, location }: Denied): CapabilityDecision {
  const { domain } = request.folder;
  const direction = lacking(request, location);
  const hint = canBeOpened(request, rule, location) ? domain.hint(direction, location) : undefined;
  const { operation } = request;
  const argument = joinPath(location);
  return { capability: `filesystem-${direction}`, operation, argument, rule, allowed: false, hint };
}

/** Whether there is a flag that would help: nothing opens what is shut for everybody. */
function canBeOpened(request: Judged, rule: BuiltInRule, location: Location): boolean {
  const folded = foldLocation(location);
  const shut = forbiddenFor(request).filter((places) => places.covers(folded));
  return [rule, ...shut.map((places) => places.rule)].every((one) => one === "default-deny" || OPENED_BY_NAME.has(one));
}

/** What is missing; of reading and writing first the latter. */
function lacking({ folder: { domain }, needs }: Judged, location: Location): Direction {
  if (needs !== "both") return directionOf(needs);
  const folded = foldLocation(location);
  const isShut = domain.forbidden("write").some((places) => places.covers(folded));
  return isShut || domain.permit("write", location) === undefined ? "write" : "read";
}
