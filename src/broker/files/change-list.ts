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
  /** The name is gone: removed, or given to another place. */
  gone(location: Location): void;
  all(): readonly ChangedFile[];
}

/** One line for each file and folder, however often it is changed; what came and went in one run is not listed. */
export function changeList(): ChangeList {
  const changes = new Map<string, ChangedFile>();
  return {
    add(end) {
      const path = joinPath(end.location);
      const before = changes.get(path);
      if (before === undefined) changes.set(path, { path, created: end.kind === "vacant" });
      else if (before.removed) changes.set(path, { path, created: false });
    },
    gone(location) {
      const path = joinPath(location);
      if (changes.get(path)?.created === true) changes.delete(path);
      else changes.set(path, { path, created: false, removed: true });
    },
    all: () => [...changes.values()],
  };
}
