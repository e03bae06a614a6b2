// Commands of PowerShell as commands of a shell, whose words the rules know.
import { copied, writeFile } from "../commands/files";
import { run, runPath, tell } from "../commands/invoke";
import { asciiText, joinWords, isWord } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { joinPaths } from "../operators";
import { childOf, nameOfString } from "../name-tree";
import { NODE_SHELL, NODE_SHELL_RUN_FILE } from "../tables";
import { asItems, asText, V, Value } from "../value";
import { given, has, named, positional } from "./arguments";
import { Cmdlet } from "./cmdlet-names";
import { dispatch } from "./commands";
import { newObject } from "./objects";
import { slashedValue } from "./paths";
import { runValue } from "./scripts";
import { openFile, pushLine, runLine, startProcess } from "./start";
import { ofEnvironment } from "./variables";
import { webRequest, transfer } from "./web";
import { getCommand, getVariable, setAlias, setVariable } from "./names-set";

/** The words begin at `base`. */
export function cmdlet(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value {
  switch (kind) {
    case Cmdlet.Web: return webRequest(e, base, input, place);
    case Cmdlet.Transfer: return transfer(e, base, place);
    case Cmdlet.Run: return evaluated(e, base, input, place);
    case Cmdlet.Block: return block(e, base, input, place);
    case Cmdlet.Start: return startProcess(e, base, place);
    case Cmdlet.Open: return openFile(e, base, place);
    case Cmdlet.Action: return action(e, base, place);
    case Cmdlet.Create: return created(e, base, place);
    case Cmdlet.Object: return newObject(e, base, place);
    case Cmdlet.SetVariable: return setVariable(e, base, input);
    case Cmdlet.GetVariable: return getVariable(e, base);
    case Cmdlet.Alias: return setAlias(e, base);
    case Cmdlet.Command: return getCommand(e, base);
    default: return onFiles(e, kind, base, input, place);
  }
}

function onFiles(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value {
  const end = e.values.length;
  switch (kind) {
    case Cmdlet.Read: pushPath(e, base, place); return as(e, "cat", end, input, place);
    case Cmdlet.Write: return write(e, ">", base, input, place);
    case Cmdlet.Append: return write(e, ">>", base, input, place);
    case Cmdlet.Tee: write(e, ">", base, input, place); return input !== null ? input : e.unknown;
    case Cmdlet.New: return has(e, base, "value", 1) ? write(e, ">", base, named(e, base, "value", 1), place) : e.unknown;
    case Cmdlet.Copy: case Cmdlet.Move: return copy(e, kind, base, place);
    case Cmdlet.Remove: return remove(e, base, input, place);
    case Cmdlet.Pack: return pack(e, base, input, place);
    case Cmdlet.List: case Cmdlet.Item: return list(e, kind, base, input, place);
    case Cmdlet.SetItem: return setItem(e, base, place);
    default: return simple(e, kind, base, input, place);
  }
}

function simple(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value {
  const end = e.values.length;
  switch (kind) {
    case Cmdlet.Echo: return end == base + 1 ? e.values.at(base) : end > base ? copyOfWords(e, base) : input !== null ? input : e.unknown;
    case Cmdlet.Join: return joinedPath(e, base, place);
    case Cmdlet.Same: case Cmdlet.Sort: return same(e, base, input);
    case Cmdlet.Processes: return as(e, "ps", end, null, place);
    case Cmdlet.Machine: return as(e, "systeminfo", end, null, place);
    case Cmdlet.Network: return as(e, "ipconfig", end, null, place);
    case Cmdlet.Clipboard: return as(e, "Get-Clipboard", end, null, place);
    case Cmdlet.Ask: return as(e, "read", base, null, place);
    case Cmdlet.Lookup: {
      const host = given(e, base, "name", 1, 0);
      e.values.push(host !== null ? host : e.unknown);
      return as(e, "nslookup", end, null, place);
    }
    case Cmdlet.Where: case Cmdlet.Each: return input !== null ? input : e.unknown;
    default: return e.unknown;
  }
}

/** Runs a command of the shell with the words from `from` on. */
export function as(e: Evaluator, command: string, from: i32, input: Value | null, place: i32): Value {
  const result = run(e, childOf(NODE_SHELL, nameOfString(command)), from, input, place);
  e.values.length = from;
  return result;
}

function evaluated(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  const code = given(e, base, "command", 1, 0);
  if (code !== null) return runValue(e, code, "text for Invoke-Expression", place);
  return input !== null ? runValue(e, input, "text for Invoke-Expression", place) : e.unknown;
}

/** `Invoke-Command -ScriptBlock { … }`: a literal one was walked when it was met. */
function block(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  let script = named(e, base, "scriptblock", 1);
  for (let i = base; i < e.values.length && script === null; i++) if (e.values.at(i).kind == V.Getter) script = e.values.at(i);
  return script !== null && (script.kind == V.Getter || labelsOf(script) != 0) ? runValue(e, script, "a script block", place) : input !== null ? input : e.unknown;
}

/** `New-ScheduledTaskAction -Execute program -Argument words`: the task runs it. */
function action(e: Evaluator, base: i32, place: i32): Value {
  const program = given(e, base, "execute", 1, 0), words = given(e, base, "argument", 1, 1);
  return program === null ? e.unknown : startedBy(e, program, words, place);
}

/** `Invoke-WmiMethod -Class Win32_Process -Name Create -ArgumentList 'command line'` */
function created(e: Evaluator, base: i32, place: i32): Value {
  let line = named(e, base, "argumentlist", 2);
  if (line === null) line = named(e, base, "arguments", 2);
  if (line !== null && line.kind == V.Dict && asItems(line).items.length > 1) line = asItems(line).items[1];
  return line === null ? e.unknown : runLine(e, line, place);
}

/** Programs that start programs. */
const MAX_NESTED: i32 = 24;
let level: i32 = 0;

/** A program with the words of its command line, as a list or in one text. */
export function startedBy(e: Evaluator, program: Value, words: Value | null, place: i32): Value {
  if (level >= MAX_NESTED) return e.unknown;
  level++;
  const base = e.values.length;
  e.values.push(program);
  if (words !== null && words.kind == V.List) {
    const items = asItems(words).items;
    for (let i = 0; i < items.length && i < 64; i++) e.values.push(unchecked(items[i]));
  } else if (words !== null) pushLine(e, words, place);
  const result = dispatch(e, base, null, place, true);
  level--;
  e.values.length = base;
  return result;
}

// ---- files

/** The path that a command is given, on top of the stack; several are a list. */
function pushPath(e: Evaluator, base: i32, place: i32): void {
  let path = named(e, base, "path", 2);
  if (path === null) path = named(e, base, "literalpath", 2);
  if (path === null) path = positional(e, base, 0);
  pushEach(e, path, place);
}

function pushEach(e: Evaluator, path: Value | null, place: i32): void {
  if (path === null) return;
  if (path.kind != V.List) { e.values.push(slashedValue(e, path, place)); return; }
  const items = asItems(path).items;
  for (let i = 0; i < items.length && i < 64; i++) e.values.push(slashedValue(e, unchecked(items[i]), place));
}

function write(e: Evaluator, command: string, base: i32, input: Value | null, place: i32): Value {
  let path = named(e, base, "filepath", 2);
  if (path === null) path = named(e, base, "path", 2);
  if (path === null) path = named(e, base, "literalpath", 2);
  const isNamed = path !== null;
  if (path === null) path = positional(e, base, 0);
  let value = input !== null ? input : named(e, base, "value", 1);
  if (value === null) value = positional(e, base, isNamed ? 0 : 1);
  if (path === null) return e.unknown;
  const end = e.values.length;
  e.values.push(slashedValue(e, path, place));
  return as(e, command, end, value !== null ? value : e.unknown, place);
}

function copy(e: Evaluator, kind: i32, base: i32, place: i32): Value {
  const end = e.values.length;
  pushPath(e, base, place);
  let target = named(e, base, "destination", 1);
  if (target === null) target = named(e, base, "newname", 2);
  if (target === null) target = positional(e, base, 1);
  if (target !== null) pushEach(e, target, place);
  return as(e, kind == Cmdlet.Copy ? "cp" : "mv", end, null, place);
}

function remove(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  const end = e.values.length;
  if (has(e, base, "recurse", 1)) e.values.push(asciiText(e, "-r", place));
  if (has(e, base, "force", 1)) e.values.push(asciiText(e, "-f", place));
  const from = e.values.length;
  pushPath(e, base, place);
  if (e.values.length == from && input !== null) e.values.push(input);
  return as(e, "rm", end, null, place);
}

function pack(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  const end = e.values.length;
  const target = given(e, base, "destinationpath", 1, 1);
  e.values.push(target !== null ? slashedValue(e, target, place) : e.unknown);
  const from = e.values.length;
  pushPath(e, base, place);
  if (e.values.length == from && input !== null) e.values.push(input);
  const result = as(e, "zip", end, null, place);
  if (target !== null && labelsOf(result) != 0) writeFile(e, slashedValue(e, target, place), e.labelled(labelsOf(result)));
  return result;
}

/** Of a folder, of `env:`, of a variable of it. */
function list(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value {
  const end = e.values.length;
  pushPath(e, base, place);
  if (e.values.length > end && e.values.at(end).kind == V.Text) {
    const text = asText(e.values.at(end));
    const isEnvironment = text.length >= 4 && (text.at(0) | 32) == 101 && (text.at(1) | 32) == 110 && (text.at(2) | 32) == 118 && text.at(3) == 58;
    if (isEnvironment) {
      let from = 4;
      while (from < text.length && (text.at(from) == 47 || text.at(from) == 42)) from++;
      e.values.length = end;
      if (from == text.length) return as(e, "env", end, null, place);
      return ofEnvironment(e, String.UTF8.decodeUnsafe(changetype<usize>(text.bytes) + text.from + from, min(text.length - from, 64)).toUpperCase(), place);
    }
  }
  if (kind == Cmdlet.List) return as(e, has(e, base, "recurse", 1) ? "find" : "ls", end, null, place);
  const first = e.values.length > end ? e.values.at(end) : input !== null ? input : e.unknown;
  e.values.length = end;
  return first;
}

/** `Set-Item env:NAME value` and settings of the registry: the lines tell of those. */
function setItem(e: Evaluator, base: i32, place: i32): Value {
  const value = named(e, base, "value", 1);
  return value !== null ? e.labelled(labelsOf(value)) : e.unknown;
}

// ---- values

function copyOfWords(e: Evaluator, base: i32): Value {
  const end = e.values.length;
  for (let i = base; i < end; i++) e.values.push(e.values.at(i));
  return e.takeItems(V.List, end);
}

function joinedPath(e: Evaluator, base: i32, place: i32): Value {
  const first = given(e, base, "path", 1, 0);
  const isNamed = named(e, base, "path", 1) !== null;
  const second = given(e, base, "childpath", 1, isNamed ? 0 : 1);
  if (first === null || second === null) return first !== null ? first : e.unknown;
  const path = joinPaths(e, slashedValue(e, first, place), slashedValue(e, second, place), false, place);
  const third = positional(e, base, 2);
  return third !== null ? joinPaths(e, path, slashedValue(e, third, place), false, place) : path;
}

function same(e: Evaluator, base: i32, input: Value | null): Value {
  if (input !== null) return input;
  let value = named(e, base, "inputobject", 1);
  if (value === null) value = positional(e, base, 0);
  return value !== null ? value : e.unknown;
}
