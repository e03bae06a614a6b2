// Commands that run code: shells, `eval`, `source`, Python and Node.
import { Bytes } from "../bytes";
import { keep } from "../arena";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { readUnit } from "../read-unit";
import { NODE_SHELL_RUN_FILE, NODE_SHELL_RUN_INPUT, NODE_SHELL_RUN_TEXT } from "../tables";
import { MAX_LEVEL } from "../unit";
import { asItems, asText, TextValue, V, Value } from "../value";
import { contentsOf } from "./files";
import { tell } from "./invoke";
import { runFile, runText, unitOf } from "./read-shell";
import { readQuotedCommands } from "./quoted-commands";
import { holds, isWord, joinWords, trimmed } from "./words";

/** `sh -c text`, `sh file`, `… | sh`. */
export function shellRun(e: Evaluator, base: i32, input: Value | null, place: i32): Value | null {
  const text = optionText(e, base, 99); // c
  if (text !== null) return runTextOf(e, text, "text for a shell", place);
  const file = firstPlain(e, base);
  if (file !== null) return runNamed(e, file, place);
  if (input === null) return null;
  tell(e, NODE_SHELL_RUN_INPUT, input, place);
  return runScript(e, input, "text piped to a shell", place);
}

/** `eval words` */
export function evaluated(e: Evaluator, base: i32, place: i32): Value | null {
  if (base >= e.values.length) return null;
  if (e.values.length == base + 1) return runTextOf(e, e.values.at(base), "text for eval", place);
  const text = joinWords(e, base, place);
  return text === null ? null : runTextOf(e, text, "text for eval", place);
}

/** `source file` */
export function sourced(e: Evaluator, base: i32, input: Value | null, place: i32): Value | null {
  if (base < e.values.length && input !== null && isWord(e.values.at(base), "/dev/stdin")) {
    tell(e, NODE_SHELL_RUN_INPUT, input, place);
    return runScript(e, input, "text piped to a shell", place);
  }
  return base < e.values.length ? runNamed(e, e.values.at(base), place) : null;
}

function runTextOf(e: Evaluator, value: Value, layer: string, place: i32): Value | null {
  tell(e, NODE_SHELL_RUN_TEXT, value, place);
  return runScript(e, value, layer, place);
}

export function runScript(e: Evaluator, value: Value, layer: string, place: i32): Value | null {
  if (value.kind == V.Text) return runText(e, trimmed(e, asText(value), place), layer, place);
  if (value.kind != V.Choice) return null;
  const items = asItems(value).items;
  for (let i = 0; i < items.length; i++) if (items[i].kind == V.Text) runText(e, asText(items[i]), layer, place);
  return null;
}

/** What a shell runs by itself: before each prompt, at its end. */
export function runRepeatedly(e: Evaluator, value: Value, layer: string, place: i32): Value | null {
  e.world.repeats++;
  const output = runScript(e, value, layer, place);
  e.world.repeats--;
  return output;
}

/** A script by its path: one that this script has written, or one of the skill. */
export function runNamed(e: Evaluator, path: Value, place: i32): Value | null {
  tell(e, NODE_SHELL_RUN_FILE, path, place);
  if (path.kind != V.Text) return null;
  const contents = contentsOf(e, asText(path));
  if (contents !== null) return runScript(e, contents, "a file that the script has written", place);
  return ofSkill(e, asText(path));
}

/** Levels of files that source each other. */
const MAX_SOURCED: i32 = 4;
let sourcedFiles: i32 = 0;

/** The skill's file whose path ends like this one. */
function ofSkill(e: Evaluator, path: TextValue): Value | null {
  const shell = e.shell;
  const files = e.skill.files;
  if (shell === null || sourcedFiles >= MAX_SOURCED || files.length == 1 || !e.texts.charge(files.length + path.length)) return null;
  const name = lastName(path);
  if (name.length < 2) return null;
  for (let i = 0; i < files.length; i++) {
    const file = unchecked(files[i]);
    if (!isForShells(file.unit.language) || file.unit === e.unit || !endsWith(file.path, name)) continue;
    sourcedFiles++;
    const output = runFile(e, file.unit);
    sourcedFiles--;
    return output;
  }
  return null;
}

