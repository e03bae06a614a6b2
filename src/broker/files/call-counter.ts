export interface CallCounter {
  /** The call's answer, or undefined, with nothing done, after `close`. */
  during<T>(call: () => Promise<T>): Promise<T | undefined>;
  close(): void;
}

/**
 * Releases once, after `close` and after the last call under way: a descriptor closed under a walk would have its number
 * taken by another file, and the walk would go on in there.
 */
export function callCounter(release: () => Promise<void>): CallCounter {
  let underWay = 0;
  let closed = false;
  const releaseIfLast = async () => {
    if (closed && underWay === 0) await release();
  };
  return {
    async during(call) {
      if (closed) return undefined;
      underWay += 1;
      try {
        return await call();
      } finally {
        underWay -= 1;
        void releaseIfLast();
      }
    },
    close() {
      if (closed) return;
      closed = true;
      void releaseIfLast();
    },
  };
}
