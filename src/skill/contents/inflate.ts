import type * as Zlib from "node:zlib";

export type Inflated =
  | {
      readonly kind: "bytes";
      readonly bytes: Buffer;
      /** How much of the input it took. */
      readonly used: number;
      /** The input ends too early: these are the bytes until there, as any tool unpacks them. */
      readonly broken?: true;
    }
  | { readonly kind: "too-large" }
  | { readonly kind: "damaged" };

export type Packing = "deflate" | "zlib" | "zstandard";

/** Unpacks at most so many bytes. Never throws for what the input is. */
export function inflate(packing: Packing, input: Uint8Array, maxBytes: number): Inflated {
  // Loaded with the first archive. 0 would be no bound for zlib.
  const zlib: typeof Zlib = process.getBuiltinModule("node:zlib");
  const unpack = { deflate: zlib.inflateRawSync, zlib: zlib.inflateSync, zstandard: zlib.zstdDecompressSync }[packing];
  const options = { maxOutputLength: Math.max(1, maxBytes), info: true };
  const whole = attempt(() => unpack(input, options), maxBytes);
  if (whole !== "ends too early") return whole;
  const flush = packing === "zstandard" ? zlib.constants.ZSTD_e_flush : zlib.constants.Z_SYNC_FLUSH;
  const part = attempt(() => unpack(input, { ...options, finishFlush: flush }), maxBytes);
  if (part === "ends too early") return { kind: "damaged" };
  return part.kind === "bytes" ? { ...part, broken: true } : part;
}

function attempt(unpack: () => unknown, maxBytes: number): Inflated | "ends too early" {
  try {
    const { buffer, engine } = informed(unpack());
    return buffer.length > maxBytes
      ? { kind: "too-large" }
      : { kind: "bytes", bytes: buffer, used: engine.bytesWritten };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "Z_BUF_ERROR") return "ends too early";
    return { kind: error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "damaged" };
  }
}

/** The option `info`, which the types do not know: https://nodejs.org/api/zlib.html#class-options */
function informed(result: unknown): { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } } {
  return result as ReturnType<typeof informed>;
}
