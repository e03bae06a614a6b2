import { joinPath } from "./host-path.ts";
import type { End } from "./walk.ts";

export interface ChangedFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** It was not there before this run. */
  readonly created: boolean;
}

export interface ChangeList {
  add(end: End): void;
  all(): readonly ChangedFile[];
}

/** One line for each file, however often it is written. */
export function changeList(): ChangeList {
  const changes = new Map<string, ChangedFile>();
  return {
    add(end) {
      const path = joinPath(end.location);
      if (!changes.has(path)) changes.set(path, { path, created: end.kind === "vacant" });
    },
    all: () => [...changes.values()],
  };
}
