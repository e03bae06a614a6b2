// What an evaluator knows while it walks: where it is, what names stand for, and the values that are being made.
import { keep } from "./arena";
import { Node } from "./ast";
import { Binding, Bindings } from "./bindings";
import { Shell } from "./commands/shell";
import { Signal } from "./control";
import { Findings } from "./findings";
import { Frame, FunctionValue } from "./functions";
import { Language } from "./language";
import { listEnd, listStart } from "./lists";
import { Shadowed } from "./loops";
import { nameOfString } from "./name-tree";
import { ClassValue } from "./objects";
import { Names } from "./python/names";
import { Services } from "./services";
import { Skill } from "./skill";
import { Stack } from "./stack";
import { ACTION_AT, ACTION_EFFECT, ACTION_EVENT, ISLAND_ROOTS, NODE_GO, NODE_LABELS, NODE_RUBY } from "./tables";
import { Texts } from "./texts";
import { Unit } from "./unit";
import { heldLabels, ItemsValue, PARAMETER, V, Value } from "./value";
import { World } from "./world";

/** From so many items on, as a power of two. */
const LONG_LIST: i32 = 8;

export abstract class Evaluation {
  readonly world: World;
  readonly unknown: Value;
  /** What a parameter holds of which nothing is known. */
  readonly parameter: Value;
  /** Values being collected: arguments, elements. */
  readonly values: Stack<Value>;
  readonly spine: Stack<Node>;
  readonly bindings: Bindings;
  /** `name.attribute = value`, by both symbols. */
  readonly fields: Map<u64, Value> = new Map<u64, Value>();
  /** Modules imported with `*`. */
  readonly stars: Stack<i32> = new Stack<i32>(8);
  /** Functions whose bodies are still to be walked. */
  readonly pending: Stack<FunctionValue> = new Stack<FunctionValue>(16);
  /** The function that is being walked. */
  frame: Frame | null = null;
  /** Offset of the statement that is being walked. */
  at: i32 = 0;
  /** The class whose body is being walked, and the scope of that. */
  classOf: ClassValue | null = null;
  classScope: i32 = -1;
  /** What is being walked happens, once for each time that it is walked, and in this order. */
  isCertain: bool = false;
  /** How a certain walk leaves the statement that it is in. */
  signal: Signal = Signal.None;
  /** The loop that is being walked was cut short: what it binds is not all that it would bind. */
  isCut: bool = false;
  /** Loops that are gone through round by round, and the block in which the innermost one stands. */
  loops: i32 = 0;
  loopBlock: i32 = -1;
  /** What variables held before the loops that are under way. */
  readonly shadowed: Stack<Shadowed>;
  /** Branches that no round has taken so far. */
  readonly skipped: Stack<Node>;
  /** JavaScript's names that a function used before they were bound, by their last bits, and how often. */
  readonly missed: StaticArray<i32> = new StaticArray<i32>(64);
  misses: i32 = 0;
  /** One of them has been bound to a function since. */
  isLate: bool = false;
  /** The module's own statements have been walked. */
  isWalked: bool = false;
  /** Its variables are forgotten: its functions cannot be followed any more. */
  isGone: bool = false;
  /** What a shell has in its hands; null in every other language. */
  shell: Shell | null = null;
  /** Memory is used up. */
  isStopped: bool = false;
  /** The unit is JavaScript. */
  readonly isScript: bool;
  readonly isGo: bool;
  readonly isRuby: bool;
  /** PowerShell, or a batch file: their trees are walked alike. */
  readonly isPowerShell: bool;
  /** The unit is read as islands. */
  readonly isIsland: bool;
  /** Where the names of Go, of Ruby, or of what is read as islands, begin in the rules' tree; 0 in other languages. */
  readonly root: i32;
  /** JavaScript's callbacks of the statement that is being walked, each with what it will be given: it ends before they run. */
  readonly later: Stack<Value> = new Stack<Value>(8);
  /** What is being assigned to is being declared: it belongs to this function. */
  declares: bool = false;
  protected readonly paths: StaticArray<Value | null>;
  protected readonly ruleNames: StaticArray<i32>;

  /** Symbols of methods that Python itself calls; -1 in JavaScript where it has no such one. */
  readonly initSymbol: i32;
  readonly callSymbol: i32;
  readonly reduceSymbol: i32;
  readonly reduceExSymbol: i32;
  readonly source: StaticArray<u8>;
  readonly names: Names;
  readonly findings: Findings;
  readonly texts: Texts;
  readonly services: Services;

