// Go's imports: packages have canonical names below `go`, by their import paths.
import { bind } from "../assignment";
import { Node } from "../ast";
import { Evaluator } from "../evaluator";
import { childOf, nameOf } from "../name-tree";
import { Event, NODE_GO } from "../tables";
import { asText, TextValue, V } from "../value";
import { BLANK } from "./words";

export function importPackages(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    const path = e.evaluate(alias.a!);
    if (path.kind != V.Text || asText(path).holes) continue;
    if (alias.sym != 0) e.services.addModule(e.names.text[alias.sym]);
    const node = packageNode(asText(path));
    if (node != 0) e.fire(node, Event.Import, alias.start);
    if (alias.op == 1) { if (node != 0) e.stars.push(node); }
    else if (alias.sym != BLANK) bind(e, alias.sym, node != 0 ? e.path(node, 0) : e.unknown);
  }
}

/** Of `github.com/a/b/v2` the name is `github.com/a/b`: a version tells nothing. 0 when no rule speaks of it. */
function packageNode(path: TextValue): i32 {
  const start = changetype<usize>(path.bytes) + path.from;
  let length = path.length;
  if (length > 3 && load<u8>(start + length - 3) == 47 && load<u8>(start + length - 2) == 118) length -= 3;
  let node = NODE_GO;
  for (let from = 0; from <= length; ) {
    let to = from;
    while (to < length && load<u8>(start + to) != 46) to++;
    node = childOf(node, nameOf(start + from, to - from));
    if (node == 0) return 0;
    from = to + 1;
  }
  return node;
}
