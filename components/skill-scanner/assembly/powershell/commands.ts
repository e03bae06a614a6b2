// Runs a command of PowerShell: finds out which one its first word names, and does as the shell's command of the same meaning.
import { keep } from "../arena";
import { N, Node } from "../ast";
import { Bytes } from "../bytes";
import { contentsOf } from "../commands/files";
import { command, invoke, runPath, tell } from "../commands/invoke";
import { part, pushWord, stringOf } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { NODE_SHELL_COMPUTED, RULE_ASSEMBLED_NAME } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { Cmdlet, CmdletIndex } from "./cmdlet-names";
import { cmdlet } from "./cmdlets";
import { eachOf, filteredBy } from "./each";
import { callBlock, callPowerFunction } from "./functions";
import { INVOKED } from "./nodes";
import { aliasOf } from "./names-set";
import { lineTold, slashed, slashedValue } from "./paths";
import { runValue } from "./scripts";
import { windowsProgram } from "../batch/programs";

/** Choices of a command's name that are tried. */
const MAX_CHOICES: i32 = 8;
/** Items of one list that become words. */
const MAX_WORDS: i32 = 256;

/** The value of a Call node: what the command writes. */
export function powerCommand(e: Evaluator, node: Node): Value {
  const callee = node.a!;
  if (callee.kind == N.Name && callee.op == 1) return command(e, node); // a redirection
  const base = e.values.length;
  const words = node.list!;
  let input: Value | null = null;
  if (words.length > 0 && words[words.length - 1].kind == N.Keyword) input = e.evaluate(words[words.length - 1].a!);
  if (input === null && e.shell !== null) input = e.shell!.input;
  let result: Value;
  if (callee.kind == N.Lambda) {
    pushAll(e, words);
    result = callBlock(e, callee, base, input);
  } else {
    const name = e.evaluate(callee);
    const kind = name.kind == V.Text ? kindOf(e, asText(name)) : Cmdlet.None;
    if (kind == Cmdlet.Each) result = eachOf(e, words, input);
    else if (kind == Cmdlet.Where) result = filteredBy(e, words, input);
    else {
      e.values.push(name);
      pushAll(e, words);
      result = dispatch(e, base, input, node.start, node.op == INVOKED || callee.kind != N.Str);
    }
  }
  e.values.length = base;
  return result;
}

/** Pushes the words; of `@name` each value behind its parameter. */
function pushAll(e: Evaluator, words: Node[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = unchecked(words[i]);
    if (word.kind == N.Keyword) continue;
    const value = e.evaluate(word);
    if (word.kind == N.Star) splatted(e, value, word.start);
    else pushWord(e, value);
  }
}

function splatted(e: Evaluator, value: Value, place: i32): void {
  if (value.kind != V.Dict && value.kind != V.List) { e.values.push(value); return; }
  const items = asItems(value).items;
  for (let i = 0; i < items.length && i < MAX_WORDS; i++) {
    const item = unchecked(items[i]);
    if (value.kind == V.List || i % 2 == 1 || item.kind != V.Text) { pushWord(e, item); continue; }
    const dash = e.texts.appendByte(e.texts.empty(), 45, place);
    let name: TextValue | null = null;
    if (dash !== null) name = e.texts.append(dash, asText(item), place);
    if (name !== null) e.values.push(name);
    else e.values.push(item);
  }
}

/** The kind of a command whose name is known; a function of the script has that name first. */
function kindOf(e: Evaluator, name: TextValue): i32 {
  if (name.holes || name.length > 40) return Cmdlet.None;
  const shell = e.shell!;
  if (shell.routines.size > 0 && shell.routines.has(symbolOf(e, name))) return Cmdlet.None;
  return indexOf(e).find(new Bytes(changetype<usize>(name.bytes) + name.from, name.length));
}

function indexOf(e: Evaluator): CmdletIndex {
  let index = e.world.cmdlets;
  if (index === null) {
    keep();
    index = new CmdletIndex();
    e.world.cmdlets = index;
  }
  return index;
}

/** Id of a command's name in lower case. */
function symbolOf(e: Evaluator, name: TextValue): i32 {
  return name.length > 64 || !e.texts.charge(name.length) ? 0 : e.names.of(stringOf(name).toLowerCase());
}

/** Runs the words from `base` on, of which the first is the command. */
export function dispatch(e: Evaluator, base: i32, input: Value | null, place: i32, isComputed: bool): Value {
  const name = e.values.at(base);
  switch (name.kind) {
    case V.Getter: return runValue(e, name, "a script block", place);
    case V.List: case V.Unknown: return unknownCommand(e, base, input, place);
    case V.Choice: {
      const items = asItems(name).items;
      let result = e.unknown;
      for (let i = 0; i < items.length && i < MAX_CHOICES && e.texts.charge(64); i++) {
        e.values.set(base, items[i].kind == V.Choice ? e.labelled(items[i].labels) : unchecked(items[i]));
        result = dispatch(e, base, input, place, isComputed);
      }
      e.values.set(base, name);
      return result;
    }
    case V.Text: return ofText(e, asText(name), base, input, place, isComputed);
    default: return e.labelled(labelsFrom(e, base));
  }
}

