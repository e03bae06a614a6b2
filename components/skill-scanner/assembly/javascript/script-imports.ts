// Import and export declarations of JavaScript.
import { Node } from "../ast";
import { bind } from "../assignment";
import { Evaluator } from "../evaluator";
import { setField } from "../instances";
import { Event } from "../tables";
import { asText, V, Value } from "../value";
import { REEXPORT } from "./parser-modules";
import { memberOfValue } from "./script-members";
import { scriptModule } from "./script-names";
import { W } from "./words";

/** `import a, { b as c }, * as d from "m"`, and `export ... from "m"`. */
export function scriptImport(e: Evaluator, node: Node): void {
  if (node.a === null) return;
  const name = e.evaluate(node.a!);
  const module = name.kind == V.Text ? scriptModule(e, asText(name), node.start) : e.unknown;
  const list = node.list!;
  for (let i = 0; i < list.length; i++) imported(e, module, unchecked(list[i]), node.op == REEXPORT);
}

function imported(e: Evaluator, module: Value, alias: Node, isExported: bool): void {
  let value = module;
  if (alias.a !== null) {
    const symbol = alias.a!.sym;
    value = memberOfValue(e, module, e.ruleName(symbol), symbol, alias.a!, alias.start);
    if (value.kind == V.Path && symbol != W.default_) {
      e.fire(value.node, Event.Import, alias.start);
      e.fire(value.node, Event.Read, alias.start);
    }
  }
  if (!isExported) bind(e, alias.sym, value);
  else if (alias.sym != 0 && e.unit.exports !== null) setField(e, e.unit.exports!.instance, alias.sym, value);
}
