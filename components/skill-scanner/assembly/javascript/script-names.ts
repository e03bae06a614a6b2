// What names and modules stand for in JavaScript: globals and modules have one namespace in the rules, below `js`.
import { Evaluator } from "../evaluator";
import { childOf, nameOf } from "../name-tree";
import { Event, NODE_SCRIPT, RULE_ASSEMBLED_NAME } from "../tables";
import { TextValue, Value } from "../value";
import { boundValue } from "../variables";
import { ownFile } from "./own-files";
import { W } from "./words";

export function readScriptName(e: Evaluator, symbol: i32, place: i32): Value {
  const binding = e.bindings.find(symbol);
  if (binding !== null) return boundValue(e, binding, place);
  if (symbol == W.exports_ && e.unit.exports !== null) return e.unit.exports!.instance;
  const node = childOf(NODE_SCRIPT, e.ruleName(symbol));
  if (node != 0) return e.path(node, 0);
  if (e.frame !== null) {
    unchecked(e.missed[symbol & 63] = symbol);
    e.misses++;
  }
  return e.unknown;
}

/** `require(name)`, `import(name)`, `import ... from name`. */
export function scriptModule(e: Evaluator, name: TextValue, place: i32): Value {
  if (name.holes) return e.labelled(name.labels);
  const start = changetype<usize>(name.bytes) + name.from;
  if (name.length > 1 && name.at(0) == DOT) return ownFile(e, name);
  const node = moduleNode(start, name.length);
  e.services.addModule(String.UTF8.decodeUnsafe(start, min(name.length, MAX_NAME)));
  if (node == 0) return e.unknown;
  if (name.assembled) e.findings.add(RULE_ASSEMBLED_NAME, place);
  e.fire(node, Event.Import, place);
  return e.path(node, 0);
}

const DOT: i32 = 46;
const MAX_NAME: i32 = 214; // npm's own limit

/** `fs/promises` is `fs.promises` to the rules, `socket.io-client` what it is called, and `node:fs` is `fs`. */
function moduleNode(start: usize, length: i32): i32 {
  let from = 0;
  if (length > 5 && load<u32>(start) == 0x65646f6e && load<u8>(start + 4) == 58) from = 5; // "node:"
  let node = NODE_SCRIPT;
  while (from <= length) {
    let to = from;
    while (to < length && load<u8>(start + to) != 47 && load<u8>(start + to) != DOT) to++;
    node = childOf(node, nameOf(start + from, to - from));
    if (node == 0) return 0;
    from = to + 1;
  }
  return node;
}
