// Runs a command: finds out which one its first word names, tells the rules, and works out what it writes.
import { N, Node } from "../ast";
import { act } from "../calls";
import { either } from "../choices";
import { Call } from "../conditions";
import { Evaluator, labelsOf } from "../evaluator";
import { copyOf } from "../fold";
import { childOf, nameOf, nameOfString } from "../name-tree";
import { COMMAND } from "../shell/reader";
import {
  DOWNLOADED_LABELS, EXACT_LABELS, Intrinsic, NODE_INTRINSIC, NODE_SHELL, NODE_SHELL_COMPUTED,
  NODE_SHELL_RUN_FILE, NODE_SHELL_SHOWN_CODE, RULE_ASSEMBLED_NAME, RULE_TOO_DEEP, SAVED_LABELS,
} from "../tables";
import { asItems, asText, HOLE, TextValue, V, Value } from "../value";
import { writtenThere } from "../written-files";
import { builtin } from "./builtins";
import { ownAddresses, ownCredentials } from "./client-words";
import { readFiles } from "./files";
import { globbedCommand } from "./globs";
import { runNamed } from "./interpreters";
import { actMode, lastMode, modes } from "./modes";
import { callRoutine } from "./routines";
import { behindTime } from "./schedules";
import { symbolOf } from "./variables";
import { endsWith, holds, part, pushWords, split, startsWith } from "./words";

/** Choices of a command's name that are tried. */
const MAX_CHOICES: i32 = 8;

/** The value of a Call node: what the command writes to its standard output. */
export function command(e: Evaluator, node: Node): Value {
  const base = e.values.length;
  const callee = node.a!;
  const isNamed = callee.kind == N.Name && callee.op == COMMAND;
  if (!isNamed) pushCallee(e, callee);
  const list = node.list!;
  let input: Value | null = null;
  for (let i = 0; i < list.length; i++) {
    const item = unchecked(list[i]);
    if (item.kind == N.Keyword) input = e.evaluate(item.a!);
    else pushWords(e, item);
  }
  if (input === null && e.shell !== null) input = e.shell!.input;
  const at = behindTime(e, isNamed ? callee.sym : 0, base);
  const result = at > base ? scheduled(e, at, input, node.start) : isNamed ? invokeSymbol(e, callee.sym, base, input, node.start) : invoke(e, base, input, node.start);
  e.values.length = base;
  return result;
}

/** The command of a line for cron. */
function scheduled(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  e.world.repeats++;
  const result = invoke(e, base, input, place);
  e.world.repeats--;
  return result;
}

function pushCallee(e: Evaluator, callee: Node): void {
  if (callee.kind != N.Tuple) { pushWords(e, callee); return; }
  const words = callee.list!;
  for (let i = 0; i < words.length; i++) pushWords(e, unchecked(words[i]));
}

function invokeSymbol(e: Evaluator, symbol: i32, base: i32, input: Value | null, place: i32): Value {
  const shell = e.shell;
  if (shell !== null && shell.routines.has(symbol)) {
    const output = callRoutine(e, shell, shell.routines.get(symbol), base, input);
    if (output !== null) return output;
  }
  if (e.world.hasDownloads && e.world.files.has(e.names.text[symbol])) tell(e, NODE_SHELL_RUN_FILE, e.world.files.get(e.names.text[symbol]), place);
  const name = e.ruleName(symbol);
  return run(e, name != 0 ? childOf(NODE_SHELL, name) : versioned(e.names.text[symbol]), base, input, place);
}

/** Runs the words from `base` on, of which the first is the command's name. They stay where they are. */
export function invoke(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  if (base >= e.values.length) return input === null ? e.unknown : input;
  const first = e.values.at(base);
  if (first.kind == V.Choice) return invokeChoice(e, first, base, input, place);
  if (first.kind != V.Text) return run(e, NODE_SHELL_COMPUTED, base, input, place);
  return invokeText(e, asText(first), base, input, place);
}

function invokeChoice(e: Evaluator, choice: Value, base: i32, input: Value | null, place: i32): Value {
  const items = asItems(choice).items;
  let result = e.unknown;
  for (let i = 0; i < items.length && i < MAX_CHOICES && e.texts.charge(64); i++) {
    const item = unchecked(items[i]);
    e.values.set(base, item.kind == V.Choice ? e.labelled(item.labels) : item);
    result = either(e, result, invoke(e, base, input, place));
  }
  e.values.set(base, choice);
  return result;
}

function invokeText(e: Evaluator, name: TextValue, base: i32, input: Value | null, place: i32): Value {
  if (holds(name, 32)) {
    if (name.labels != 0) tellComputed(e, base, place);
    return invokeLine(e, name, base, input, place);
  }
  const from = nameStart(name);
  if (from < 0 || writtenThere(e, name) !== null || startsWith(name, "temporary-file-")) return runPath(e, base, input, place);
  const own = from == 0 ? name : part(e, name, from, name.length, place);
  const shell = e.shell;
  if (shell !== null && shell.routines.size > 0) {
    const symbol = symbolOf(e, own);
    if (shell.routines.has(symbol)) return invokeSymbol(e, symbol, base + 1, input, place);
  }
  let node = own.holes ? 0 : childOf(NODE_SHELL, nameOf(changetype<usize>(own.bytes) + own.from, own.length));
  if (node == 0 && !own.holes) {
    node = childOf(NODE_SHELL, globbedCommand(own));
    if (node != 0) e.findings.add(RULE_ASSEMBLED_NAME, place);
  }
  if (node == 0 && own.holes) return run(e, NODE_SHELL_COMPUTED, base, input, place);
  if (node != 0 && from == 0 && own.assembled && !own.holes) e.findings.add(RULE_ASSEMBLED_NAME, place);
  if (name.labels != 0) tellComputed(e, base, place);
  return run(e, node, base + 1, input, place);
}

