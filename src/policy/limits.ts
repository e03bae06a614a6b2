/** Every limit of a run. All are finite, and 0 means zero. */
export interface Limits {
  /** Wall clock of the whole run, in milliseconds. */
  readonly timeoutMs: number;
  /** Linear memory of the guest, all memories together, in bytes; rounded down to whole pages of 64 KiB. */
  readonly maxMemoryBytes: number;
  /** Elements of all tables of the guest together. */
  readonly maxTableElements: number;
  /** Bytes of result, stdout and stderr together. */
  readonly maxOutputBytes: number;
  /** Requests at the door, of whatever kind. */
  readonly maxHostCalls: number;
  /** Bytes that the guest gets through the door: files, network and standard input together. */
  readonly maxHostReadBytes: number;
  /** Bytes that the guest hands out through the door: files and network together. */
  readonly maxHostWriteBytes: number;
  /** Files, folders, listings and connections that are open at the same moment. */
  readonly maxOpenFiles: number;
  /** HTTP requests and other connections, redirects counted. */
  readonly maxHttpRequests: number;
  /** Bytes of one HTTP response's body. */
  readonly maxHttpResponseBytes: number;
  /** Bytes by which files may grow, and files and folders made, each counted as one block of 4096 bytes. */
  readonly maxDiskBytes: number;
  /** Units of fuel, a safe integer; undefined: not counted. */
  readonly fuel: number | undefined;
}

export const MIB = 1024 * 1024;

/** Source of the figures: the design's decisions on defaults (ARCHITECTURE.md). */
export const DEFAULT_LIMITS: Limits = {
  timeoutMs: 30_000,
  maxMemoryBytes: 256 * MIB,
  maxTableElements: 1_000_000,
  maxOutputBytes: 16 * MIB,
  maxHostCalls: 10_000_000,
  maxHostReadBytes: 4096 * MIB,
  maxHostWriteBytes: 4096 * MIB,
  maxOpenFiles: 256,
  maxHttpRequests: 1000,
  maxHttpResponseBytes: 16 * MIB,
  maxDiskBytes: 1024 * MIB,
  fuel: undefined,
};

/** Limits that no flag changes. */
export const FIXED_LIMITS = {
  doorMessageBytes: 16 * MIB,
  httpBodyBytes: 16 * MIB,
  httpRedirects: 10,
  componentBytes: 64 * MIB,
  scannedFileBytes: 16 * MIB,
  skillBytes: 256 * MIB,
  guestHeapMiB: 256,
  auditEventsPerRun: 100_000,
} as const;
