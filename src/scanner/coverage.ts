/** Entries that are listed; those beyond are counted. */
const LISTED = 1_000;

/** What was read and what was not: silence about a file means nothing when the file was never looked at. */
export interface Coverage {
  /** Regular files that were met. */
  readonly files: number;
  /** Wholly or partly. */
  readonly analysed: number;
  /** Links, devices and folders beyond a cap too, which `files` does not count. */
  readonly skipped: readonly SkippedFile[];
  /** How many more were skipped than are listed; absent when none. */
  readonly skipped_omitted?: number;
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

export class CoverageCount {
  files = 0;
  analysed = 0;
  readonly #skipped: SkippedFile[] = [];
  #omitted = 0;

  skip(file: string, reason: string): void {
    if (this.#skipped.length < LISTED) this.#skipped.push({ file, reason });
    else this.#omitted++;
  }

  result(): Coverage {
    const { files, analysed } = this;
    const omitted = this.#omitted === 0 ? {} : { skipped_omitted: this.#omitted };
    return { files, analysed, skipped: this.#skipped, ...omitted };
  }
}
