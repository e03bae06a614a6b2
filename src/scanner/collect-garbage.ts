let gc: (() => void) | undefined;

/**
 * Frees the memory of WebAssembly instances that nothing refers to any more. V8 does not count that memory, so it sees
 * no reason to do this by itself: 40 instances of 134 MB each were all still resident (measured, Node 26).
 */
export function collectGarbage(): void {
  gc ??= exposedGc();
  gc();
}

/**
 * Fetched when needed: few scans get here, and `node:v8` costs a millisecond. The flag goes at once: code caches that this
 * process makes hold only for processes with the same flags.
 */
function exposedGc(): () => void {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--expose-gc");
  try {
    return process.getBuiltinModule("node:vm").runInNewContext("gc");
  } finally {
    setFlagsFromString("--no-expose-gc");
  }
}
