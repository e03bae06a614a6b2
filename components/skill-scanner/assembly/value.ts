// What the evaluator knows of an expression. Values never change once made: variables share them.
import { keep } from "./arena";
import { N, Node } from "./ast";
import { Texts } from "./texts";

export const enum V {
  /** Nothing but its labels. */
  Unknown,
  /** A name of the rules' tree, see `node`. */
  Path,
  /** The namespace of a Path, whose items are members: `os.__dict__`. */
  Members,
  /** The variables of the scanned code: `globals()`. */
  Namespace,
  Text,
  Number,
  /** None, False, True. */
  Constant,
  List,
  /** Items are key, value, key, value. */
  Dict,
  /** One of several, after branches: the items. */
  Choice,
  /** A class of the scanned code: see objects.ts. */
  Class,
  /** An object of such a class. */
  Instance,
  /** A function of the scanned code: see functions.ts. */
  Function,
  /** itertools.cycle(items): they come again and again. */
  Cycle,
  /** attrgetter(name): its only item is the name. */
  Getter,
  /** A regular expression of JavaScript: see script-regex.ts. */
  Regex,
  /** The names of a module's members, and these with the members: see searched-names.ts. */
  Names,
  Entries,
}

export class Value {
  /** Place in the name tree; for a Text the methods that it has beside those of str (pathlib). 0 for none. */
  node: i32 = 0;
  labels: u64 = 0;
  /** Of an open file, and of its methods: see written-files.ts. */
  opened: Opened | null = null;
  constructor(public kind: i32) {}
}

/** A file that is open, or a buffer: its path, the expression that named it, and where it was opened. */
export class Opened {
  /** Of what has been written into it so far: a file changes, whoever holds it. */
  labels: u64 = 0;
  constructor(public path: Value, public node: Node | null, public place: i32) {}
}

export class NumberValue extends Value {
  constructor(public number: i64) { super(V.Number); }
}

export class ItemsValue extends Value {
  /** Every item is constant: worked out once, for lists may hold each other to any depth. */
  isConstant: bool;
  count: i32;
  /** Where items may be appended in place while `count` is its end; see TextWriter. */
  writer: ListWriter | null = null;

  constructor(kind: i32, private room: StaticArray<Value>) {
    super(kind);
    this.count = room.length;
    this.isConstant = kind != V.Unknown && areConstant(room);
  }

  get items(): StaticArray<Value> {
    if (this.room.length != this.count) {
      this.writer!.charge(this.count);
      this.room = this.room.slice<StaticArray<Value>>(0, this.count);
      keep(); // the list is older
      this.writer = null;
    }
    return this.room;
  }

  @inline at(i: i32): Value { return unchecked(this.room[i]); }
  /** Of its first item. */
  get address(): usize { return changetype<usize>(this.room); }

  /** The same with one more item. */
  appended(item: Value, texts: Texts): ItemsValue {
    const before = this.writer;
    // the room is older than the item
    const isLast = before !== null && before.end == this.count && this.count < this.room.length;
    if (isLast) keep();
    const list = new ItemsValue(V.Unknown, isLast ? this.room : this.larger(texts));
    list.kind = this.kind;
    list.writer = isLast ? before : new ListWriter(texts);
    list.count = this.count + 1;
    list.writer!.end = list.count;
    list.isConstant = this.isConstant && isConstant(item);
    list.labels = this.labels | item.labels;
    unchecked(list.room[this.count] = item);
    return list;
  }

  private larger(texts: Texts): StaticArray<Value> {
    texts.charge(this.count * 4);
    const larger = new StaticArray<Value>(max(8, this.count * 2));
    memory.copy(changetype<usize>(larger), changetype<usize>(this.room), (this.count as usize) * sizeof<Value>());
    return larger;
  }
}

/** Room behind the end of a list. */
export class ListWriter {
  end: i32 = 0;
  constructor(private texts: Texts) {}
  charge(items: i32): void { this.texts.charge(items * 4); }
}

