// Where the tree is not the file. Whatever is counted here was not analysed, or not as Python would run it, and must be
// reported.

const KEPT_LINES: i32 = 8;

export class Faults {
  /** Places that are no Python 3: unknown characters, missing brackets, unclosed strings. */
  errors: i32 = 0;
  /** Nesting beyond the limits: the inside was only searched for names and calls. */
  cutoffs: i32 = 0;
  cutoffLine: i32 = 0;
  /**
   * Line from which nothing was read, 0 when the whole file was: an unclosed text swallowed it, or a memory bound
   * stopped the parser.
   */
  skippedFrom: i32 = 0;
  /** Identifiers that Python reads as other, ASCII ones (fullwidth, mathematical letters ...). They are resolved. */
  disguised: i32 = 0;
  disguisedLine: i32 = 0;
  /** Identifiers whose normal form the engine does not compute: two spellings of one name would look like two names. */
  unnormalised: i32 = 0;
  unnormalisedLine: i32 = 0;

  private lines: StaticArray<i32> = new StaticArray<i32>(KEPT_LINES);
  private kept: i32 = 0;

  error(line: i32): void {
    this.errors++;
    if (this.kept == KEPT_LINES || (this.kept > 0 && unchecked(this.lines[this.kept - 1]) == line)) return;
    unchecked(this.lines[this.kept++] = line);
  }

  cutoff(line: i32): void {
    if (this.cutoffs++ == 0) this.cutoffLine = line;
  }

  skip(line: i32): void {
    if (this.skippedFrom == 0) this.skippedFrom = line;
  }

  disguise(line: i32): void {
    if (this.disguised++ == 0) this.disguisedLine = line;
  }

  unnormal(line: i32): void {
    if (this.unnormalised++ == 0) this.unnormalisedLine = line;
  }

  /** Line of the i-th error for i < keptLines: the first few, neighbours on one line once. */
  errorLine(i: i32): i32 { return unchecked(this.lines[i]); }
  get keptLines(): i32 { return this.kept; }

  /** Whether the tree is the whole file, read as Python reads it. */
  get none(): bool {
    return this.errors + this.cutoffs + this.skippedFrom + this.unnormalised == 0;
  }
}
