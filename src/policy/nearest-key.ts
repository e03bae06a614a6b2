/** What to say of a key that nobody knows. */
export function unknownKey(key: string, known: readonly string[]): string {
  const [nearest] = nearestOf(key, known);
  const shown = JSON.stringify(key.slice(0, LONGEST_SHOWN));
  return nearest === undefined
    ? `unknown key ${shown}; known are ${known.join(", ")}`
    : `unknown key ${shown}; did you mean ${JSON.stringify(nearest)}?`;
}

const LONGEST_SHOWN = 40;

/** More slips than this and it is another word. */
const MOST_SLIPS = 3;

/** Known names that may have been meant, the nearest first. */
export function nearestOf(key: string, known: readonly string[]): string[] {
  if (key.length > LONGEST_SHOWN) return [];
  const plain = plainSpelling(key);
  return known
    .map((name) => ({ name, slips: slips(plain, plainSpelling(name)) }))
    .filter(({ name, slips }) => slips <= Math.min(MOST_SLIPS, name.length / 2))
    .sort((one, other) => one.slips - other.slips)
    .map(({ name }) => name);
}

/** `fsRead`, `fs_read` and `--fs-read` are slips of one kind. */
function plainSpelling(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Letters put in, left out or changed, to get from one word to the other (Levenshtein's distance). */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
