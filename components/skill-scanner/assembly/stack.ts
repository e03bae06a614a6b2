// A list that grows and shrinks at its end, and tells the arena when its memory moves.
import { keep } from "./arena";

export class Stack<T> {
  length: i32 = 0;
  private items: StaticArray<T>;

  constructor(room: i32) {
    this.items = new StaticArray<T>(room);
  }

  @inline at(i: i32): T { return unchecked(this.items[i]); }
  @inline set(i: i32, item: T): void { unchecked(this.items[i] = item); }
  @inline get top(): T { return unchecked(this.items[this.length - 1]); }
  @inline pop(): T { return unchecked(this.items[--this.length]); }

  push(item: T): void {
    if (this.length == this.items.length) this.grow();
    unchecked(this.items[this.length++] = item);
  }

  private grow(): void {
    keep();
    const larger = new StaticArray<T>(this.length * 2);
    memory.copy(changetype<usize>(larger), changetype<usize>(this.items), (this.length as usize) * sizeof<T>());
    this.items = larger;
  }
}
