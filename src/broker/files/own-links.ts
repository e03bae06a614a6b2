/** The links that the guest made in this run. */
export interface OwnLinks {
  /** How many folders up the farthest-reaching of its symbolic links leads. */
  readonly farthestUp: number;
  leadsUp(folders: number): void;
  /** How many names a file has that are known to lie inside the grants: one, and those that the guest made. */
  known(id: string): bigint;
  added(id: string): void;
  removed(id: string): void;
}

export function ownLinks(): OwnLinks {
  const names = new Map<string, bigint>();
  const known = (id: string) => names.get(id) ?? 1n;
  let farthestUp = 0;
  return {
    get farthestUp() {
      return farthestUp;
    },
    leadsUp(folders) {
      farthestUp = Math.max(farthestUp, folders);
    },
    known,
    added: (id) => void names.set(id, known(id) + 1n),
    removed: (id) => {
      const left = known(id) - 1n;
      if (left > 1n) names.set(id, left);
      else names.delete(id);
    },
  };
}