function unknownCommand(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  const labels = labelsFrom(e, base) | (input === null ? 0 : labelsOf(input));
  tell(e, NODE_SHELL_COMPUTED, e.values.at(base), place);
  return e.labelled(labels);
}

function labelsFrom(e: Evaluator, base: i32): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  return labels;
}

function ofText(e: Evaluator, name: TextValue, base: i32, input: Value | null, place: i32, isComputed: bool): Value {
  const shell = e.shell!;
  if (shell.routines.size > 0) {
    const symbol = symbolOf(e, name);
    if (shell.routines.has(symbol)) {
      const output = callPowerFunction(e, shell.routines.get(symbol), base + 1, input);
      return output !== null ? output : e.labelled(labelsFrom(e, base) | (input === null ? 0 : labelsOf(input)));
    }
  }
  const alias = aliasOf(e, name);
  if (alias !== null && alias.kind == V.Text && asText(alias) !== name) {
    e.values.set(base, alias);
    lineTold(e, base, place);
    return withoutAlias(e, asText(alias), base, input, place);
  }
  const kind = kindOf(e, name);
  if (isComputed || name.assembled) lineTold(e, base, place);
  if (kind != Cmdlet.None) {
    if (name.assembled && !name.holes) e.findings.add(RULE_ASSEMBLED_NAME, place);
    return cmdlet(e, kind, base + 1, input, place);
  }
  return native(e, name, base, input, place);
}

function withoutAlias(e: Evaluator, name: TextValue, base: i32, input: Value | null, place: i32): Value {
  const kind = kindOf(e, name);
  return kind != Cmdlet.None ? cmdlet(e, kind, base + 1, input, place) : native(e, name, base, input, place);
}

/** A program, or a file by its path. */
export function native(e: Evaluator, name: TextValue, base: i32, input: Value | null, place: i32): Value {
  const path = slashed(e, name, place);
  flatten(e, base + 1);
  for (let i = base + 1; i < e.values.length; i++) if (!isAddressed(e.values.at(i))) e.values.set(i, slashedValue(e, e.values.at(i), place));
  const known = windowsProgram(e, path, base + 1, input, place);
  if (known !== null) return known;
  const program = programOf(e, path, place);
  e.values.set(base, program);
  for (let i = 0; i < program.length; i++) if (program.at(i) == 32) return runPath(e, base, input, place);
  return invoke(e, base, input, place);
}

/** What is no path: an address, a key of the registry, a line of code. */
function isAddressed(word: Value): bool {
  if (word.kind != V.Text) return true;
  const text = asText(word);
  for (let i = 0; i + 1 < text.length; i++) {
    const c = text.at(i);
    if ((c == 58 && text.at(i + 1) == 47) || c == 34 || c == 39 || c == 36 || c == 59 || c == 10) return true;
  }
  return text.length > 4 && (text.at(0) | 32) == 104 && (text.at(1) | 32) == 107; // HKCU
}

/** Lists among the words become words. */
function flatten(e: Evaluator, from: i32): void {
  const end = e.values.length;
  let first = from;
  while (first < end && e.values.at(first).kind != V.List) first++;
  for (let i = first; i < end; i++) pushWords(e, e.values.at(i));
  for (let i = end; i < e.values.length; i++) e.values.set(first + i - end, e.values.at(i));
  e.values.length -= end - first;
}

function pushWords(e: Evaluator, word: Value): void {
  if (word.kind != V.List) { e.values.push(word); return; }
  const items = asItems(word).items;
  const count = min(items.length, MAX_WORDS);
  if (!e.texts.charge(count)) { e.values.push(e.labelled(word.labels)); return; }
  for (let i = 0; i < count; i++) {
    const item = unchecked(items[i]);
    pushWord(e, item.kind == V.List ? e.labelled(labelsOf(item)) : item);
  }
}

/** `curl.exe` is curl, and so is the one that Windows keeps. */
function programOf(e: Evaluator, path: TextValue, place: i32): TextValue {
  const bytes = new Bytes(changetype<usize>(path.bytes) + path.from, path.length);
  const to = bytes.endsWith(".exe") ? path.length - 4 : path.length;
  let from = path.length;
  while (from > 0 && path.at(from - 1) != 47) from--;
  const isSystem = bytes.startsWith("c:/windows/");
  if ((from > 0 && !isSystem) || to <= from || contentsOf(e, path) !== null) return path;
  return from == 0 && to == path.length ? path : part(e, path, from, to, place);
}
