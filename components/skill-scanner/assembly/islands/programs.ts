// Programs that are started in the languages that are read as islands: by one line, by words, by objects that are filled first.
import { addInside, bind, fieldKey } from "../assignment";
import { N, Node } from "../ast";
import { callPath } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { appendValue, MAX_ITEMS } from "../fold";
import { Language } from "../language";
import { IslandMethod, NODE_CODE_EXEC, NODE_CODE_PROGRAM, NODE_CODE_READ, NODE_CODE_SHELL, NODE_CODE_WORDS, NODE_OPEN } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { markSaved } from "../written-files";

/** `system("line")`, `exec("program", "word")`, `Process.Start("program", "words")`, `ProcessBuilder(list)` */
export function started(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const end = e.values.length;
  if (base >= end) return callPath(e, callee, call, base, place);
  const first = e.values.at(base);
  if (first.kind == V.List && first.node == NODE_CODE_PROGRAM) return run(e, first, place);
  if (call !== null && call.list!.length == 1) {
    const filled = byFields(e, call.list![0], place);
    if (filled !== null) return filled;
  }
  const isSharp = e.unit.language == Language.CSharp;
  let texts = 0, hasList = false;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind == V.List) { hasList = true; pushAll(e, value); }
    else if (isWord(value) && (texts == 0 || !isKeyword(call, i - base))) { e.values.push(value); texts++; }
  }
  const isExec = callee.node == NODE_CODE_EXEC || callee.node == NODE_CODE_SHELL;
  if (!hasList && (texts <= 1 || (isExec && e.unit.language != Language.Perl))) { e.values.length = end; return line(e, callee, call, base, place); }
  if (isSharp && !hasList && texts == 2) return joined(e, callee, end, place);
  return words(e, callee, end, place);
}

function isWord(value: Value): bool { return value.kind == V.Text || value.kind == V.Unknown || value.kind == V.Path || value.kind == V.Choice; }

function isKeyword(call: Node | null, i: i32): bool { return call !== null && i < call.list!.length && call.list![i].kind == N.Keyword; }

function pushAll(e: Evaluator, list: Value): void {
  const items = asItems(list).items;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
}

/** One text for a shell. */
function line(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  if (e.world.hasDownloads) markSaved(e, base);
  return callPath(e, e.path(NODE_CODE_SHELL, callee.labels), call, base, place);
}

/** The values from `from` on are a program and its words; they are taken off. */
function words(e: Evaluator, callee: Value, from: i32, place: i32): Value {
  if (e.world.hasDownloads) markSaved(e, from);
  e.values.push(e.takeItems(V.List, from));
  const result = callPath(e, e.path(NODE_CODE_WORDS, callee.labels), null, from, place);
  e.values.length = from;
  return result;
}

/** A program, and its words as one text. */
function joined(e: Evaluator, callee: Value, from: i32, place: i32): Value {
  const text = joinedText(e, e.values.at(from), e.values.at(from + 1), place);
  const labels = labelsOf(e.values.at(from)) | labelsOf(e.values.at(from + 1));
  e.values.length = from;
  if (text !== null) e.values.push(text);
  else e.values.push(e.labelled(labels));
  const result = line(e, callee, null, from, place);
  e.values.length = from;
  return result;
}

function joinedText(e: Evaluator, program: Value, rest: Value, place: i32): TextValue | null {
  let text: TextValue | null = program.kind == V.Text ? asText(program) : e.texts.unknown(place);
  if (text !== null) text = e.texts.appendByte(text, 32, place);
  return text === null ? null : appendValue(e, text, rest, place);
}

// ---- objects

/** `Command::new("sh")`: words are added to it before it is run. */
export function program(e: Evaluator, base: i32): Value {
  const end = e.values.length;
  for (let i = base; i < end; i++) e.values.push(e.values.at(i));
  return asProgram(e.takeItems(V.List, end));
}

function asProgram(list: Value): Value {
  list.node = NODE_CODE_PROGRAM;
  return list;
}

/** `new ProcessStartInfo("program", "words") { FileName = …, Arguments = … }` */
export function launched(e: Evaluator, call: Node | null, base: i32, place: i32): Value {
  let first: Value | null = null, rest: Value | null = null;
  let nodes: Node[] | null = null;
  if (call !== null) nodes = call.list;
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    const key = nodes !== null && unchecked(nodes[i - base]).kind == N.Keyword ? nodes[i - base].sym : 0;
    if (value.kind == V.List && value.node == NODE_CODE_PROGRAM) return value; // StartInfo = …
    if (key != 0 ? e.isNamed(key, "FileName") : first === null && value.kind == V.Text) first = value;
    else if (key != 0 ? e.isNamed(key, "Arguments") : value.kind == V.Text || value.kind == V.List) rest = value;
  }
  return first === null ? e.unknown : programOf(e, first, rest, place);
}

