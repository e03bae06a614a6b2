// Runs a command of cmd.exe as the shell's command of the same meaning.
import { N, Node } from "../ast";
import { Bytes } from "../bytes";
import { contentsOf } from "../commands/files";
import { tell } from "../commands/invoke";
import { asciiText, joinWords, pushWord } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { as } from "../powershell/cmdlets";
import { native } from "../powershell/commands";
import { lineTold, slashed, slashedValue } from "../powershell/paths";
import { NODE_SHELL_COMPUTED, RULE_TOO_DEEP } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { runBatch } from "./read-batch";

/** The value of a Call node: what the command writes. */
export function batchCommand(e: Evaluator, node: Node): Value {
  const base = e.values.length, words = node.list!;
  let input: Value | null = null;
  if (words.length > 0 && words[words.length - 1].kind == N.Keyword) input = e.evaluate(words[words.length - 1].a!);
  e.values.push(e.evaluate(node.a!));
  let isComputed = node.a!.kind != N.Str;
  for (let i = 0; i < words.length; i++) {
    const word = unchecked(words[i]);
    if (word.kind != N.Keyword) pushWord(e, e.evaluate(word));
  }
  if (isComputed) lineTold(e, base, node.start);
  const result = dispatchBatch(e, base, input, node.start);
  e.values.length = base;
  return result;
}

/** Runs the words from `base` on, of which the first is the command. */
function dispatchBatch(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  let name = e.values.at(base);
  if (name.kind == V.Choice) name = asItems(name).items[asItems(name).items.length - 1];
  if (name.kind != V.Text) {
    tell(e, NODE_SHELL_COMPUTED, name, place);
    return e.labelled(labelsOf(name));
  }
  const text = asText(name);
  if (text.length == 0) return base + 1 == e.values.length ? as(e, "env", e.values.length, null, place) : e.unknown; // `set`
  if (isLine(e, text)) {
    const line = joinWords(e, base, place);
    return line === null ? e.unknown : runBatch(e, line, "a variable's commands", place);
  }
  return known(e, text, base, input, place);
}

/** A command line in a variable, and no path with blanks. */
function isLine(e: Evaluator, text: TextValue): bool {
  let blank = 0;
  while (blank < text.length && text.at(blank) != 32) blank++;
  if (blank == text.length) return false;
  const first = text.at(0), isPath = first == 92 || first == 46 || first == 126 || first == 37 || (text.length > 1 && text.at(1) == 58);
  return !isPath && contentsOf(e, text) === null;
}

function known(e: Evaluator, name: TextValue, base: i32, input: Value | null, place: i32): Value {
  const bytes = new Bytes(changetype<usize>(name.bytes) + name.from, name.length);
  const from = base + 1;
  if (bytes.isAny(" echo echo. ")) return from < e.values.length ? e.values.at(from) : e.unknown;
  if (bytes.isAny(" call start ")) return behind(e, from, input, place);
  if (bytes.isAny(" cmd cmd.exe %comspec% ")) return inner(e, from, place);
  if (bytes.isAny(" type more ")) return onPaths(e, "cat", from, place);
  if (bytes.isAny(" copy xcopy robocopy ")) return onPaths(e, "cp", from, place);
  if (bytes.isAny(" move ren rename ")) return onPaths(e, "mv", from, place);
  if (bytes.isAny(" del erase rd rmdir ")) return removed(e, from, place);
  if (bytes.isAny(" dir tree ")) return onPaths(e, "ls", from, place);
  if (bytes.isAny(" tasklist ")) return as(e, "ps", e.values.length, null, place);
  if (bytes.isAny(" goto exit cls pause title color setlocal endlocal chcp shift cd chdir pushd popd md mkdir timeout choice prompt mode verify ver vol path sort find findstr ")) return input !== null ? input : e.unknown;
  return native(e, name, base, input, place);
}

/** Copies the words from `from` on, without options; the stack's length is where they begin. */
function withoutOptions(e: Evaluator, from: i32, place: i32): i32 {
  const end = e.values.length;
  for (let i = from; i < end; i++) {
    const word = e.values.at(i);
    if (word.kind == V.Text && asText(word).length > 1 && asText(word).at(0) == 47) continue;
    e.values.push(slashedValue(e, word, place));
  }
  return end;
}

function onPaths(e: Evaluator, command: string, from: i32, place: i32): Value {
  return as(e, command, withoutOptions(e, from, place), null, place);
}

function removed(e: Evaluator, from: i32, place: i32): Value {
  const end = e.values.length;
  for (let i = from; i < end; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length != 2 || asText(word).at(0) != 47) continue;
    const letter = asText(word).at(1) | 32;
    if (letter == 115) e.values.push(asciiText(e, "-r", place)); // /s
    if (letter == 113 || letter == 102) e.values.push(asciiText(e, "-f", place)); // /q /f
  }
  for (let i = from; i < end; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2 || asText(word).at(0) != 47) e.values.push(slashedValue(e, word, place));
  }
  return as(e, "rm", end, null, place);
}

/** Commands inside of commands: `call start cmd /c …`. */
const MAX_NESTED: i32 = 24;
let level: i32 = 0;

/** `start /b program …`, `call program …` */
function behind(e: Evaluator, from: i32, input: Value | null, place: i32): Value {
  let first = from;
  for (; first < e.values.length; first++) {
    const word = e.values.at(first);
    if (word.kind != V.Text || asText(word).length == 0 || asText(word).at(0) != 47) break;
    const letter = asText(word).length == 2 ? asText(word).at(1) | 32 : 0;
    if (letter == 100) first++; // /d folder
  }
  if (first >= e.values.length || startsLabel(e.values.at(first))) return e.unknown;
  if (level >= MAX_NESTED) {
    e.findings.add(RULE_TOO_DEEP, place);
    return e.unknown;
  }
  const base = e.values.length;
  for (let i = first; i < base; i++) e.values.push(e.values.at(i));
  level++;
  const result = dispatchBatch(e, base, input, place);
  level--;
  e.values.length = base;
  return result;
}

function startsLabel(word: Value): bool { return word.kind == V.Text && asText(word).length > 0 && asText(word).at(0) == 58; }

/** `cmd /c line`: what stands behind the option is a line of its own. */
function inner(e: Evaluator, from: i32, place: i32): Value {
  const line = commandOf(e, from, place);
  return line === null ? e.unknown : runBatch(e, line, "text for cmd.exe", place);
}

/** The words behind `/c` or `/k` as one text; null without them. */
export function commandOf(e: Evaluator, from: i32, place: i32): TextValue | null {
  for (let i = from; i + 1 < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2) continue;
    const text = slashed(e, asText(word), place), letter = text.at(1) | 32;
    if (text.at(0) == 47 && text.length == 2 && (letter == 99 || letter == 107 || letter == 114)) return joinWords(e, i + 1, place);
  }
  return null;
}
