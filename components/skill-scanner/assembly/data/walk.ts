// Walks the settings of a file: what rules say of each, its text, and the code and prose that it holds.
import { isExhausted, keptCount, mark, takeBack } from "../arena";
import { act } from "../calls";
import { Call } from "../conditions";
import { Evaluator } from "../evaluator";
import { childOf, nameOf } from "../name-tree";
import { addSteps } from "../steps";
import { NAME_ANY_SETTING, NODE_ANCHORS, RULE_NOT_READ } from "../tables";
import { TextValue, Value } from "../value";
import { readCommand, readValue } from "./embedded";
import { D, DataNode, DataTree } from "./tree";
import { isVerbatim, unescape, unescapedLength } from "./unescape";

/** `setting`: node of the name tree for this kind of file. */
export function walkSettings(e: Evaluator, tree: DataTree, setting: i32): void {
  tree.root.setting = setting;
  let visits = 0;
  let node = tree.root.first;
  while (node !== null) {
    if ((++visits & 255) == 0 && isExhausted()) {
      e.findings.add(RULE_NOT_READ, node.from);
      return;
    }
    visit(e, node);
    node = after(tree.root, node);
  }
}

/** In the order of the file, without recursion. */
function after(root: DataNode, node: DataNode): DataNode | null {
  if (node.first !== null) return node.first;
  let at: DataNode = node;
  while (at.next === null) {
    const parent = at.parent!;
    if (parent === root) return null;
    at = parent;
  }
  return at.next;
}

function visit(e: Evaluator, node: DataNode): void {
  addSteps(1);
  name(e, node);
  const start = mark();
  const kept = keptCount();
  if (node.kind == D.Text) scalar(e, node);
  else {
    tell(e, node, e.unknown);
    if (node.kind != D.Nothing) readCommand(e, node);
  }
  takeBack(start, kept);
}

/** An element of a list goes by the name of the list. */
function name(e: Evaluator, node: DataNode): void {
  const parent = node.parent!;
  if (node.keyTo <= node.keyFrom) {
    node.setting = parent.setting;
    node.anySetting = parent.anySetting;
    return;
  }
  const key = new Key(e, node);
  node.setting = key.settingIn(parent.setting);
  if (node.setting == 0) node.setting = key.settingIn(parent.anySetting);
  node.anySetting = childOf(parent.setting, NAME_ANY_SETTING);
  if (node.anySetting == 0) node.anySetting = childOf(parent.anySetting, NAME_ANY_SETTING);
  const anchor = childOf(NODE_ANCHORS, nameOf(key.start, key.length));
  if (anchor != 0) node.setting = anchor;
  if (node.setting == 0) {
    node.setting = node.anySetting;
    node.anySetting = 0;
  }
}

const DOT: i32 = 46;

class Key {
  start: usize;
  length: i32;
  constructor(e: Evaluator, node: DataNode) {
    if (isVerbatim(e.source, node.keyFrom, node.keyTo, node.keySpelling)) {
      this.start = changetype<usize>(e.source) + node.keyFrom;
      this.length = node.keyTo - node.keyFrom;
    } else {
      this.start = changetype<usize>(unescape(e.source, node.keyFrom, node.keyTo, node.keySpelling));
      this.length = unescapedLength();
    }
  }

  /** `a.b` in one key is `b` in `a`. */
  settingIn(setting: i32): i32 {
    if (setting == 0) return 0;
    let from = 0;
    while (from <= this.length && setting != 0) {
      let to = from;
      while (to < this.length && load<u8>(this.start + to) != DOT) to++;
      setting = childOf(setting, nameOf(this.start + from, to - from));
      from = to + 1;
    }
    return setting;
  }
}

function scalar(e: Evaluator, node: DataNode): void {
  const text = textOf(e, node);
  tell(e, node, text);
  readValue(e, node, text);
}

function textOf(e: Evaluator, node: DataNode): TextValue {
  const from = node.from;
  if (isVerbatim(e.source, from, node.to, node.spelling)) return e.texts.slice(e.source, from, max(from, node.to), -1, false);
  const bytes = unescape(e.source, from, node.to, node.spelling);
  return e.texts.slice(bytes, 0, unescapedLength(), from, false);
}

/** What rules say of this setting: argument 0 is its value, argument 1 its key. */
function tell(e: Evaluator, node: DataNode, value: Value): void {
  if (node.setting == 0) return;
  const base = e.values.length;
  e.values.push(value);
  e.values.push(keyText(e, node));
  act(e, node.setting, new Call(e, e.unknown, null, base, 2), node.from);
  if (node.anySetting != 0 && node.anySetting != node.setting) act(e, node.anySetting, new Call(e, e.unknown, null, base, 2), node.from);
  e.values.length = base;
}

/** Quietly: a key is no text that patterns for strings are meant for. */
function keyText(e: Evaluator, node: DataNode): Value {
  if (node.keyTo <= node.keyFrom) return e.unknown;
  return e.texts.slice(e.source, node.keyFrom, node.keyTo, node.keyFrom, true);
}
