// Whether a function looks at what it is given before it uses it.
import { N, Node } from "./ast";
import { Evaluator } from "./evaluator";
import { addSteps } from "./steps";

/** Nodes of the body; a longer function may well check. */
const MAX_NODES: i32 = 256;

/** Parts of names of functions that check or tame what they are given. */
const CHECKS: StaticArray<string> = [
  "basename", "secure", "saniti", "valid", "escape", "quote", "clean", "check", "resolve", "realpath", "abspath", "normpath", "normali", "match", "search", "test",
  "allow", "parse", "literal", "filter", "replace", "int", "float", "Number", "uuid", "strip", "sub", "compile", "safe",
];

export function isUnchecked(e: Evaluator): bool {
  const frame = e.frame;
  if (frame === null) return false;
  const body = frame.called.code.node.b;
  return body !== null && new Look(e).seesNoCheck(body);
}

class Look {
  private left: i32 = MAX_NODES;
  constructor(private e: Evaluator) {}

  seesNoCheck(node: Node): bool {
    addSteps(1);
    if (--this.left < 0) return false;
    switch (node.kind) {
      case N.If: case N.IfExp: case N.Raise: case N.Compare: case N.Match: case N.Error: return false;
      case N.Name: case N.Str: case N.Num: case N.Const: case N.Regex: return true; // `b` of a Str is the evaluator's
      case N.Call: if (this.checks(node.a!)) return false;
    }
    if (node.a !== null && !this.seesNoCheck(node.a!)) return false;
    if (node.b !== null && !this.seesNoCheck(node.b!)) return false;
    const list = node.list;
    if (list === null) return true;
    for (let i = 0; i < list.length; i++) if (!this.seesNoCheck(unchecked(list[i]))) return false;
    return true;
  }

  private checks(callee: Node): bool {
    if (callee.kind != N.Name && callee.kind != N.Attr) return false;
    const name = unchecked(this.e.names.text[callee.sym]);
    for (let i = 0; i < CHECKS.length; i++) if (name.includes(unchecked(CHECKS[i]))) return true;
    return false;
  }
}
