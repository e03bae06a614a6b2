// Imports of the skill's own files.
import { bind } from "./assignment";
import { N, Node } from "./ast";
import { isNothing } from "./bindings";
import { Evaluator } from "./evaluator";
import { numberFrom } from "./fold";
import { pathTop } from "./imports";
import { classMember } from "./instances";
import { moduleOfFile } from "./modules";
import { childOf } from "./name-tree";
import { ClassValue } from "./objects";
import { asNumber, Value } from "./value";

/** A module of the skill itself that no rule knows: `a.b`, or `a.b.member` with a member. */
export function ownModule(e: Evaluator, path: Node | null, member: i32): ClassValue | null {
  if (e.skill.files.length < 2 || (path !== null && childOf(0, e.ruleName(pathTop(path).sym)) != 0)) return null;
  const base = e.values.length;
  if (member != 0) e.values.push(numberFrom(member, 0));
  let n: Node | null = path;
  while (n !== null) {
    e.values.push(numberFrom(n.sym, 0));
    n = n.kind == N.Attr ? n.a : null;
  }
  const names = new StaticArray<i32>(e.values.length - base);
  for (let i = 0; i < names.length; i++) unchecked(names[i] = asNumber(e.values.pop()).number as i32);
  const file = e.skill.modules.find(e.unit.file, names);
  return file === null ? null : moduleOfFile(e.skill, file);
}

/** `import a.b` makes `a` known, with `b` in it. */
export function bindModule(e: Evaluator, alias: Node, module: ClassValue): void {
  let value = module;
  let symbol = alias.sym;
  if (symbol == 0) {
    let path = alias.a!;
    for (; path.kind == N.Attr; path = path.a!) value = holding(path.sym, value);
    symbol = path.sym;
  }
  bind(e, symbol, value);
}

function holding(symbol: i32, value: ClassValue): ClassValue {
  const holder = new ClassValue();
  const members = new StaticArray<Value>(2);
  unchecked(members[0] = numberFrom(symbol, 0));
  unchecked(members[1] = value);
  holder.members = members;
  return holder;
}

/** `from own import name, *`; false when the skill has no such module. */
export function importOwn(e: Evaluator, node: Node): bool {
  const module: ClassValue | null = ownModule(e, node.a, 0);
  const list = node.list!;
  if (module === null && node.op == 0 && !isFolder(e, node)) return false;
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a === null) { if (module !== null) bindAll(e, module); continue; }
    const symbol = alias.a!.sym;
    let value = e.unknown;
    if (module !== null) value = classMember(e, module, symbol);
    if (isNothing(value)) {
      const inside = ownModule(e, node.a, symbol);
      if (inside !== null) value = inside;
    }
    bind(e, alias.sym != 0 ? alias.sym : symbol, value);
  }
  return true;
}

/** `from folder import module` */
function isFolder(e: Evaluator, node: Node): bool {
  const list = node.list!;
  for (let i = 0; i < list.length; i++) {
    const name = unchecked(list[i]).a;
    if (name !== null && ownModule(e, node.a, name.sym) !== null) return true;
  }
  return false;
}

function bindAll(e: Evaluator, module: ClassValue): void {
  const members = module.members;
  if (!e.texts.charge(members.length)) return;
  for (let i = 0; i < members.length; i += 2) bind(e, asNumber(unchecked(members[i])).number as i32, unchecked(members[i + 1]));
}
