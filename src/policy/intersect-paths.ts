import type { DirGrant } from "./grants.ts";
import type { Allowed, PathRule, Sourced } from "./layer.ts";
import { liesWithin } from "./path-tree.ts";
import { foldPath, isCredentialPlace } from "./protected-places.ts";

/** What two sets of path rules both allow: of two trees the narrower one, and credential places only where both open them. */
export function intersectPaths(
  one: readonly Sourced<PathRule>[],
  other: readonly Sourced<PathRule>[],
): Sourced<PathRule>[] {
  return one.flatMap((mine) =>
    other.flatMap((theirs) => {
      const narrower = narrowerTree(mine.value, theirs.value);
      if (narrower === undefined) return [];
      const ordinary = mine.value.ordinary || theirs.value.ordinary;
      if (ordinary && isCredential(narrower)) return [];
      if (narrower === mine.value && ordinary === mine.value.ordinary) return mine;
      return { value: { ...narrower, ordinary }, source: `${mine.source}, within ${theirs.source}` };
    }),
  );
}

/** Folders as far as they may be read; where they may not be written they are read-only. */
export function dirsWithin(dirs: readonly Sourced<DirGrant>[], ceiling: Allowed, pathOf: PathOf): Sourced<DirGrant>[] {
  return dirs.flatMap(({ value, source }) => {
    const rule: Sourced<PathRule> = { value: { ...pathOf(value), ordinary: value.ordinary === true }, source };
    const [reading] = whole(intersectPaths([rule], ceiling.fsRead), rule);
    if (reading === undefined) return [];
    const [writing] = value.readOnly ? [] : whole(intersectPaths([rule], ceiling.fsWrite), rule);
    const ordinary = reading.value.ordinary || writing?.value.ordinary === true;
    return { value: { ...value, readOnly: writing === undefined, ...(ordinary ? { ordinary } : {}) }, source };
  });
}

/** What of a folder a ceiling is asked about: where it lies, or what the guest calls it. */
export type PathOf = (dir: DirGrant) => Omit<PathRule, "ordinary">;

/** Parts that are the whole folder; the one that opens its credential places first. */
function whole(parts: readonly Sourced<PathRule>[], { value }: Sourced<PathRule>): Sourced<PathRule>[] {
  return parts
    .filter((part) => part.value.path === value.path)
    .sort((one, other) => Number(one.value.ordinary) - Number(other.value.ordinary));
}

function narrowerTree(one: PathRule, other: PathRule): PathRule | undefined {
  if (other.path === undefined) return one;
  if (one.path === undefined) return other;
  if (liesWithin(one.real ?? one.path, other.real ?? other.path)) return one;
  return liesWithin(other.real ?? other.path, one.real ?? one.path) ? other : undefined;
}

function isCredential({ path, real }: PathRule): boolean {
  return [path, real].some((name) => name !== undefined && isCredentialPlace(foldPath(name)));
}
