// What was found: places and rules, nothing else. Lines, columns and texts are worked out once, when the report is written.
//
// The files of a skill are thought of as lying end to end: a place is an offset in all of them. So a place also tells
// its file. Offsets count from the first byte of the unit that is being read.
import { keep } from "./arena";
import { Flow } from "./flows";
import { Trace } from "./origins";
import { Stack } from "./stack";
import { RULE_COUNT, RULE_NOT_READ, RULE_SHOWN_AS } from "./tables";
import { Unit } from "./unit";

export class Findings {
  /** place << 16 | rule, in the order of discovery; may hold one twice. */
  private entries: StaticArray<u64> = new StaticArray<u64>(64);
  private used: i32 = 0;
  /** How many there are of each rule. */
  private counts: StaticArray<i32> = new StaticArray<i32>(RULE_COUNT);
  /** The unit that is being read. */
  unit: Unit | null = null;
  /** Functions of a shell that are being walked. */
  routines: i32 = 0;
  /** Virtual units in which something was found. */
  private units: Map<u64, Unit> = new Map<u64, Unit>();

  /** By which way what some findings tell of came to their places. */
  private flows: Map<u64, Flow> = new Map<u64, Flow>();

  /** Findings that are none when the skill names the owner of the host at their place: rule << 32 | place. */
  readonly waiting: Stack<i64> = new Stack<i64>(8);

  get count(): i32 { return this.used; }

  /** Place of an offset in the unit that is being read. */
  placed(offset: i32): i32 {
    const unit = this.unit;
    if (unit === null) return offset;
    return unit.pinned >= 0 ? unit.pinned : unit.base + offset;
  }

  add(rule: i32, offset: i32): void {
    this.addAt(rule, this.placed(offset));
  }

  /** Code is only shown. A function of a shell is no step for a reader: it is a program, wherever it stands. */
  get isShown(): bool {
    const unit = this.unit;
    return unit !== null && unit.isShown && this.routines == 0;
  }

  /** The rule, or what it is called where a person is shown a command. */
  private asShown(rule: i32): i32 {
    return this.isShown && !this.unit!.isProgram ? (load<u16>(RULE_SHOWN_AS + (rule << 1)) as i32) : rule;
  }

  addAt(rule: i32, place: i32): void {
    const shown = this.asShown(rule);
    const entry = ((place as u64) << 16) | (shown as u64);
    if (this.used > 0 && unchecked(this.entries[this.used - 1]) == entry) return;
    if (unchecked(this.counts[shown]) == MAX_OF_RULE) return;
    if (this.used == this.entries.length && !this.grow()) return;
    unchecked(this.entries[this.used++] = entry);
    unchecked(this.counts[shown] = unchecked(this.counts[shown]) + 1);
    const unit = this.unit;
    if (unit !== null && unit.level > 0) this.keepUnit(entry, unit);
  }

  /** A finding that hosts.ts decides on when the whole skill is known. */
  wait(rule: i32, offset: i32): void {
    if (this.waiting.length >= MAX_WAITING) { this.add(rule, offset); return; }
    keep();
    this.waiting.push(((rule as i64) << 32) | (this.placed(offset) as i64));
  }

  /** The same, with the way to it. */
  addFlow(rule: i32, offset: i32, trace: Trace | null, label: u64): void {
    this.add(rule, offset);
    const entry = ((this.placed(offset) as u64) << 16) | (this.asShown(rule) as u64);
    if (trace === null || this.flows.size >= MAX_FLOWS || this.flows.has(entry)) return;
    keep();
    this.flows.set(entry, new Flow(trace, label));
  }

  flow(i: i32): Flow | null {
    const entry = unchecked(this.entries[i]);
    return this.flows.has(entry) ? this.flows.get(entry) : null;
  }

  private keepUnit(entry: u64, unit: Unit): void {
    if (this.units.size >= MAX_UNITS || this.units.has(entry)) return;
    keep();
    this.units.set(entry, unit);
  }

  /** False when there is no more room: the last finding then says so. */
  private grow(): bool {
    if (this.used >= MAX_FINDINGS) {
      const last = this.used - 1;
      unchecked(this.entries[last] = (this.entries[last] & ~(0xffff as u64)) | (RULE_NOT_READ as u64));
      return false;
    }
    keep();
    const larger = new StaticArray<u64>(this.used * 2);
    memory.copy(changetype<usize>(larger), changetype<usize>(this.entries), (this.used as usize) << 3);
    this.entries = larger;
    return true;
  }

  /** By place, then rule. */
  sort(): void {
    const sorted = this.entries.slice<StaticArray<u64>>(0, this.used);
    sorted.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.entries = sorted;
  }

  place(i: i32): i32 { return (unchecked(this.entries[i]) >> 16) as i32; }
  rule(i: i32): i32 { return (unchecked(this.entries[i]) & 0xffff) as i32; }

  /** The virtual unit in which it was found; null when its line shows it. */
  virtualUnit(i: i32): Unit | null {
    const entry = unchecked(this.entries[i]);
    return this.units.has(entry) ? this.units.get(entry) : null;
  }
}

/** A power of two: sorting them takes as much memory again, and half of it. */
const MAX_FINDINGS: i32 = 1 << 20;
/** Of one rule. More of them tell nothing new, and must not take the room of others: the text of one scan is too short for so many rules. */
const MAX_OF_RULE: i32 = 1 << 14;
/** Findings of which the unit is remembered; of the others only the line is told. */
const MAX_UNITS: i32 = 4096;
/** Findings that wait; further ones are reported. */
const MAX_WAITING: i32 = 64;
/** Findings of which the way is remembered. */
const MAX_FLOWS: i32 = 1024;