function isForShells(language: i32): bool {
  return language == Language.Shell || language == Language.PowerShell || language == Language.Batch;
}

/** The part of a path behind its last expansion or `./`: what is known of the file's name. */
function lastName(path: TextValue): Bytes {
  let from = path.length;
  while (from > 0 && path.at(from - 1) != 47) from--;
  const start = changetype<usize>(path.bytes) + path.from;
  return holds(path, 0xfd) && from == 0 ? new Bytes(0, 0) : new Bytes(start + from, path.length - from);
}

function endsWith(path: Bytes, name: Bytes): bool {
  const from = path.length - name.length;
  if (from < 0 || (from > 0 && path.at(from - 1) != 47)) return false;
  for (let i = 0; i < name.length; i++) if (path.at(from + i) != name.at(i)) return false;
  return true;
}

/** `python -c text`, `node -e text`, and what is piped into them. */
export function interpreted(e: Evaluator, language: i32, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  let code = optionText(e, base, language == Language.Python ? 99 : 101); // c, e
  if (code === null && language == Language.JavaScript) code = optionText(e, base, 112); // p
  if (code === null && language == Language.Text) code = behindOption(e, base, "-e");
  if (code !== null) tell(e, NODE_SHELL_RUN_TEXT, code, place);
  else code = fileOrInput(e, base, input, place);
  if (code !== null && code.kind == V.Text) {
    if (language != Language.Text) readCode(e, asText(code), language, place);
    else readQuotedCommands(e, asText(code), place);
  }
  return e.labelled(labels);
}

/** What the script is that the words name, or else the input; null when it is not known. */
function fileOrInput(e: Evaluator, base: i32, input: Value | null, place: i32): Value | null {
  let file = firstPlain(e, base);
  if (asksForInput(e, base)) file = null;
  if (file !== null) {
    tell(e, NODE_SHELL_RUN_FILE, file, place);
    return file.kind == V.Text ? contentsOf(e, asText(file)) : null;
  }
  if (input === null || hasOption(e, base)) return null;
  tell(e, NODE_SHELL_RUN_INPUT, input, place);
  return input;
}

/** `python -m json.tool`, `perl -ne …`: then the input is data. Behind long options a `-` still asks for it. */
function hasOption(e: Evaluator, base: i32): bool {
  let isLong = false;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (isWord(word, "-")) return false;
    if (word.kind != V.Text || asText(word).length < 2 || isWord(word, "-u") || isWord(word, "-B") || isWord(word, "-s")) continue;
    if (asText(word).at(1) != 45) return true;
    isLong = true;
  }
  return isLong;
}

/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

function readCode(e: Evaluator, text: TextValue, language: i32, place: i32): void {
  if (text.length == 0 || text.holes || e.unit.level >= MAX_LEVEL || !e.texts.charge(text.length * COST)) return;
  keep(); // the names of the unit stay
  readUnit(e.skill, unitOf(e, text, language, language == Language.Python ? "text for Python" : "text for Node", place));
}

/** The word behind the option of this letter, also `-lc`; null without one. */
function optionText(e: Evaluator, base: i32, letter: i32): Value | null {
  for (let i = base; i + 1 < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2 || asText(word).at(0) != 45) return null;
    const text = asText(word);
    if (text.at(1) != 45 && text.at(text.length - 1) == letter) return e.values.at(i + 1);
  }
  return null;
}

/** The word behind this option, wherever it stands: `osascript -l JavaScript -e …`. */
function behindOption(e: Evaluator, base: i32, name: string): Value | null {
  for (let i = base; i + 1 < e.values.length; i++) if (isWord(e.values.at(i), name)) return e.values.at(i + 1);
  return null;
}

/** `python -`, but not `python x -` */
function asksForInput(e: Evaluator, base: i32): bool {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (isWord(word, "-")) return true;
    if (word.kind != V.Text || asText(word).length == 0 || asText(word).at(0) != 45) return false;
  }
  return false;
}

/** The first word that is no option, `-` aside; null without one, and where `-s` says that the script comes in. */
function firstPlain(e: Evaluator, base: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (isWord(word, "-s")) return null;
    if (word.kind != V.Text || asText(word).length == 0 || asText(word).at(0) != 45) return word;
  }
  return null;
}
