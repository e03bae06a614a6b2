// Variables of PowerShell: its own, the environment, and what it sets by itself.
import { N, Node } from "../ast";
import { either } from "../choices";
import { fromEnvironment } from "../commands/variables";
import { asciiText } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { withLabels } from "../fold";
import { NODE_SHELL_VARIABLE_SET } from "../tables";
import { tellRules } from "../tell-rules";
import { asItems, V, Value } from "../value";
import { ENVIRONMENT } from "./nodes";

/** Folders and programs that are the same on every machine, or as good as that, by the variables that name them. */
const KNOWN: StaticArray<string> = [
  "HOME", "~", "USERPROFILE", "~", "TEMP", "%TEMP%", "TMP", "%TEMP%", "APPDATA", "~/AppData/Roaming", "LOCALAPPDATA", "~/AppData/Local",
  "PROGRAMDATA", "C:\\ProgramData", "ALLUSERSPROFILE", "C:\\ProgramData", "PUBLIC", "C:\\Users\\Public", "WINDIR", "C:\\Windows",
  "SYSTEMROOT", "C:\\Windows", "COMSPEC", "C:\\WINDOWS\\system32\\cmd.exe", "SYSTEMDRIVE", "C:", "HOMEDRIVE", "C:", "HOMEPATH", "~", "CD", ".",
];
const OWN: StaticArray<string> = [
  "$home", "~", "$psscriptroot", ".", "$pshome", "C:\\Windows\\System32\\WindowsPowerShell\\v1.0", "$shellid", "Microsoft.PowerShell",
  "$profile", "~/Documents/PowerShell/profile.ps1", "$verbosepreference", "SilentlyContinue", "$pwd", ".", "$ofs", " ", "$batchfolder", "./",
];

export function readPower(e: Evaluator, node: Node): Value {
  const value = e.shell!.read(e, node.sym);
  if (value !== null) return value;
  const name = e.names.text[node.sym];
  return node.op == ENVIRONMENT ? ofEnvironment(e, name, node.start) : known(e, OWN, name, node.start);
}

/** A variable of the environment, whose name is in capitals. */
export function ofEnvironment(e: Evaluator, name: string, place: i32): Value {
  const folder = known(e, KNOWN, name, place);
  return folder.kind == V.Text ? folder : fromEnvironment(e, asciiText(e, name, place), place);
}

function known(e: Evaluator, table: StaticArray<string>, name: string, place: i32): Value {
  for (let i = 0; i < table.length; i += 2) if (unchecked(table[i]) == name) return asciiText(e, unchecked(table[i + 1]), place);
  return e.unknown;
}

/** Assigns to a variable, to several, or to something inside of one. */
export function assignPower(e: Evaluator, target: Node, value: Value): void {
  switch (target.kind) {
    case N.Name: assignName(e, target, value); return;
    case N.List: several(e, target.list!, value); return;
    case N.Subscript: case N.Attr: inside(e, target, value); return;
    default: e.evaluate(target);
  }
}

function assignName(e: Evaluator, target: Node, value: Value): void {
  e.shell!.assign(e, target.sym, value);
  if (target.op == ENVIRONMENT) tellSet(e, target, value);
}

/** Only the environment is seen by others. */
function tellSet(e: Evaluator, name: Node, value: Value): void {
  tellRules(e, NODE_SHELL_VARIABLE_SET, asciiText(e, e.names.text[name.sym], name.start), value, name.start);
}

/** `$a, $b = 1, 2` */
function several(e: Evaluator, targets: Node[], value: Value): void {
  const items = value.kind == V.List ? asItems(value).items : null;
  for (let i = 0; i < targets.length; i++) {
    const item = items === null ? e.labelled(labelsOf(value)) : i < items.length ? unchecked(items[i]) : e.unknown;
    assignPower(e, unchecked(targets[i]), item);
  }
}

/** Keys of one table that are kept apart. */
const MAX_KEYS: i32 = 64;

/** `$x.key = value`, `$x['key'] = value`: a table gets another entry, of anything else the labels are known. */
function inside(e: Evaluator, target: Node, value: Value): void {
  const owner = target.a!;
  const key = target.kind == N.Subscript ? e.evaluate(target.b!) : target.sym != 0 ? asciiText(e, e.names.text[target.sym], target.op) : e.unknown;
  let name = owner;
  while (name.kind == N.Subscript || name.kind == N.Attr) name = name.a!;
  if (name.kind != N.Name) { e.evaluate(owner); return; }
  const before = e.shell!.find(name.sym);
  if (owner === name && before !== null && before.kind == V.Dict && key.kind == V.Text && asItems(before).items.length < MAX_KEYS) {
    const base = e.values.length, items = asItems(before).items;
    for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
    e.values.push(key);
    e.values.push(value);
    e.shell!.assign(e, name.sym, e.takeItems(V.Dict, base));
  } else addLabels(e, name, labelsOf(value));
}

/** What a variable holds now has these labels as well. */
export function addLabels(e: Evaluator, name: Node, labels: u64): void {
  if (name.kind != N.Name || labels == 0) return;
  const before = e.shell!.find(name.sym);
  const value = before === null || before.kind == V.Unknown ? e.labelled(labels | (before === null ? 0 : before.labels)) : withLabels(before, labels);
  e.shell!.assign(e, name.sym, before !== null && value === before ? either(e, before, e.labelled(labels)) : value);
}
