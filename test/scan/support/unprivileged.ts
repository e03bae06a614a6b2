const NOBODY = 65534;

/** Does synchronous work as somebody who may not read everything, which root may. */
export function unprivileged<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}