function programOf(e: Evaluator, first: Value, rest: Value | null, place: i32): Value {
  const base = e.values.length;
  if (rest !== null && rest.kind == V.List) {
    e.values.push(first);
    pushAll(e, rest);
  } else {
    let text: TextValue | null = null;
    if (rest !== null) text = joinedText(e, first, rest, place);
    if (text !== null) e.values.push(text);
    else e.values.push(first);
  }
  return asProgram(e.takeItems(V.List, base));
}

/** A program with its words; one that has a single text is a line. */
function run(e: Evaluator, list: Value, place: i32): Value {
  const items = asItems(list).items, base = e.values.length;
  pushAll(e, list);
  const result = items.length == 1 ? line(e, e.unknown, null, base, place) : words(e, e.unknown, base, place);
  e.values.length = base;
  return result;
}

/** Methods of a program: words are added, or it is run; null for any other. */
export function programMethod(e: Evaluator, method: i32, receiver: Value, owner: Node, base: i32, place: i32): Value | null {
  if (method == IslandMethod.words) return withWords(e, receiver, owner, base);
  if (method == IslandMethod.start) return run(e, receiver, place);
  if (method == IslandMethod.same) return receiver;
  return null;
}

function withWords(e: Evaluator, receiver: Value, owner: Node, base: i32): Value {
  let list = asItems(receiver);
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.List) { list = list.appended(value, e.texts); continue; }
    const items = asItems(value).items;
    if (list.count + items.length > MAX_ITEMS || !e.texts.charge(items.length * 4)) break;
    for (let j = 0; j < items.length; j++) list = list.appended(unchecked(items[j]), e.texts);
  }
  asProgram(list);
  if (owner.kind == N.Name) bind(e, owner.sym, list);
  return list;
}

/** `process.launchPath = …; process.arguments = …; process.run()` */
export function startedByFields(e: Evaluator, method: i32, owner: Node, place: i32): Value | null {
  return method == IslandMethod.start || e.fields.size > 0 && method == IslandMethod.same ? byFields(e, owner, place) : null;
}

function byFields(e: Evaluator, owner: Node, place: i32): Value | null {
  if (owner.kind != N.Name || e.fields.size == 0) return null;
  let first = field(e, owner.sym, "FileName", "launchPath");
  if (first === null) first = field(e, owner.sym, "executableURL", "StartInfo");
  if (first !== null && first.kind == V.List && first.node == NODE_CODE_PROGRAM) return run(e, first, place);
  const rest = field(e, owner.sym, "Arguments", "arguments");
  if (first === null && rest === null) return null;
  if (first === null) {
    const before = e.bindings.find(owner.sym);
    if (before !== null && before.value.kind == V.List && before.value.node == NODE_CODE_PROGRAM) first = asItems(before.value).at(0);
  }
  return run(e, programOf(e, first === null ? e.unknown : first, rest, place), place);
}

function field(e: Evaluator, owner: i32, a: string, b: string): Value | null {
  const first = fieldKey(owner, e.names.of(a)), second = fieldKey(owner, e.names.of(b));
  return e.fields.has(first) ? e.fields.get(first) : e.fields.has(second) ? e.fields.get(second) : null;
}

// ---- Perl

const PIPE: i32 = 124;
const GREATER: i32 = 62;

/** `open($file, "<", path)`, `open($file, "command |")`, `open($file, "-|", "command")` */
export function opened(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const count = e.values.length - base;
  if (count < 2) return e.labelled(callee.labels);
  const mode = e.values.at(base + 1);
  const isText = mode.kind == V.Text && asText(mode).length > 0;
  const text = asText(mode);
  const isCommand = isText && (text.at(0) == PIPE || text.at(text.length - 1) == PIPE);
  const from = count > 2 ? base + 2 : base + 1;
  let result: Value;
  const end = e.values.length;
  for (let i = from; i < end; i++) e.values.push(i == base + 1 ? withoutPipe(e, e.values.at(i)) : e.values.at(i));
  if (isCommand) result = started(e, e.path(NODE_CODE_SHELL, 0), null, end, place);
  else result = callPath(e, e.path(isText && text.at(0) == GREATER ? NODE_OPEN : NODE_CODE_READ, callee.labels), null, end, place);
  e.values.length = end;
  if (call !== null && call.list![0].kind == N.Name) {
    if (result.opened !== null) bind(e, call.list![0].sym, result);
    else addInside(e, call.list![0], labelsOf(result));
    if (result.opened === null) bind(e, call.list![0].sym, e.labelled(labelsOf(result)));
  }
  return result;
}

function withoutPipe(e: Evaluator, value: Value): Value {
  if (value.kind != V.Text || asText(value).length < 2) return value;
  const text = asText(value);
  const first = text.at(0) == PIPE ? 1 : 0, last = text.at(text.length - 1) == PIPE ? 1 : 0;
  if (first + last == 0) return value;
  const part = new TextValue(text.bytes, text.from + first, text.to - last);
  part.labels = text.labels;
  part.holes = text.holes;
  return part;
}
