// What a shell has in its hands while a script is walked. Scripts that are sourced and texts that are evaluated share it.
import { keep } from "../arena";
import { Node } from "../ast";
import { isNothing } from "../bindings";
import { either } from "../choices";
import { Evaluator, labelsOf } from "../evaluator";
import { Step, Trace } from "../origins";
import { Names } from "../python/names";
import { Value } from "../value";

/** Files whose contents are remembered. */
const MAX_FILES: i32 = 256;

/** Parameters that have a number. */
export const NUMBERED: i32 = 9;

class Variable {
  /** The steps by which the value got its labels. */
  trace: Trace | null = null;
  constructor(public value: Value, public block: i32) {}
}

/** A function, and the evaluator of the unit that it stands in. */
export class Routine {
  isCalled: bool = false;
  isActive: bool = false;
  /** What the next call costs of the folding budget: by how much the last one has walked. */
  cost: i32 = 256;
  constructor(public node: Node, public evaluator: Evaluator) {}
}

export class Shell {
  private readonly variables: Map<i32, Variable> = new Map<i32, Variable>();
  readonly routines: Map<i32, Routine> = new Map<i32, Routine>();
  /** Contents of files that the script has written, by their paths. */
  private readonly files: Map<string, Value> = new Map<string, Value>();
  /** Number of the innermost open block: see Bindings.block. */
  private block: i32 = 0;
  private lastBlock: i32 = 0;
  /** What has been written to the standard output that is being captured. */
  output: Value | null = null;
  isCapturing: bool = false;
  /** What was written last ends without a line's end. */
  isOpenLine: bool = false;
  /** The standard input of what is inside a compound command. */
  input: Value | null = null;
  /** Functions that are being walked. */
  calls: i32 = 0;
  /** The innermost one. */
  routine: Routine | null = null;
  /** PowerShell's aliases have been set. */
  hasAliases: bool = false;

  readonly home: i32;
  readonly separators: i32;
  readonly heldInput: i32;
  readonly parameters: i32;
  readonly allParameters: i32;
  /** `$1` to `$9`. */
  readonly numbered: StaticArray<i32> = new StaticArray<i32>(NUMBERED);

  constructor(names: Names) {
    this.home = names.of("HOME");
    this.separators = names.of("IFS");
    this.heldInput = names.of("&0");
    this.parameters = names.of("@");
    this.allParameters = names.of("*");
    for (let i = 0; i < NUMBERED; i++) this.numbered[i] = names.of((i + 1).toString());
  }

  /** The value of a variable; findings tell that it went through there. */
  read(e: Evaluator, symbol: i32): Value | null {
    if (!this.variables.has(symbol)) return null;
    const variable = this.variables.get(symbol);
    e.world.origins.recall(variable.trace, labelsOf(variable.value));
    return variable.value;
  }

  find(symbol: i32): Value | null {
    return this.variables.has(symbol) ? this.variables.get(symbol).value : null;
  }

  /** A value from before stays possible where this assignment may be skipped and the earlier one was not. */
  assign(e: Evaluator, symbol: i32, value: Value): void {
    keep();
    const trace = e.world.origins.step(labelsOf(value), Step.Kept, e.findings.placed(e.at), symbol);
    if (!this.variables.has(symbol)) this.variables.set(symbol, new Variable(e.unknown, this.block));
    const variable = this.variables.get(symbol);
    if (trace !== null) variable.trace = trace;
    const isCertain = variable.block >= this.block || isNothing(variable.value);
    variable.value = isCertain ? value : either(e, variable.value, value);
    if (isCertain) variable.block = this.block;
  }

  /** Whatever it was before: for a function's parameters and a compound command's input. */
  replace(symbol: i32, value: Value): Value | null {
    keep();
    const before = this.find(symbol);
    this.variables.set(symbol, new Variable(value, this.block));
    return before;
  }

  restore(symbol: i32, before: Value | null): void {
    keep();
    if (before === null) this.variables.delete(symbol);
    else this.variables.set(symbol, new Variable(before, this.block));
  }

  openBlock(): i32 {
    const outer = this.block;
    this.block = ++this.lastBlock;
    return outer;
  }

  closeBlock(outer: i32): void { this.block = outer; }

  // ---- files

  get hasFiles(): bool { return this.files.size > 0; }

  file(path: string): Value | null {
    return this.files.has(path) ? this.files.get(path) : null;
  }

  write(path: string, contents: Value): void {
    if (this.files.size >= MAX_FILES && !this.files.has(path)) return;
    keep();
    this.files.set(path, contents);
  }

  /** A name for a file that has none: what `<(…)` gives. */
  anonymousFile(contents: Value): string {
    const path = `/dev/fd/${63 + this.files.size}`;
    this.write(path, contents);
    return path;
  }
}
