/** Every limit of a run. All are finite, and 0 means zero. */
export interface Limits {
  /** Wall clock of the whole run, in milliseconds. */
  readonly timeoutMs: number;
  /** Linear memory of the guest, in bytes; rounded down to whole pages of 64 KiB. */
  readonly maxMemoryBytes: number;
  /** Bytes of result, stdout and stderr together. */
  readonly maxOutputBytes: number;
}

export const MIB = 1024 * 1024;

/** Source of the figures: the design's decisions on defaults (ARCHITECTURE.md). */
export const DEFAULT_LIMITS: Limits = { timeoutMs: 30_000, maxMemoryBytes: 256 * MIB, maxOutputBytes: 16 * MIB };

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
