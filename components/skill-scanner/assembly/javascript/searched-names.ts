// A member that is searched for among the names of a module, instead of being named where it is used:
// `os[Object.keys(os).find((name) => name === "hostname")]`, `Object.entries(os).filter(([k]) => k === "hostname")[0][1]`.
import { Node, N } from "../ast";
import { Evaluator } from "../evaluator";
import { copyOf, listOf } from "../fold";
import { asFunction } from "../functions";
import { ScriptMethod } from "../tables";
import { asText, V, Value } from "../value";
import { memberNamedBy } from "./script-members";

/** The names of a module's members, or these with their members. */
export function namesOf(module: Value, areEntries: bool): Value {
  const names = new Value(areEntries ? V.Entries : V.Names);
  names.node = module.node;
  return names;
}

/** What `find` and `filter` leave of the names; null when it is not known. */
export function searched(e: Evaluator, method: i32, names: Value, f: Value, place: i32): Value | null {
  if (f.kind != V.Function || (method != ScriptMethod.find && method != ScriptMethod.filter)) return null;
  const text = comparedText(e, asFunction(f).code.node);
  if (text === null) return null;
  const name = copyOf(asText(text));
  name.assembled = true;
  const found = names.kind == V.Names ? name : listOf([name, memberNamedBy(e, e.path(names.node, 0), name, place)], 0);
  return method == ScriptMethod.find ? found : listOf([found], 0);
}

/** The text that a function compares its argument with, and nothing else. */
function comparedText(e: Evaluator, f: Node): Value | null {
  const block = f.b;
  const only = block !== null && block.list !== null && block.list!.length == 1 ? unchecked(block.list![0]) : null;
  const compared = f.a !== null ? f.a : only !== null && only.kind == N.Return ? only.a : null;
  if (compared === null || compared.kind != N.Compare) return null;
  const left = compared.a!.kind == N.Str;
  if (!left && compared.b!.kind != N.Str) return null;
  const text = e.evaluate(left ? compared.a! : compared.b!);
  return text.kind == V.Text ? text : null;
}
