import { joinPath, type Location } from "./host-path.ts";
import type { End } from "./walk.ts";

export interface ChangedFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** It was not there before this run. */
  readonly created: boolean;
  /** It was there before this run, and no longer is; absent otherwise. */
  readonly removed?: true;
}

export interface ChangeList {
  add(end: End): void;
  /** The name is gone. */
  gone(location: Location): void;
  /** What had that name has the other one now, with everything below it. */
  moved(from: Location, to: End): void;
  all(): readonly ChangedFile[];
  /** How many changes came after the list was full. */
  omitted(): number;
}

/**
 * One line for each file and folder, however often it is changed; what came and went in one run is not listed. Of the
 * first ones only, because a guest may make a million.
 */
export function changeList(): ChangeList {
  const changes = new Map<string, ChangedFile>();
  let room = MAX_CHARACTERS;
  let omitted = 0;
  const put = (change: ChangedFile) => {
    room -= change.path.length;
    if (room < 0) omitted += 1;
    else changes.set(change.path, change);
  };
  const list: ChangeList = {
    add(end) {
      const path = joinPath(end.location);
      const before = changes.get(path);
      if (before === undefined) put({ path, created: end.kind === "vacant" });
      else if (before.removed) changes.set(path, { path, created: false });
    },
    gone(location) {
      const path = joinPath(location);
      const before = changes.get(path);
      if (before?.created === true) changes.delete(path);
      else if (before !== undefined) changes.set(path, { path, created: false, removed: true });
      else put({ path, created: false, removed: true });
    },
    moved(from, to) {
      const [before, after] = [`${joinPath(from)}/`, `${joinPath(to.location)}/`];
      const below = [...changes.keys()].filter((path) => path.startsWith(before));
      for (const path of below) {
        if (changes.get(path)?.removed !== true) put({ path: after + path.slice(before.length), created: true });
        changes.delete(path);
      }
      list.gone(from);
      list.add(to);
    },
    all: () => [...changes.values()],
    omitted: () => omitted,
  };
  return list;
}

/** Of all paths together: the last line of a run in the audit log holds them, and stays below 64 KiB (`LogFile`). */
const MAX_CHARACTERS = 16_384;
