/**
 * Whether a path, with `/`, is meant by a pattern: `*` and `?` stay within a name, `**` is any number of folders.
 * Takes time in proportion to the product of both lengths, whatever they are.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  return matches(path.split("/"), pattern.split("/"), (part) => part === "**", matchesName);
}

function matchesName(name: string, pattern: string): boolean {
  return matches(
    [...name],
    [...pattern],
    (part) => part === "*",
    (character, part) => part === "?" || part === character,
  );
}

/** Whether all items fit all parts, where a gap fits any number of items. */
function matches<T>(
  items: readonly T[],
  parts: readonly T[],
  isGap: (part: T) => boolean,
  fits: (item: T, part: T) => boolean,
): boolean {
  // ends[n]: the parts so far fit the first n items.
  let ends = items.map(() => false);
  ends.unshift(true);
  for (const part of parts) {
    const next = [isGap(part) && ends[0] === true];
    for (const [at, item] of items.entries()) {
      next.push(isGap(part) ? next[at] === true || ends[at + 1] === true : ends[at] === true && fits(item, part));
    }
    ends = next;
  }
  return ends.at(-1) === true;
}
