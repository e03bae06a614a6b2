// Loops that nothing ends: no way out of them is written down, and nothing in them waits, is read or can fail.
import { N, Node } from "./ast";
import { Evaluator } from "./evaluator";
import { asFunction } from "./functions";
import { K } from "./python/lexer";
import { addSteps } from "./steps";
import { asNumber, ConstantValue, V } from "./value";

/** Nodes of a loop and of the functions that it calls, and how deep those call each other; beyond, a loop may well end. */
const MAX_NODES: i32 = 256;
const MAX_CALLS: i32 = 4;

/** What only works: the machine's time, memory, processes or disk is all that it takes. A literal: heap.reset() would wipe what is computed. */
const WORKS: StaticArray<string> = [
  "append", "extend", "add", "update", "insert", "push", "unshift", "concat", "fill", "repeat", "join", "split",
  "format", "upper", "lower", "strip", "encode", "decode", "copy", "clear", "setdefault", "len", "range", "str",
  "list", "dict", "set", "tuple", "sum", "min", "max", "abs", "sorted", "bytes", "bytearray", "enumerate", "zip",
  "round", "pow", "hash", "sqrt", "sin", "cos", "log", "floor", "ceil", "random", "randint", "urandom", "getrandbits",
  "randbytes", "token_bytes", "sha256", "sha512", "md5", "hexdigest", "digest", "alloc", "allocUnsafe", "malloc",
  "calloc", "from", "Array", "Buffer", "Uint8Array", "Float64Array", "ArrayBuffer", "zeros", "ones", "fork", "Thread",
  "Process", "Popen", "Worker", "start", "spawn", "submit", "print", "debug", "write", "writeFileSync",
  "appendFileSync", "writelines", "open",
];

/** A loop whose condition always holds, and in whose body something happens. */
export function isInVain(e: Evaluator, condition: Node, body: Node): bool {
  if (e.findings.isShown || body.list === null || !holdsAlways(e, condition)) return false;
  const search = new Search(e);
  return search.staysInside(body) && search.works;
}

function holdsAlways(e: Evaluator, condition: Node): bool {
  if (condition.kind == N.Const && condition.start == condition.end) return true; // `for (;;)`
  const value = e.evaluate(condition);
  return value.kind == V.Number ? asNumber(value).number != 0 : (value.kind == V.Constant && value.node == ConstantValue.True);
}

class Search {
  /** There is more to it than waiting for an interruption: `while True: pass`. */
  works: bool = false;
  private left: i32 = MAX_NODES;
  private calls: i32 = 0;

  constructor(private e: Evaluator) {}

  /** Nothing in this node ends the loop, waits, or does what is not known. */
  staysInside(node: Node): bool {
    addSteps(1);
    if (--this.left < 0) return false;
    switch (node.kind) {
      case N.Raise: case N.Yield: case N.Await: case N.Error: case N.Import: case N.ImportFrom: case N.Print: return false;
      case N.Return: if (this.calls == 0) return false; this.works = this.works || node.a !== null; break;
      case N.Simple: return node.sym != 0 && (node.sym != K.break_ || this.calls > 0) && node.a === null; // 0: a jump to a label
      case N.FuncDef: case N.ClassDef: case N.Lambda: case N.Name: case N.Str: case N.Num: case N.Const: case N.Regex: return true; // `b` of a Str is the evaluator's
      case N.Assign: case N.AugAssign: this.works = true; break;
      case N.Call: return this.isWork(node);
    }
    return (node.a === null || this.staysInside(node.a!)) && (node.b === null || this.staysInside(node.b!)) && this.allStay(node.list);
  }

  private allStay(list: Node[] | null): bool {
    if (list === null) return true;
    for (let i = 0; i < list.length; i++) if (!this.staysInside(unchecked(list[i]))) return false;
    return true;
  }

  private isWork(call: Node): bool {
    const callee = call.a!;
    if (!this.allStay(call.list)) return false;
    if (callee.kind == N.Attr) return this.isListed(callee.sym) && this.staysInside(callee.a!);
    if (callee.kind != N.Name) return false;
    const binding = this.e.bindings.find(callee.sym);
    if (binding === null || binding.value.kind != V.Function) return this.isListed(callee.sym);
    return this.staysInsideOf(asFunction(binding.value).code.node);
  }

  /** A function of the scanned code comes back by itself: its `return` leads to the loop. */
  private staysInsideOf(called: Node): bool {
    if (this.calls >= MAX_CALLS) return false;
    this.calls++;
    const stays = called.b !== null ? this.staysInside(called.b!) : called.a === null || this.staysInside(called.a!);
    this.calls--;
    return stays;
  }

  private isListed(symbol: i32): bool {
    const name = unchecked(this.e.names.text[symbol]);
    let isListed = false;
    for (let i = 0; i < WORKS.length && !isListed; i++) isListed = unchecked(WORKS[i]) == name;
    this.works = this.works || isListed;
    return isListed;
  }
}
