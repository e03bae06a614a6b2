// What a condition says of a variable: in `if name == ".env":` the name is that of a file of secrets.
import { keep } from "./arena";
import { bind } from "./assignment";
import { N, Node } from "./ast";
import { Binding } from "./bindings";
import { Evaluator, labelsOf } from "./evaluator";
import { withLabels } from "./fold";
import { Op as ScriptOp } from "./javascript/tokens";
import { K, Op } from "./python/lexer";
import { PATTERN_LABELS, VERSION_LABELS } from "./tables";
import { V, Value } from "./value";

/** Parts of one condition that are looked at. */
const MAX_PARTS: i32 = 8;

/** A variable, and what it held before. */
export class Narrowed {
  constructor(public binding: Binding, public before: Value, public during: Value) {}

  /** Behind the branch the variable is what it was, unless the branch has bound it again. */
  end(): void {
    if (this.binding.value === this.during) this.binding.value = this.before;
  }
}

/** Until `end`, the variable that the condition asks about has the labels of the texts that it is compared with. */
export function narrow(e: Evaluator, condition: Node): Narrowed | null {
  if (isVersionLine(e, condition)) return withLabelsOf(e, asked, VERSION_LABELS);
  let part: Node = condition;
  for (let i = 0; i < MAX_PARTS; i++) {
    const compared = textsOf(e, part.kind == N.Bool ? part.b! : part);
    if (compared !== null) {
      const narrowed = withTexts(e, asked, compared);
      if (narrowed !== null) return narrowed;
    }
    if (part.kind != N.Bool) break;
    part = part.a!;
  }
  return null;
}

/** The variable that the last comparison asks about. */
let asked: i32 = 0;

/** What a variable is compared with: `name in (…)`, `name == …`, `name.endswith(…)`; null for any other condition. */
function textsOf(e: Evaluator, node: Node): Node | null {
  if (node.kind == N.Compare) {
    if (node.a!.kind != N.Name || !isEquality(e, node.op)) return null;
    asked = node.a!.sym;
    return isCheap(node.b!) ? node.b : null;
  }
  if (node.kind != N.Call || node.list!.length == 0 || node.a!.kind != N.Attr) return null;
  const callee = node.a!;
  if (callee.a!.kind != N.Name || !isEnding(e, callee.sym)) return null;
  asked = callee.a!.sym;
  const first = node.list![0];
  return isCheap(first) ? first : null;
}

function isEquality(e: Evaluator, op: i32): bool {
  return op == Op.EQEQ || op == ScriptOp.SAME || (!e.isScript && op == -K.in_);
}

function isEnding(e: Evaluator, symbol: i32): bool {
  return e.isNamed(symbol, e.isScript ? "endsWith" : "endswith");
}

/** Evaluating it once more says nothing twice. */
function isCheap(node: Node): bool {
  if (isText(node)) return true;
  if (node.kind != N.Tuple && node.kind != N.List && node.kind != N.Set) return false;
  const list = node.list!;
  for (let i = 0; i < list.length; i++) if (!isText(unchecked(list[i]))) return false;
  return true;
}

/** `".env"`, `NAME`, `"." + "env"` */
function isText(node: Node): bool {
  if (node.kind == N.Bin) return node.a!.kind == N.Str && node.b!.kind == N.Str;
  return node.kind == N.Str || node.kind == N.Name;
}

function withTexts(e: Evaluator, symbol: i32, compared: Node): Narrowed | null {
  return withLabelsOf(e, symbol, labelsOf(e.evaluate(compared)) & PATTERN_LABELS);
}

/** `if line.startswith("__version__")`: in what follows the line is the one that a package keeps its version in. */
function isVersionLine(e: Evaluator, condition: Node): bool {
  if (e.isScript || condition.kind != N.Call || condition.list!.length == 0) return false;
  const callee = condition.a!;
  const text = condition.list![0];
  if (callee.kind != N.Attr || callee.a!.kind != N.Name || text.kind != N.Str || !e.isNamed(callee.sym, "startswith")) return false;
  asked = callee.a!.sym;
  const start = changetype<usize>(e.source) + text.start + 1;
  if (text.end - text.start <= VERSION.length || memory.compare(start, changetype<usize>(VERSION), VERSION.length) != 0) return false;
  if (e.bindings.find(asked) === null && e.ruleName(asked) == 0) bind(e, asked, e.unknown); // in a fragment of code
  return true;
}

/** `__version__` */
const VERSION: StaticArray<u8> = [95, 95, 118, 101, 114, 115, 105, 111, 110, 95, 95];

function withLabelsOf(e: Evaluator, symbol: i32, labels: u64): Narrowed | null {
  const binding = e.bindings.find(symbol);
  if (binding === null || (binding.value.kind != V.Unknown && binding.value.kind != V.Text)) return null;
  const before = binding.value;
  if ((before.labels | labels) == before.labels) return null;
  keep();
  const during = before.kind == V.Unknown ? e.labelled(before.labels | labels) : withLabels(before, labels);
  binding.value = during;
  return new Narrowed(binding, before, during);
}
