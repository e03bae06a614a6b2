/** Bounds on what is taken out of the files of one skill. */
export interface UnpackLimits {
  /** Archives within archives. */
  readonly depth: number;
  /** Entries of all archives together. */
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly bytes: number;
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number;
  /** Unpacked bytes for one packed byte, where there are more than a mebibyte of them. */
  readonly ratio: number;
}

const MIB = 1024 * 1024;

/** A skill's honest archives are far below; a bomb is past them within milliseconds. */
export const UNPACK_LIMITS: UnpackLimits = {
  depth: 4,
  entries: 10_000,
  bytes: 128 * MIB,
  entryBytes: 16 * MIB,
  ratio: 200,
};

/** What may still be taken out. */
export class UnpackBudget {
  readonly #limits: UnpackLimits;
  #entries = 0;
  #bytes = 0;

  constructor(limits: UnpackLimits = UNPACK_LIMITS) {
    this.#limits = limits;
  }

  /** Whether archives at this depth are still opened. */
  allowsDepth(depth: number): boolean {
    return depth < this.#limits.depth;
  }

  /** Takes one entry, if there is room for another. */
  takeEntry(): boolean {
    return ++this.#entries <= this.#limits.entries;
  }

  /** How many bytes an entry that takes so many in its archive may become. */
  roomFor(packedBytes: number): number {
    const { bytes, entryBytes, ratio } = this.#limits;
    const fair = Math.max(MIB, packedBytes * ratio);
    return Math.min(entryBytes, fair, Math.max(0, bytes - this.#bytes));
  }

  spend(bytes: number): void {
    this.#bytes += bytes;
  }
}
