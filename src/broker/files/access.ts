import type { PathGrants } from "../../policy/grants.ts";
import type { Capability } from "../decision.ts";
import type { OpenEntry } from "./entry.ts";
import type { FileFlag } from "./grant-flag.ts";
import { type Match, matchGrant } from "./grant-match.ts";
import { type Location, splitPath } from "./host-path.ts";
import type { Stop } from "./refusals.ts";
import { openRoot, type Root } from "./root.ts";

/** One direction, reading or writing: what was granted for it, and the flag that would grant more. */
export interface Access {
  readonly capability: Extract<Capability, "filesystem-read" | "filesystem-write">;
  readonly flag: FileFlag;
  readonly grants: readonly Grant[];
}

export interface Grant {
  /** The flag as the operator could have written it, for the audit log. */
  readonly text: string;
  readonly spelled: Location;
  /** Ordinary files only, as a bare flag grants them: the credential places stay shut. */
  readonly ordinary: boolean;
  /** Opened from the start on; each grant is waited for alone, because its file system may never answer. */
  readonly root: Promise<Root | Stop>;
}

/**
 * Begins to open what is granted; nothing here waits.
 *
 * @param isRootOrdinary whether a grant of `/` is one of ordinary files only; of `--dir` it is not
 */
export function openAccess(
  capability: Access["capability"],
  granted: PathGrants,
  openEntry: OpenEntry,
  isRootOrdinary = true,
): Access {
  const flag = capability === "filesystem-read" ? "--allow-fs-read" : "--allow-fs-write";
  const open = (text: string, spelled: Location, ordinary = isRootOrdinary && spelled.length === 0): Grant => {
    return { text, spelled, ordinary, root: openRoot(spelled, openEntry) };
  };
  const grants = [
    ...granted.paths.map((path) => open(`${flag}=${path}`, splitPath(path))),
    ...(granted.ordinary ?? []).map((path) => open(`${flag}=${path}`, splitPath(path), true)),
  ];
  return { capability, flag, grants: granted.all ? [...grants, open(flag, [])] : grants };
}

/**
 * The grant that covers a path, by the operator's spelling or by what that meant at the start: for a grant on a link,
 * both names are good. Folders outside the grants are never looked at.
 */
export async function coveringGrant(names: Location, grants: readonly Grant[]): Promise<Match<Grant> | undefined> {
  const spelled = matchGrant(names, grants, (grant) => grant.spelled);
  if (spelled !== undefined) return spelled;
  const real = await Promise.all(grants.map(withRealName));
  const match = matchGrant(names, real, (candidate) => candidate.name);
  return match && { grant: match.grant.grant, rest: match.rest };
}

export async function closeAccess(access: Access): Promise<void> {
  for (const grant of access.grants) {
    const root = await grant.root;
    if (root.kind === "root") root.anchor.close();
  }
}

async function withRealName(grant: Grant): Promise<{ grant: Grant; name: Location }> {
  const root = await grant.root;
  if (root.kind !== "root") return { grant, name: grant.spelled };
  return { grant, name: root.only === undefined ? root.location : [...root.location, root.only] };
}
