const NAME = /^[a-z0-9][a-z0-9 ._-]{0,63}$/i;
const LAST_POSITION = 2 ** 31;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A rule's or category's name. */
export function name(value: unknown): string | undefined {
  return typeof value === "string" && NAME.test(value) ? value : undefined;
}

/** A line, a column or an index below `limit`. */
export function position(value: unknown, limit: number = LAST_POSITION): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < limit ? Number(value) : undefined;
}

/** A text of at most so many UTF-16 units, cut between characters; undefined for what is no text. */
export function clipped(value: unknown, limit: number): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.length <= limit ? value : `${value.slice(0, limit).toWellFormed()}…`;
}

/** At most `limit` elements, the rest dropped; undefined when it is no list, or one of them is malformed. */
export function listOf<T>(value: unknown, limit: number, read: (each: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list: T[] = [];
  for (const each of value.slice(0, limit)) {
    const element = read(each);
    if (element === undefined) return undefined;
    list.push(element);
  }
  return list;
}
