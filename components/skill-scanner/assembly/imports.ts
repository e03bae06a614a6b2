// Import statements: the names that they bind, and which modules the rules speak of.
import { bind } from "./assignment";
import { Evaluator } from "./evaluator";
import { numberFrom, plainText } from "./fold";
import { childOf, memberOf } from "./name-tree";
import { Node, N } from "./ast";
import { bindModule, importOwn, ownModule } from "./own-modules";
import { Event, NODE_OTHER_MODULE, NODE_PYTHON_PROGRAM } from "./tables";
import { asNumber } from "./value";

export function importModules(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a === null) continue;
    const top = pathTop(alias.a!);
    const own = ownModule(e, alias.a!, 0);
    if (own !== null) {
      bindModule(e, alias, own);
      continue;
    }
    e.services.addModule(e.names.text[top.sym]);
    const node = importPath(e, alias.a!, alias.start);
    if (alias.sym != 0) bind(e, alias.sym, e.path(node, 0));
    else bind(e, top.sym, e.path(moduleNode(childOf(0, e.ruleName(top.sym))), 0));
  }
}

export function pathTop(node: Node): Node {
  let top = node;
  while (top.kind == N.Attr) top = top.a!;
  return top;
}

/** The node of a dotted name, after firing the import of each module on the way to it. */
function importPath(e: Evaluator, path: Node, place: i32): i32 {
  const base = e.values.length;
  for (let n = path; ; n = n.a!) {
    e.values.push(numberFrom(n.sym, 0));
    if (n.kind != N.Attr) break;
  }
  let node = 0;
  while (e.values.length > base) {
    const symbol = asNumber(e.values.pop()).number as i32;
    if (node != NODE_OTHER_MODULE) node = moduleNode(childOf(node, e.ruleName(symbol)));
    e.fire(node, Event.Import, place);
  }
  return node;
}
function moduleNode(node: i32): i32 {
  return node != 0 ? node : NODE_OTHER_MODULE;
}

export function importNames(e: Evaluator, node: Node): void {
  if (node.op != 0) e.unit.isPackaged = true; // `from . import a`
  if (importOwn(e, node)) return;
  const path = node.a;
  if (path === null) return bindUnknown(e, node.list!); // a module that is not there, or `from import a`
  const list = node.list!;
  e.services.addModule(e.names.text[pathTop(path).sym]);
  const module = importPath(e, path, node.start);
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a === null) { addStar(e, module); continue; }
    const member = memberOf(module, e.ruleName(alias.a!.sym));
    if (member != 0) {
      e.fire(member, Event.Import, alias.start);
      e.fire(member, Event.Read, alias.start);
    }
    bind(e, alias.sym != 0 ? alias.sym : alias.a!.sym, member == NODE_PYTHON_PROGRAM ? plainText(e, "python3") : member != 0 ? e.path(member, 0) : e.unknown);
  }
}

function bindUnknown(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a !== null) bind(e, alias.sym != 0 ? alias.sym : alias.a!.sym, e.unknown);
  }
}

function addStar(e: Evaluator, module: i32): void {
  for (let i = 0; i < e.stars.length; i++) if (e.stars.at(i) == module) return;
  e.stars.push(module);
}
