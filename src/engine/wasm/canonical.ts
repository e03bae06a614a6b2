import { asynchronous, malformed } from "./malformed.ts";
import type { Reader } from "./reader.ts";
import { eachOf, type Spent } from "./walk.ts";

/**
 * Reads one canonical function: lift, lower, or the making, dropping and reading of a resource handle.
 *
 * @returns the index of the type that a lifted function has; undefined for all others, which are core functions
 */
export function readCanonical(reader: Reader, spent: Spent): number | undefined {
  const offset = reader.offset;
  const code = reader.u8();
  if (code === CANON.lift || code === CANON.lower) {
    reader.expect(0, "sort of a canonical function");
    reader.u32();
    eachOf(reader, spent, () => readOption(reader));
    if (code === CANON.lift) return reader.u32();
  } else if (code <= CANON.resourceRep) reader.u32();
  else if (code <= CANON.lastAsync) throw asynchronous(offset);
  else throw malformed(offset, `unknown canonical function 0x${code.toString(16)}`);
  return undefined;
}

/** 2 is resource.new and 3 resource.drop; all between resource.rep and the last belong to async and threads. */
const CANON = { lift: 0, lower: 1, resourceRep: 4, lastAsync: 0x42 } as const;

/** 0 to 2 are string encodings; 3 memory, 4 realloc and 5 post-return carry an index; 6 async, 7 callback. */
function readOption(reader: Reader): void {
  const offset = reader.offset;
  const code = reader.u8();
  if (code >= 3 && code <= 5) reader.u32();
  else if (code === 6 || code === 7) throw asynchronous(offset);
  else if (code > 5) throw malformed(offset, `unknown canonical option 0x${code.toString(16)}`);
}