  constructor(public skill: Skill, public unit: Unit) {
    const names = skill.names;
    this.source = unit.source;
    this.names = names;
    this.findings = skill.findings;
    this.texts = skill.texts;
    this.services = skill.services;
    const world = skill.world;
    this.world = world;
    this.unknown = world.unknown;
    this.parameter = world.parameter;
    this.values = world.values;
    this.spine = world.spine;
    this.shadowed = world.shadowed;
    this.skipped = world.skipped;
    const isScript = unit.language == Language.JavaScript;
    this.isScript = isScript;
    const isGo = unit.language == Language.Go, isRuby = unit.language == Language.Ruby;
    this.isGo = isGo;
    this.isRuby = isRuby;
    const isPowerShell = unit.language == Language.PowerShell || unit.language == Language.Batch;
    this.isPowerShell = isPowerShell;
    const isIsland = unit.language >= Language.CSharp;
    this.isIsland = isIsland;
    this.root = isGo ? NODE_GO : isRuby ? NODE_RUBY : isIsland ? rootOf(unit.language) : 0;
    this.initSymbol = names.of(isScript ? "constructor" : isRuby ? "initialize" : "__init__");
    this.callSymbol = names.of("__call__");
    this.reduceSymbol = isScript ? -1 : names.of("__reduce__");
    this.reduceExSymbol = isScript ? -1 : names.of("__reduce_ex__");
    const symbols = names.text.length;
    skill.tables.ruleNamesFor(symbols);
    this.bindings = new Bindings(unit.language == Language.Shell || isPowerShell ? new StaticArray<Binding | null>(0) : skill.tables.heads(symbols));
    this.ruleNames = skill.tables.ruleNames;
    this.paths = skill.tables.paths;
  }

  /** All of the unit has been walked. */
  end(): void {
    if (this.unit.exports !== null && this.skill.tables.mayKeep(this.bindings.heads)) return; // others may call its functions
    this.isGone = true;
    this.skill.tables.release(this.bindings.heads);
  }

  /** Takes the values from `base` on. */
  takeValues(base: i32): StaticArray<Value> {
    const count = this.values.length - base;
    const items = new StaticArray<Value>(count);
    for (let i = 0; i < count; i++) unchecked(items[i] = this.values.at(base + i));
    this.values.length = base;
    return items;
  }

  /** Takes the values from `base` on as the items of a new value. A long list, copied by each call that is handed it, is work. */
  takeItems(kind: i32, base: i32): Value {
    const items = this.takeValues(base);
    this.world.visits += (items.length >> LONG_LIST) << (LONG_LIST - 2);
    let labels: u64 = 0;
    for (let i = 0; i < items.length; i++) labels |= labelsOf(unchecked(items[i]));
    const result = new ItemsValue(kind, items);
    result.labels = labels;
    return result;
  }

  /** The unit stands in a document. */
  get isShown(): bool {
    const file = this.unit.file;
    return file >= 0 && file < this.skill.files.length && this.skill.files[file].unit.language == Language.Markdown;
  }

  /** Number of a symbol among the names of the rules. */
  ruleName(symbol: i32): i32 {
    if (symbol >= this.ruleNames.length) return nameOfString(unchecked(this.names.text[symbol]));
    const known = unchecked(this.ruleNames[symbol]);
    if (known != 0) return known - 1;
    const name = nameOfString(unchecked(this.names.text[symbol]));
    unchecked(this.ruleNames[symbol] = name + 1);
    return name;
  }

  isNamed(symbol: i32, text: string): bool {
    return unchecked(this.names.text[symbol]) == text;
  }

  /** Other functions may see what is bound here. */
  get isSeen(): bool {
    const frame = this.frame;
    return this.bindings.scope == 0 || (frame !== null && frame.isCaptured);
  }

  /** What the function that is being walked does depends on its arguments. */
  dependsOnArguments(): void {
    const frame = this.frame;
    if (frame !== null) frame.isOpen = true;
  }

  /** The statements that were left have been left. */
  endSignal(): void { this.signal = Signal.None; }

  // ---- values

  path(node: i32, labels: u64): Value {
    if (labels == 0) {
      const known = unchecked(this.paths[node]);
      if (known !== null) return known;
    }
    const value = new Value(V.Path);
    value.node = node;
    value.labels = labels;
    if (labels == 0) {
      keep();
      unchecked(this.paths[node] = value);
    }
    return value;
  }

  labelled(labels: u64): Value {
    if (labels == 0) return this.unknown;
    if (labels == PARAMETER) return this.parameter;
    const value = new Value(V.Unknown);
    value.labels = labels;
    return value;
  }

  // ---- findings

  /** Unconditional actions of an event that has no arguments. */
  fire(node: i32, event: i32, place: i32): void {
    const end = listEnd(ACTION_AT, node);
    for (let i = listStart(ACTION_AT, node); i < end; i++) {
      if ((load<u8>(ACTION_EVENT + i) as i32) == event) this.findings.add(load<u16>(ACTION_EFFECT + (i << 1)) as i32, place);
    }
  }
}

/** Of a language that is read as islands. */
function rootOf(language: i32): i32 { return load<u16>(ISLAND_ROOTS + ((language - Language.CSharp) << 1)) as i32; }

/** Labels that a value has by itself, and those of the name that it is. */
export function labelsOf(value: Value): u64 {
  return value.kind == V.Path ? heldLabels(value) | load<u64>(NODE_LABELS + ((value.node as usize) << 3)) : heldLabels(value);
}
