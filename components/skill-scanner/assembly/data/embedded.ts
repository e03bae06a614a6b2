// Code and prose that settings hold are read as what they are.
import { Bytes } from "../bytes";
import { keep } from "../arena";
import { Evaluator } from "../evaluator";
import { Language } from "../language";
import { readUnit } from "../read-unit";
import { Intrinsic, NODE_INTRINSIC } from "../tables";
import { madeIn, MAX_LEVEL, partOf } from "../unit";
import { TextValue } from "../value";
import { APOSTROPHE, BACKSLASH, isDigit, isLetter, SPACE } from "./bytes-of-text";
import { D, DataNode } from "./tree";

/** Keys whose values are written for people, or for the agent. */
const PROSE_KEYS = " description descriptions instruction instructions prompt prompts systemprompt system_prompt content text note notes message hint guidance !-- ";
/** Shorter ones say nothing. */
const SHORTEST_PROSE: i32 = 24;

/** What the value of a setting is, besides a text. */
export function readValue(e: Evaluator, node: DataNode, text: TextValue): void {
  const language = languageIn(node);
  if (language >= 0) hand(e, node, text, language);
  else if (text.length >= SHORTEST_PROSE && isProseKey(keyOf(e, node))) hand(e, node, text, Language.Markdown);
}

/** -1 when no rule says that code is written there. The words of a command in a list are read together: see readCommand. */
function languageIn(node: DataNode): i32 {
  const kind = intrinsicOf(node);
  if (kind == Intrinsic.settingOfShell) return isElement(node) ? -1 : Language.Shell;
  if (kind == Intrinsic.settingOfShellLines) return Language.Shell;
  if (kind == Intrinsic.settingOfPython) return Language.Python;
  return kind == Intrinsic.settingOfScript ? Language.JavaScript : -1;
}

/** Also the last part of `com.acme.image.description`. */
function isProseKey(key: Bytes): bool {
  return key.isAny(PROSE_KEYS) || key.from(key.lastIndexOf(46) + 1).isAny(PROSE_KEYS);
}

function intrinsicOf(node: DataNode): i32 {
  const kind = load<u8>(NODE_INTRINSIC + node.setting) as i32;
  return kind != Intrinsic.none ? kind : (load<u8>(NODE_INTRINSIC + node.anySetting) as i32);
}

function isElement(node: DataNode): bool {
  return node.keyTo <= node.keyFrom && node.parent!.kind == D.List;
}

function keyOf(e: Evaluator, node: DataNode): Bytes {
  let at = node;
  while (isElement(at) && at.parent!.parent !== null) at = at.parent!;
  return new Bytes(changetype<usize>(e.source) + at.keyFrom, at.keyTo - at.keyFrom);
}

function hand(e: Evaluator, node: DataNode, text: TextValue, language: i32): void {
  if (!mayRead(e, text.length)) return;
  if (changetype<usize>(text.bytes) == changetype<usize>(e.source)) {
    readUnit(e.skill, partOf(e.unit, language, node.from, max(node.from, node.to), "setting"));
  } else readUnit(e.skill, madeIn(e.unit, language, changetype<usize>(text.bytes) + text.from, text.length, node.from, "setting"));
}

function mayRead(e: Evaluator, length: i32): bool {
  if (length == 0 || e.unit.level >= MAX_LEVEL || !e.texts.charge(length)) return false;
  keep(); // the names of the unit stay
  return true;
}

/** `"command": "npx", "args": ["-y", "name"]`, and a command that is written as the list of its words. */
export function readCommand(e: Evaluator, node: DataNode): void {
  if (node.kind == D.List) {
    if (intrinsicOf(node) == Intrinsic.settingOfShell && node.first !== null) read(e, node.first!, null, node.first!.from);
    return;
  }
  let command: DataNode | null = null;
  let words: DataNode | null = null;
  let child = node.first;
  while (child !== null) {
    const key = new Bytes(changetype<usize>(e.source) + child.keyFrom, child.keyTo - child.keyFrom);
    if (child.kind == D.Text && key.isAny(" command cmd executable program ")) command = child;
    else if (child.kind == D.List && key.isAny(" args arguments argv ")) words = child;
    child = child.next;
  }
  if (command !== null && words !== null && words.first !== null) read(e, words.first!, command, command.from);
}

const LONGEST_COMMAND: i32 = 1 << 16;

function read(e: Evaluator, first: DataNode, command: DataNode | null, place: i32): void {
  let length = command === null ? 0 : command.to - command.from;
  for (let word: DataNode | null = first; word !== null; word = word.next) if (word.kind == D.Text) length += (word.to - word.from) * 4 + 3;
  if (length > LONGEST_COMMAND || !mayRead(e, length)) return;
  const line = new CommandLine(length);
  if (command !== null) line.copy(e.source, command);
  for (let word: DataNode | null = first; word !== null; word = word.next) if (word.kind == D.Text) line.add(e.source, word);
  readUnit(e.skill, madeIn(e.unit, Language.Shell, changetype<usize>(line.bytes), line.length, place, "command and its words"));
}

class CommandLine {
  readonly bytes: StaticArray<u8>;
  length: i32 = 0;
  constructor(capacity: i32) { this.bytes = new StaticArray<u8>(capacity); }

  copy(source: StaticArray<u8>, node: DataNode): void {
    for (let p = node.from; p < node.to; p++) this.put(unchecked(source[p]) as i32);
  }

  /** One word more, in quotes when the shell would take it apart. */
  add(source: StaticArray<u8>, node: DataNode): void {
    if (this.length > 0) this.put(SPACE);
    const isPlain = isPlainWord(source, node);
    if (!isPlain) this.put(APOSTROPHE);
    for (let p = node.from; p < node.to; p++) {
      const byte = unchecked(source[p]) as i32;
      if (byte == BACKSLASH && p + 1 < node.to && unchecked(source[p + 1]) == 34) continue; // \" of JSON
      if (byte != APOSTROPHE) { this.put(byte); continue; }
      this.put(APOSTROPHE);
      this.put(BACKSLASH);
      this.put(APOSTROPHE);
      this.put(APOSTROPHE);
    }
    if (!isPlain) this.put(APOSTROPHE);
  }

  private put(byte: i32): void { unchecked(this.bytes[this.length++] = byte as u8); }
}

function isPlainWord(source: StaticArray<u8>, node: DataNode): bool {
  for (let p = node.from; p < node.to; p++) {
    const byte = unchecked(source[p]) as i32;
    if (!isLetter(byte) && !isDigit(byte) && !isPlainSign(byte)) return false;
  }
  return node.to > node.from;
}

/** `+ , - . / : = @ _` */
function isPlainSign(byte: i32): bool {
  return (byte >= 43 && byte <= 47) || byte == 58 || byte == 61 || byte == 64 || byte == 95;
}
