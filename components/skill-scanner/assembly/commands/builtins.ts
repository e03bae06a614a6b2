// Commands whose output, or whose effect on the script, the engine works out.
import { commandOf } from "../batch/commands";
import { runBatch } from "../batch/read-batch";
import { Evaluator, labelsOf } from "../evaluator";
import { Language } from "../language";
import { Intrinsic } from "../tables";
import { tellWritten, temporaryPath } from "../written-files";
import { powershellRun } from "../powershell/command-line";
import { asText, TextValue, V, Value } from "../value";
import { cut, decodedText, reversedText, substituted, translated } from "./filters";
import { archived, captured, contentsOf, copied, writeFile } from "./files";
import { readWritten } from "./written-code";
import { download } from "./downloads";
import { evaluated, interpreted, runRepeatedly, shellRun, sourced } from "./interpreters";
import { runSchedule } from "./schedules";
import { parameterValue } from "./parameters";
import { echo, printf } from "./printing";
import { readCommandLine } from "./powershell";
import { readInto, unset } from "./reading";
import { setParameters } from "./routines";
import { environment, found, wrapped } from "./wrappers";
import { asciiText, isWord, joinWords } from "./words";

/** The words are on the value stack from `base` on; `labels` are those of the output. Null when only they are known. */
export function builtin(e: Evaluator, kind: i32, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  switch (kind) {
    case Intrinsic.shEcho: return echo(e, base, place);
    case Intrinsic.shPrintf: return printf(e, base, place);
    case Intrinsic.shCat: return concatenated(e, base, input);
    case Intrinsic.shTemporary: return temporaryPath(e);
    case Intrinsic.shTee: return teed(e, base, input, place);
    case Intrinsic.shRev: return filtered(e, input) ? reversedText(e, input!, place) : null;
    case Intrinsic.shTr: return filtered(e, input) ? translated(e, input!, base, place) : null;
    case Intrinsic.shCut: return filtered(e, input) ? cut(e, input!, base, place) : null;
    case Intrinsic.shSed: return filtered(e, input) ? substituted(e, input!, base, place) : null;
    case Intrinsic.shDecode64: case Intrinsic.shDecode32: case Intrinsic.shDecodeHex: return decodedText(e, kind, base, input, labels, place);
    case Intrinsic.shOutput: case Intrinsic.shAppend: return written(e, kind, base, input, place);
    case Intrinsic.shInput: return base < e.values.length ? fileValue(e, e.values.at(base)) : null;
    case Intrinsic.shProcess: return processFile(e, input, labels, place);
    case Intrinsic.shSet: setWords(e, base); return e.unknown;
    case Intrinsic.shRead: readInto(e, base, input, labels); return e.unknown;
    case Intrinsic.shUnset: unset(e, base); return e.unknown;
    case Intrinsic.shDownload: return download(e, base, labels, place);
    case Intrinsic.shCopy: copied(e, base); return e.unknown;
    case Intrinsic.shCapture: captured(e, base, labels); return null;
    case Intrinsic.shArchive: return archived(e, base, labels);
    default: return runner(e, kind, base, input, labels, place);
  }
}

/** Those that run other commands or code. */
function runner(e: Evaluator, kind: i32, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  switch (kind) {
    case Intrinsic.shWrapper: case Intrinsic.shTimed: case Intrinsic.shXargs: return wrapped(e, kind, base, input, place);
    case Intrinsic.shEnvironment: return environment(e, base, input, labels, place);
    case Intrinsic.shFind: return found(e, base, labels, place);
    case Intrinsic.shWhich: return base < e.values.length ? e.values.at(e.values.length - 1) : null;
    case Intrinsic.shShell: return shellRun(e, base, input, place);
    case Intrinsic.shEval: return evaluated(e, base, place);
    case Intrinsic.shCrontab: runSchedule(e, input, place); return null;
    case Intrinsic.shTrap: return base < e.values.length ? runRepeatedly(e, e.values.at(base), "trap", place) : null;
    case Intrinsic.shSource: return sourced(e, base, input, place);
    case Intrinsic.shPython: return interpreted(e, Language.Python, base, input, labels, place);
    case Intrinsic.shInterpreter: return interpreted(e, Language.Text, base, input, labels, place);
    case Intrinsic.shBatch: return commandLine(e, base, place);
    case Intrinsic.shWindows: readCommandLine(e, joinWords(e, base, place), place); return null;
    case Intrinsic.shPowerShell: readCommandLine(e, joinWords(e, base, place), place); return powershellRun(e, base, input, place);
    case Intrinsic.shNode: return interpreted(e, Language.JavaScript, base, input, labels, place);
    default: return parameterValue(e, kind, base, labels, place);
  }
}

/** `cmd /c line` */
function commandLine(e: Evaluator, base: i32, place: i32): Value | null {
  readCommandLine(e, joinWords(e, base, place), place);
  const line = commandOf(e, base, place);
  return line === null ? null : runBatch(e, line, "text for cmd.exe", place);
}

function filtered(e: Evaluator, input: Value | null): bool {
  return input !== null && input.kind == V.Text && !asText(input).holes && e.texts.charge(asText(input).length);
}

/** `cat`: its input, or the files. */
function concatenated(e: Evaluator, base: i32, input: Value | null): Value | null {
  const count = e.values.length - base;
  if (count == 0 || (count == 1 && isWord(e.values.at(base), "-"))) return input;
  return count == 1 ? fileValue(e, e.values.at(base)) : null;
}

function fileValue(e: Evaluator, path: Value): Value | null {
  return path.kind == V.Text ? contentsOf(e, asText(path)) : null;
}

function teed(e: Evaluator, base: i32, input: Value | null, place: i32): Value | null {
  for (let i = base; i < e.values.length && input !== null; i++) {
    tellWritten(e, e.values.at(i), input, place);
    writeFile(e, e.values.at(i), input);
  }
  return input;
}

/** `> file`: what is left for the next command is nothing. */
function written(e: Evaluator, kind: i32, base: i32, input: Value | null, place: i32): Value {
  if (base >= e.values.length) return e.unknown;
  const path = e.values.at(base);
  let contents = input === null ? e.unknown : input;
  if (kind == Intrinsic.shAppend && path.kind == V.Text) {
    const before = contentsOf(e, asText(path));
    if (before !== null) contents = added(e, before, contents);
  }
  tellWritten(e, path, contents, place);
  writeFile(e, path, contents);
  if (contents.kind == V.Text && path.kind == V.Text) readWritten(e, asText(path), asText(contents), place);
  return e.unknown;
}

function added(e: Evaluator, before: Value, after: Value): Value {
  if (before.kind == V.Text && after.kind == V.Text) {
    const line = e.texts.appendQuiet(asText(before), 10);
    let text: TextValue | null = null;
    if (line !== null) text = e.texts.append(line, asText(after), -1);
    if (text !== null) return text;
  }
  return e.labelled(labelsOf(before) | labelsOf(after));
}

/** `<(…)`: the path of a file that holds the output. */
function processFile(e: Evaluator, input: Value | null, labels: u64, place: i32): Value | null {
  const shell = e.shell;
  if (shell === null || input === null) return null;
  const path = asciiText(e, shell.anonymousFile(input), place);
  path.labels |= labels;
  return path;
}

/** `set -- a b` */
function setWords(e: Evaluator, base: i32): void {
  const shell = e.shell;
  if (shell === null) return;
  for (let i = base; i < e.values.length; i++) {
    if (!isWord(e.values.at(i), "--")) continue;
    setParameters(e, shell, i + 1);
    return;
  }
}
