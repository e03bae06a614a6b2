// Tables with an entry for each symbol or name, used by one unit after the other: a skill may have thousands of files.
import { keep } from "./arena";
import { Binding } from "./bindings";
import { NODE_COUNT } from "./tables";
import { Value } from "./value";

/** 8 MiB. */
const MAX_KEPT: i32 = 1 << 21;

export class SymbolTables {
  /** Rule name of each symbol, plus one; 0 = not looked up. */
  ruleNames: StaticArray<i32> = new StaticArray<i32>(0);
  /** The value of each name of the rules' tree that has been met. */
  readonly paths: StaticArray<Value | null> = new StaticArray<Value | null>(NODE_COUNT);
  /** Entries of all heads that are not to be used again. */
  private kept: i32 = 0;
  private free: StaticArray<Binding | null>[] = [];

  /** Room for the symbols so far, and some more. */
  ruleNamesFor(symbols: i32): void {
    if (symbols <= this.ruleNames.length) return;
    keep();
    const larger = new StaticArray<i32>(symbols * 2);
    memory.copy(changetype<usize>(larger), changetype<usize>(this.ruleNames), (this.ruleNames.length as usize) << 2);
    this.ruleNames = larger;
  }

  /** Empty heads for Bindings, to be given back with `release`. */
  heads(symbols: i32): StaticArray<Binding | null> {
    if (this.free.length > 0) {
      const heads = this.free.pop();
      if (heads.length >= symbols) return heads;
    }
    return new StaticArray<Binding | null>(symbols + (symbols >> 1));
  }

  /** Whether there is memory for leaving these as they are. */
  mayKeep(heads: StaticArray<Binding | null>): bool {
    if (this.kept + heads.length > MAX_KEPT) return false;
    this.kept += heads.length;
    return true;
  }

  release(heads: StaticArray<Binding | null>): void {
    keep();
    memory.fill(changetype<usize>(heads), 0, (heads.length as usize) << 2);
    this.free.push(heads);
  }
}
