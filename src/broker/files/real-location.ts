import { joinPath, type Location, splitPath } from "./host-path.ts";
import { realPath } from "./system-calls.ts";
import { isAbsent } from "./system-errors.ts";

export interface RealLocation {
  /** The longest part of the path that exists, all links resolved. */
  readonly existing: Location;
  /** The names after it. */
  readonly missing: Location;
}

/** Where an operator's path leads now. Rejects with the system's error when that cannot be found out. */
export async function realLocation(path: Location): Promise<RealLocation> {
  try {
    return { existing: splitPath(await realPath(joinPath(path))), missing: [] };
  } catch (error) {
    const last = path.at(-1);
    if (last === undefined || !isAbsent(error)) throw error;
    const above = await realLocation(path.slice(0, -1));
    return { existing: above.existing, missing: [...above.missing, last] };
  }
}
