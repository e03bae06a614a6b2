import { type Location, startsWith, withoutDotDot } from "./host-path.ts";

export interface Match<G> {
  readonly grant: G;
  /** What is left to walk below the grant, `..` still in place. */
  readonly rest: Location;
}

/**
 * The grant that a path lies in, compared name by name and never by string prefix; the most specific one when several
 * do. Folders above a grant are not looked at, so `..` up there is taken back by spelling; from where the path last
 * enters the grant, `..` is left for the walk.
 */
export function matchGrant<G>(
  names: Location,
  grants: readonly G[],
  nameOf: (grant: G) => Location,
): Match<G> | undefined {
  const meant = withoutDotDot(names);
  const [grant] = grants
    .filter((candidate) => startsWith(meant, nameOf(candidate)))
    .sort((left, right) => nameOf(right).length - nameOf(left).length);
  return grant === undefined ? undefined : { grant, rest: names.slice(entryInto(nameOf(grant), names)) };
}

/** After how many of `names` the path is inside `folder` and stays there; it does end inside. */
function entryInto(folder: Location, names: Location): number {
  let entry = 0;
  const current: string[] = [];
  for (const [index, name] of names.entries()) {
    if (name === "..") current.pop();
    else current.push(name);
    if (folder.length > 0 && current.length === folder.length && name !== ".." && startsWith(current, folder))
      entry = index + 1;
  }
  return entry;
}