/** The name came from somewhere: `sh.:computed`, whose first argument it is. */
function tellComputed(e: Evaluator, base: i32, place: i32): void {
  tell(e, NODE_SHELL_COMPUTED, e.values.at(base), place);
}

/** A name that holds blanks: a command line in one variable. */
function invokeLine(e: Evaluator, line: TextValue, base: i32, input: Value | null, place: i32): Value {
  const from = e.values.length;
  split(e, line, place);
  if (e.values.length == from) return e.unknown;
  const count = e.values.length;
  for (let i = base + 1; i < from; i++) e.values.push(e.values.at(i));
  const result = count == from + 1 && holds(asText(e.values.at(from)), 32) ? e.unknown : invoke(e, from, input, place);
  e.values.length = from;
  return result;
}

/** Where the command's own name begins: behind the folders that programs are kept in; -1 for the path of any other file. */
function nameStart(name: TextValue): i32 {
  let slash = name.length - 1;
  while (slash >= 0 && name.at(slash) != 47) slash--;
  if (slash < 0) return 0;
  if (slash >= 4 && name.at(slash - 1) == 110 && name.at(slash - 2) == 105 && name.at(slash - 3) == 98) return slash + 1; // `bin/`
  for (let i = slash; i >= 0; i--) if (isGlob(name.at(i))) return slash + 1;
  return -1;
}

export function isGlob(byte: i32): bool {
  return byte == 42 || byte == 63 || byte == 91;
}

/** A file that is run by its path. */
export function runPath(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  readFiles(e, 0, base);
  const output = runNamed(e, e.values.at(base), place);
  return output !== null ? output : e.labelled(handedOn(e, base + 1, input));
}

/** Tells the rules of an event of the shell's own, with one value. */
export function tell(e: Evaluator, node: i32, value: Value, place: i32): void {
  const base = e.values.length;
  e.values.push(asDownload(e, value));
  const isStep = e.isShown && e.findings.routines == 0 && e.world.calls == 0; // a function is a program, wherever it stands
  actMode(e, isStep ? NODE_SHELL_SHOWN_CODE : node, base, null, place);
  e.values.length = base;
}

/** The path of a download that is run is a download that is run. */
function asDownload(e: Evaluator, path: Value): Value {
  if ((path.labels & SAVED_LABELS) == 0) return path;
  const labels = path.labels | DOWNLOADED_LABELS;
  return path.kind == V.Text ? withLabels(e, path, labels) : e.labelled(labels);
}

/** Runs a command of the rules' tree, 0 for any other; its arguments begin at `base`. */
export function run(e: Evaluator, node: i32, base: i32, input: Value | null, place: i32): Value {
  readFiles(e, node, base);
  let labels: u64 = 0;
  let kind: i32 = Intrinsic.none;
  if (node != 0) {
    kind = load<u8>(NODE_INTRINSIC + node) as i32;
    if (kind == Intrinsic.shDownload) {
      ownCredentials(e, base);
      ownAddresses(e, base);
    }
    const call = new Call(e, e.unknown, null, base, e.values.length - base);
    call.input = input;
    labels = act(e, node, call, place);
    labels |= modes(e, node, base, input, place);
    if (lastMode() != Intrinsic.none) kind = lastMode();
  }
  const given = labels;
  if (kind == Intrinsic.opaque) return e.labelled(labels);
  labels |= handedOn(e, base, input);
  if (kind == Intrinsic.none) return e.labelled(labels);
  const known = nested(e, kind, base, input, labels, place);
  return known !== null ? withLabels(e, known, given) : e.labelled(labels);
}

/** Commands inside of commands: `sudo env nice …`. Honest ones have two or three. */
const MAX_NESTED: i32 = 24;
let level: i32 = 0;

function nested(e: Evaluator, kind: i32, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  if (level >= MAX_NESTED) {
    e.findings.add(RULE_TOO_DEEP, place);
    return null;
  }
  level++;
  const known = builtin(e, kind, base, input, labels, place);
  level--;
  return known;
}

/** What the rules say of the output holds whatever it is. */
function withLabels(e: Evaluator, value: Value, labels: u64): Value {
  if ((value.labels | labels) == value.labels) return value;
  if (value.kind != V.Text) return value.kind == V.Unknown ? e.labelled(value.labels | labels) : value;
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  return copy;
}

/** Labels of what the command reads and is given that its output has as well. */
function handedOn(e: Evaluator, base: i32, input: Value | null): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text || !endsWith(asText(value), ".pub")) labels |= labelsOf(value); // the public half of a key
  }
  labels &= ~EXACT_LABELS;
  return input === null ? labels : labels | labelsOf(input);
}

/** Holes in a text, for those who need to know it whole. */
export function isWhole(value: Value): bool {
  return value.kind == V.Text && !holds(asText(value), HOLE);
}

/** `python3.12` is python3, `mkfs.ext4` mkfs, `curl.exe` curl; 0 for names that end in no such way. */
function versioned(name: string): i32 {
  const dot = name.lastIndexOf(".");
  if (dot <= 0) return 0;
  const end = name.charCodeAt(dot + 1);
  const isVersion = end >= 48 && end <= 57;
  if (!isVersion && !name.endsWith(".exe") && !name.startsWith("mkfs.")) return 0;
  return childOf(NODE_SHELL, nameOfString(name.substring(0, dot)));
}
