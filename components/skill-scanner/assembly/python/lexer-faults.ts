// Where the tree is not the file. Whatever is counted here was not analysed, or not as Python would run it, and must be
// reported.

const KEPT_LINES: i32 = 8;
/** No table in a program has gaps as wide as this. */
const OFF_SCREEN: i32 = 120;

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

  /** Offset of code behind more blanks than a screen is wide; -1 for none. */
  offScreen: i32 = -1;

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

  /** Blanks lie at from..to of `src`, and behind them a token on the same line. */
  blanks(src: StaticArray<u8>, from: i32, to: i32): void {
    if (to - from < OFF_SCREEN || this.offScreen >= 0) return;
    let p = to;
    while (p > 0 && (unchecked(src[p - 1]) == 32 || unchecked(src[p - 1]) == 9)) p--;
    if (to - p >= OFF_SCREEN && p > 0 && unchecked(src[p - 1]) > 32) this.offScreen = to;
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