function areConstant(items: StaticArray<Value>): bool {
  for (let i = 0; i < items.length; i++) if (!isConstant(unchecked(items[i]))) return false;
  return true;
}

/** Whether the characters of a text are bytes. */
const enum Width { Unknown, Ascii, Wider }

/** A text: bytes from..to of `bytes`. Unknown parts are HOLE bytes. */
export class TextValue extends Value {
  /** State of the string automaton after the last byte. */
  state: i32 = 0;
  /** It has HOLE bytes. */
  holes: bool = false;
  /** It was put together, not written down in one piece. */
  assembled: bool = false;
  /** It is bytes: its items are numbers. */
  isBytes: bool = false;
  /** How it was decoded: see codings.ts. */
  codings: i32 = 0;
  /** Some rule has already reported it. */
  reported: bool = false;
  /** Line patterns that something in it pointed to: more text behind it may complete them. */
  questions: u64 = 0;
  /** Patterns of `says` that it has been asked for, and those that it matches, as bits. */
  asked: u64 = 0;
  answers: u64 = 0;
  /** The writer that made `bytes` and may append in place while `to` is its end; null for a slice of the source. */
  writer: TextWriter | null = null;
  private width: Width = Width.Unknown;
  constructor(public bytes: StaticArray<u8>, public from: i32, public to: i32) { super(V.Text); }

  get length(): i32 { return this.to - this.from; }
  @inline at(i: i32): i32 { return unchecked(this.bytes[this.from + i]) as i32; }
  /** Worked out once: whoever takes its characters one by one asks each time. */
  get isAscii(): bool {
    if (this.width == Width.Unknown) this.width = this.widthFrom(this.from);
    return this.width == Width.Ascii;
  }
  /** It is `before` with more behind it. */
  continues(before: TextValue): void {
    this.width = before.width == Width.Ascii ? this.widthFrom(this.from + before.length) : before.width;
  }
  private widthFrom(from: i32): Width {
    for (let i = from; i < this.to; i++) if (unchecked(this.bytes[i]) >= 0x80) return Width.Wider;
    return Width.Ascii;
  }
}

/** Room behind the end of a text, so that a chain of appends copies each byte a bounded number of times. */
export class TextWriter {
  constructor(public end: i32) {}
}

/** Its own labels, and those of what was written into it. */
// @ts-ignore: decorator
@inline export function heldLabels(value: Value): u64 {
  return value.opened === null ? value.labels : value.labels | value.opened!.labels;
}

/** Label of what a parameter of which nothing is known holds: shows what depends on the arguments of a call. */
export const PARAMETER: u64 = 1 << 63;

/** Stands for a part of unknown text. UTF-8 has no such byte. */
export const HOLE: i32 = 0xfd;

/** A float is written, and not computed with. */
export const enum ConstantValue { None, False, True, Float }

// @ts-ignore: decorator
@inline export function asText(v: Value): TextValue { return changetype<TextValue>(v); }
// @ts-ignore: decorator
@inline export function asNumber(v: Value): NumberValue { return changetype<NumberValue>(v); }
// @ts-ignore: decorator
@inline export function asItems(v: Value): ItemsValue { return changetype<ItemsValue>(v); }

/** Every part of it is written in the source. */
export function isConstant(v: Value): bool {
  switch (v.kind) {
    case V.Text: return !asText(v).holes;
    case V.Number: case V.Constant: return true;
    case V.List: case V.Dict: case V.Choice: return asItems(v).isConstant;
    default: return false;
  }
}

/** Kinds whose left operand `a` may nest without bound. */
// @ts-ignore: decorator
@inline export function isSpine(kind: i32): bool {
  return kind == N.Attr || kind == N.Call || kind == N.Subscript || kind == N.Bin || kind == N.Bool || kind == N.Compare;
}

/** None, False and True, in the order of ConstantValue. */
export function constants(): StaticArray<Value> {
  const values = new StaticArray<Value>(3);
  for (let i = 0; i < 3; i++) {
    const value = new Value(V.Constant);
    value.node = i;
    unchecked(values[i] = value);
  }
  return values;
}
