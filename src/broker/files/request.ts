import type { Decision } from "../decision.ts";
import { type Access, coveringGrant, type Grant } from "./access.ts";
import type { Direction } from "./domain.ts";
import type { ForbiddenPlaces } from "./forbidden-places.ts";
import { grantFlag } from "./grant-flag.ts";
import type { Match } from "./grant-match.ts";
import { type GuestPath, parseGuestPath } from "./guest-path.ts";
import type { Location } from "./host-path.ts";
import { type BuiltInRule, isStop, REASONS, type Stop } from "./refusals.ts";
import { failureOf } from "./system-errors.ts";
import { Trail } from "./trail.ts";
import { type End, walk } from "./walk.ts";

/** Hears the rule that allows a request, before anything of it is done; what it throws goes on up. */
export type Announce = (rule: string) => Promise<void> | void;

/** What a request is about to do with what its path leads to. */
export interface Job<T> {
  /** Why it cannot be done; nothing is opened for this. */
  judge(end: End): Stop | undefined;
  /** Rejects with the system's error. */
  act(end: End): Promise<Done<T> | Stop>;
}

export interface Done<T> {
  readonly kind: "done";
  readonly value: T;
}

export interface Surroundings {
  /** The folder that relative paths start from. */
  readonly cwd: Location;
  /** The places that are shut in a direction, whatever is granted. */
  places(direction: Direction): Promise<readonly ForbiddenPlaces[]>;
  /** Of those, the ones that a grant does not open by naming them. */
  forbidden(direction: Direction, grant: Grant): Promise<readonly ForbiddenPlaces[]>;
}

/** Decides one request, announces it unless it is denied, and carries it out. */
export async function request<T>(
  path: string,
  access: Access,
  around: Surroundings,
  job: Job<T>,
  announce: Announce = () => {},
): Promise<Decision<T>> {
  const parsed = parseGuestPath(path, around.cwd);
  if (access.grants.length === 0) return nothingGranted(access, parsed);
  if (isStop(parsed)) return stopped(parsed, "invalid-path", undefined);
  const match = await coveringGrant(parsed.names, access.grants);
  const hint = grantFlag(access.flag, parsed.names);
  if (match === undefined) return denied("default-deny", hint);
  const forbidden = await around.forbidden(directionOf(access), match.grant);
  const outcome = await attempt(match, parsed, forbidden, job, announce);
  return outcome.kind === "done" ? { ...outcome, rule: match.grant.text } : stopped(outcome, match.grant.text, hint);
}

function directionOf(access: Access): Direction {
  return access.capability === "filesystem-read" ? "read" : "write";
}

function nothingGranted(access: Access, parsed: GuestPath | Stop): Decision<never> {
  const hint = isStop(parsed) ? undefined : grantFlag(access.flag, parsed.names);
  return { kind: "denied", reason: `${access.capability} capability not granted`, hint, rule: "default-deny" };
}

function stopped(stop: Stop, rule: string, flag: string | undefined): Decision<never> {
  if (stop.kind === "failed") return { kind: "failed", reason: stop.reason, rule };
  return denied(stop.rule, OPENED_BY_NAME.has(stop.rule) ? flag : undefined);
}

/** Rules that a grant overrules when it names the place. */
export const OPENED_BY_NAME: ReadonlySet<BuiltInRule> = new Set(["credential-places", "executed-later"]);

function denied(rule: BuiltInRule, hint: string | undefined): Decision<never> {
  return { kind: "denied", reason: REASONS[rule], hint, rule };
}

async function attempt<T>(
  { grant, rest }: Match<Grant>,
  path: GuestPath,
  forbidden: readonly ForbiddenPlaces[],
  job: Job<T>,
  announce: Announce,
): Promise<Done<T> | Stop> {
  const root = await grant.root;
  if (root.kind !== "root") return stopBecause(root, grant, announce);
  const trail = new Trail(root);
  try {
    const end = await walk(trail, { ...path, names: rest }, forbidden).catch(failureOf);
    if (isStop(end)) return await stopBecause(end, grant, announce);
    const stop = job.judge(end);
    if (stop !== undefined) return await stopBecause(stop, grant, announce);
    await announce(grant.text);
    return await job.act(end).catch(failureOf);
  } finally {
    trail.close();
  }
}

/** What fails was allowed, and is announced like what succeeds. */
async function stopBecause(stop: Stop, grant: Grant, announce: Announce): Promise<Stop> {
  if (stop.kind === "failed") await announce(grant.text);
  return stop;
}
