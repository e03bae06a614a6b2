// What was found: offsets and rules, nothing else. Lines, columns and texts are worked out once, when the report is written.
import { keep } from "./arena";

export class Findings {
  /** offset << 16 | rule, in the order of discovery; may hold one twice. */
  private entries: StaticArray<u64> = new StaticArray<u64>(64);
  private used: i32 = 0;
  /** When not negative, every finding is put there: the code being scanned is a constant of the outer code. */
  place: i32 = -1;

  get count(): i32 { return this.used; }

  /** Where a finding at this offset of the code being scanned is put. */
  placed(offset: i32): i32 { return this.place >= 0 ? this.place : offset; }

  add(rule: i32, offset: i32): void {
    const at = this.placed(offset);
    const entry = ((at as u64) << 16) | (rule as u64);
    if (this.used > 0 && unchecked(this.entries[this.used - 1]) == entry) return;
    if (this.used == this.entries.length) this.grow();
    unchecked(this.entries[this.used++] = entry);
  }

  private grow(): void {
    keep();
    const larger = new StaticArray<u64>(this.used * 2);
    memory.copy(changetype<usize>(larger), changetype<usize>(this.entries), (this.used as usize) << 3);
    this.entries = larger;
  }

  /** By offset, then rule. */
  sort(): void {
    const sorted = this.entries.slice<StaticArray<u64>>(0, this.used);
    sorted.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.entries = sorted;
  }

  offset(i: i32): i32 { return (unchecked(this.entries[i]) >> 16) as i32; }
  rule(i: i32): i32 { return (unchecked(this.entries[i]) & 0xffff) as i32; }
}
