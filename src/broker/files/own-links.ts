/** How many names a file has that are known to lie inside the grants: one, and those that the guest made in this run. */
export interface OwnLinks {
  known(id: string): bigint;
  added(id: string): void;
  removed(id: string): void;
}

export function ownLinks(): OwnLinks {
  const names = new Map<string, bigint>();
  const known = (id: string) => names.get(id) ?? 1n;
  return {
    known,
    added: (id) => void names.set(id, known(id) + 1n),
    removed: (id) => {
      const left = known(id) - 1n;
      if (left > 1n) names.set(id, left);
      else names.delete(id);
    },
  };
}
