// What all evaluators of a scan share: how far they have got, and how far they may go.
import { Node } from "./ast";
import { Shadowed } from "./loops";
import { Numbers } from "./numbers";
import { Origins } from "./origins";
import { CmdletIndex } from "./powershell/cmdlet-names";
import { Stack } from "./stack";
import { constants, PARAMETER, V, Value } from "./value";

/** Functions that call each other deeper than this are not followed. */
const MAX_CALLS: i32 = 24;
/** How deep the walk may be when a call is followed: each level takes some of the engine's stack. */
const MAX_DEPTH: i32 = 240;
/** Nodes that may be walked for calls and loops beyond the one walk that each node gets: so many, and so many for each byte. */
const FOLLOWED_BASE: i32 = 1 << 16;
const FOLLOWED_PER_BYTE: i32 = 4;
/** What the files of a skill may take together of the first: there may be thousands of them. */
const FOLLOWED_TOGETHER: i32 = 1 << 20;
/**
 * Nodes that may be walked in all: so many, and so many for each byte. Of real skills and packages the worst take a quarter of it;
 * beyond it the analysis ends, whatever a source has found to be walked again and again.
 */
const WALKED_BASE: i32 = 1 << 21;
const WALKED_PER_BYTE: i32 = 16;
/** Bytes of long texts that patterns may read where rules ask for them, in the same way. */
const ASKED_BASE: i32 = 1 << 22;
const ASKED_PER_BYTE: i32 = 256;
/** After so many memory is looked at. */
const VISITS_OF_LOOK: i32 = 256;
/** A class takes two kilobytes and a half, and a function some hundred bytes. */
const VISITS_OF_KEPT: i32 = 16;

/** Bytes of such a text; what is longer is left out. */
const ROOM: i32 = 512;

export class World {
  readonly unknown: Value = new Value(V.Unknown);
  /** What a parameter holds of which nothing is known. */
  readonly parameter: Value = parameterValue();
  /** Stands for an argument that was not given. */
  readonly missing: Value = new Value(V.Unknown);
  readonly numbers: Numbers = new Numbers();
  readonly constants: StaticArray<Value> = constants();
  /** Values being collected: arguments, elements. */
  readonly values: Stack<Value> = new Stack<Value>(256);
  /** Links of the chains that are being walked. */
  readonly spine: Stack<Node> = new Stack<Node>(256);
  readonly origins: Origins = new Origins();
  /** What a condition asks of a call: names around it, a remark beside it. */
  readonly called: StaticArray<u8> = new StaticArray<u8>(ROOM);
  readonly remark: StaticArray<u8> = new StaticArray<u8>(ROOM);
  readonly shadowed: Stack<Shadowed> = new Stack<Shadowed>(16);
  readonly skipped: Stack<Node> = new Stack<Node>(16);
  /** What programs have written into files, by their paths: see written-files.ts. */
  readonly files: Map<string, Value> = new Map<string, Value>();
  /** Made for the first script that has commands of PowerShell. */
  cmdlets: CmdletIndex | null = null;
  /** One of them is a download. */
  hasDownloads: bool = false;
  /** Labels that sources have given since it was emptied. */
  given: u64 = 0;
  /** What is being caught may be the answer to a request that has failed. */
  catchesAnswer: bool = false;
  /** What repeats, or starts by itself, that is being walked: see repeating.ts. */
  repeats: i32 = 0;
  /** Names that were made up for files without one. */
  temporaries: i32 = 0;
  /** Calls that were not followed. */
  cuts: i32 = 0;
  /** Known conditions that would have ended a loop. */
  exits: i32 = 0;
  /** Nodes walked so far. */
  visits: i32 = 0;
  /** How far that may go. */
  private most: i64 = WALKED_BASE;
  /** Nodes that were walked once more, in all files. */
  private followed: i64 = 0;
  /** Bytes of the files that have been read. */
  admitted: i64 = 0;
  private readable: i64 = ASKED_BASE;
  /** How far that was when memory was last looked at. */
  looked: i32 = 0;
  /** Levels of the walk that is under way, over all functions. */
  depth: i32 = 0;
  /** Functions that are being walked. */
  calls: i32 = 0;
  /** Changes when something does that functions can see: variables of modules and of enclosing functions, fields. */
  version: i32 = 0;
  /** Nodes that may still be walked once more. */
  private left: i32 = 0;
  private start: i32 = -1;

  /** A file of this length is read next. */
  admit(length: i32): void {
    this.admitted += length;
    this.most += (length as i64) * WALKED_PER_BYTE;
    this.readable += (length as i64) * ASKED_PER_BYTE;
  }

  /** Whether patterns may read so much more. */
  mayRead(length: i32): bool {
    this.readable -= length;
    return this.readable >= 0;
  }

  get isOverworked(): bool { return this.visits > this.most; }

  /** A file of this length is walked next. */
  allow(length: i32): void {
    const base = this.followed < FOLLOWED_TOGETHER + this.admitted * FOLLOWED_PER_BYTE ? FOLLOWED_BASE : 0;
    this.left = base + min(length, 1 << 24) * FOLLOWED_PER_BYTE;
    this.start = -1;
  }

  /** What `restore` needs. */
  saved(): i64 {
    return ((this.left as i64) << 32) | ((this.start as i64) & 0xffffffff);
  }

  restore(before: i64): void {
    this.left = (before >> 32) as i32;
    this.start = before as i32;
  }

  get mayFollow(): bool {
    return this.calls < MAX_CALLS && this.depth < MAX_DEPTH && this.left > (this.start < 0 ? 0 : this.visits - this.start);
  }

  /** It may have been more than so many at once. */
  get isLookDue(): bool { return this.visits - this.looked >= VISITS_OF_LOOK; }

  /** Something was made whose memory is not taken back within the scan: as good as so many nodes more. */
  keepsOne(): void { this.visits += VISITS_OF_KEPT; }

  /** What is walked from here on is walked once more; returns whether `stop` has to be called. */
  begin(): bool {
    if (this.start >= 0) return false;
    this.start = this.visits;
    return true;
  }

  end(): void {
    this.left -= this.visits - this.start;
    this.followed += this.visits - this.start;
    this.start = -1;
  }
}

function parameterValue(): Value {
  const value = new Value(V.Unknown);
  value.labels = PARAMETER;
  return value;
}
