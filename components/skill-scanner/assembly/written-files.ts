// Files that a program writes. What was put into one is remembered by its path, and the variable that holds the path is
// marked: a file that was downloaded and then started is code from the network, whatever the language.
import { keep } from "./arena";
import { addInside, bind } from "./assignment";
import { Node, N } from "./ast";
import { Bytes } from "./bytes";
import { either } from "./choices";
import { pathString } from "./commands/files";
import { readWritten } from "./commands/written-code";
import { Evaluator, labelsOf } from "./evaluator";
import { plainText, withLabels } from "./fold";
import { bindScript } from "./javascript/script-assignment";
import { childOf } from "./name-tree";
import { DOWNLOADED_LABELS, EXACT_LABELS, Intrinsic, NAME_CALL, NAME_NAME, NODE_WRITTEN_FILE, RULE_DOWNLOAD_SAVED, SAVED_LABELS } from "./tables";
import { tellRules } from "./tell-rules";
import { asItems, asText, HOLE, Opened, PARAMETER, TextValue, V, Value } from "./value";

/** Files whose contents are remembered. */
const MAX_FILES: i32 = 256;
/** What asking the rules costs of the folding budget, a byte: each pattern reads all of it. */
const ASKED: i32 = 8;
/** Longer paths are not remembered, and neither are those of which less than this is known. */
const MAX_PATH: i32 = 256;
const LEAST_KNOWN: i32 = 4;

/** What a call does to files; null when it gives nothing of its own. */
export function fileCall(e: Evaluator, kind: i32, callee: Value, call: Node | null, base: i32, labels: u64, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (kind) {
    case Intrinsic.opensFile: return callee.opened !== null ? fileOf(callee.node, callee.opened!, labels) : openFile(e, callee, nodeAt(call, 0), wrapped(e, base, first), labels, place);
    case Intrinsic.opensTemporary: return openFile(e, callee, null, temporaryPath(e), labels, place);
    case Intrinsic.temporaryPair: return temporaryPair(e, callee, place);
    case Intrinsic.temporaryPath: return temporaryPath(e);
    case Intrinsic.temporaryFolder: return plainText(e, "/tmp");
    case Intrinsic.writesAt: if (count > 1) writeAt(e, first, nodeAt(call, 0), e.values.at(base + 1), place); return null;
    case Intrinsic.capturesAt: captureAt(e, base, labels, place); return null;
    case Intrinsic.savesAt: if (count > 1) writeAt(e, e.values.at(base + 1), nodeAt(call, 1), e.labelled(labels), place); return null;
    case Intrinsic.writesFile: handToFile(e, callee, base); return null;
    case Intrinsic.shellText: case Intrinsic.shellWords: return null; // its output is in the file, not what it was given
    default: {
      for (let i = base; i < e.values.length; i++) if (e.values.at(i).opened !== null) { handToFile(e, callee, base); break; }
      return null;
    }
  }
}

function nodeAt(call: Node | null, i: i32): Node | null {
  return call !== null && call.list !== null && i < call.list!.length ? unchecked(call.list![i]) : null;
}

/** What is opened: the file that is handed over, `tarfile.open(fileobj=buffer)`, else what comes first. */
function wrapped(e: Evaluator, base: i32, first: Value): Value {
  for (let i = base; i < e.values.length; i++) if (e.values.at(i).opened !== null) return e.values.at(i);
  return first;
}

/** Labels of what the skill's programs have written where this call reads. */
export function readLabels(e: Evaluator, callee: Value, base: i32): u64 {
  if (e.world.files.size == 0) return 0;
  const path = callee.opened !== null ? callee.opened!.path : e.values.length > base ? e.values.at(base) : e.unknown;
  const contents = path.kind == V.Text ? writtenThere(e, asText(path)) : null;
  return contents === null ? 0 : labelsOf(contents) & ~PARAMETER;
}

/** What is taken goes into the file whose name is among the arguments, or in an object of options. */
function captureAt(e: Evaluator, base: i32, labels: u64, place: i32): void {
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind == V.Text) writeAt(e, value, null, e.labelled(labels), place);
    else if (value.kind == V.Dict) captureInto(e, asItems(value).items, labels, place);
  }
}

function captureInto(e: Evaluator, entries: StaticArray<Value>, labels: u64, place: i32): void {
  for (let i = 1; i < entries.length; i += 2) if (entries[i].kind == V.Text) writeAt(e, entries[i], null, e.labelled(labels), place);
}

/** `picture.save("picture.png")`: what is known of the picture is known of the file. */
export function savedAs(e: Evaluator, receiver: Value, base: i32, place: i32): void {
  const labels = labelsOf(receiver) & ~PARAMETER;
  if (labels != 0 && base < e.values.length) writeAt(e, e.values.at(base), null, e.labelled(labels), place);
}

/** The file that `open(path)` gives. What was written there before comes with it. */
function openFile(e: Evaluator, callee: Value, node: Node | null, path: Value, labels: u64, place: i32): Value {
  if (path.opened !== null) return fileOf(callee.node, path.opened!, labels); // os.fdopen
  const contents = path.kind == V.Text ? writtenThere(e, asText(path)) : null;
  return fileOf(callee.node, new Opened(path, node, place), contents === null ? labels : labels | labelsOf(contents));
}

function fileOf(callee: i32, opened: Opened, labels: u64): Value {
  return withFile(childOf(callee, NAME_CALL), opened, labels);
}

/** A value of an open file: the file itself, or one of its methods. */
function withFile(node: i32, opened: Opened, labels: u64): Value {
  const file = new Value(node != 0 ? V.Path : V.Unknown);
  file.node = node;
  file.labels = labels;
  file.opened = opened;
  return file;
}

/** The same member, which knows the file that it is a member of. */
export function memberOfFile(object: Value, member: Value, name: i32, owner: Node): Value {
  const opened = object.opened;
  if (opened !== null && name == NAME_NAME && opened.path.kind == V.Text) return opened.path;
  if (member.kind != V.Path) return member;
  return withFile(member.node, opened !== null ? opened : new Opened(object, owner, owner.start), member.labels);
}

/** `(descriptor, path)` */
function temporaryPair(e: Evaluator, callee: Value, place: i32): Value {
  const path = temporaryPath(e);
  const base = e.values.length;
  e.values.push(fileOf(callee.node, new Opened(path, null, place), 0));
  e.values.push(path);
  return e.takeItems(V.List, base);
}

export function temporaryPath(e: Evaluator): Value {
  return plainText(e, `temporary-file-${++e.world.temporaries}`);
}

/** The arguments from `base` on are handed to something that has an open file: one of them, or what it is called on. */
export function handToFile(e: Evaluator, callee: Value, base: i32): void {
  let opened = callee.opened;
  let contents: Value | null = null;
  let labels: u64 = opened === null ? labelsOf(callee) : 0;
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.opened !== null && opened === null) { opened = value.opened; continue; }
    if (contents === null) contents = value;
    labels |= labelsOf(value);
  }
  if (opened === null || (contents === null && labels == 0)) return;
  if (contents !== null) tellWritten(e, opened!.path, contents, opened!.place);
  write(e, opened!, contents, labels);
}

/** `run(["curl", address], stdout=file)` */
export function outputInto(e: Evaluator, base: i32, output: Value): void {
  for (let i = base + 1; i < e.values.length; i++) if (e.values.at(i).opened !== null) write(e, e.values.at(i).opened!, output, labelsOf(output));
}

/** A file by its path, written in one call. */
function writeAt(e: Evaluator, path: Value, node: Node | null, contents: Value, place: i32): void {
  tellWritten(e, path, contents, place);
  write(e, new Opened(path, node, place), contents, labelsOf(contents));
}

/** Tells the rules what is put where. */
export function tellWritten(e: Evaluator, path: Value, contents: Value, place: i32): void {
  if (path.kind == V.Unknown && path.labels == 0) return;
  if (contents.kind == V.Text && !e.texts.charge(asText(contents).length * ASKED)) return;
  tellRules(e, NODE_WRITTEN_FILE, path, contents, place);
}

/** What a command has written that a program runs. */
export function keepWritten(e: Evaluator, path: Value, contents: Value): void {
  write(e, new Opened(path, null, e.at), contents, labelsOf(contents));
}

function write(e: Evaluator, file: Opened, contents: Value | null, labels: u64): void {
  const isDownload = (labels & DOWNLOADED_LABELS) != 0;
  if (isDownload) {
    e.findings.add(RULE_DOWNLOAD_SAVED, file.place);
    e.world.hasDownloads = true;
    markPath(e, file.node, SAVED_LABELS | (labels & ~EXACT_LABELS & ~DOWNLOADED_LABELS));
  }
  file.labels |= labels & ~PARAMETER;
  const path = file.path;
  const text = contents !== null && contents.kind == V.Text;
  if (text && e.shell === null && isProgram(asText(contents!))) readWritten(e, path.kind == V.Text ? asText(path) : e.texts.empty(), asText(contents!), file.place);
  else if (text && path.kind == V.Text && e.shell === null && isForWindows(asText(path))) readWritten(e, asText(path), asText(contents!), file.place);
  if (path.kind != V.Text || (!isDownload && labels == 0 && !text)) return;
  remember(e, asText(path), text ? withLabels(contents!, labels) : e.labelled(labels));
}

const DOT: i32 = 46;

/** Whoever uses this variable as a program starts what was written there. */
function markPath(e: Evaluator, node: Node | null, labels: u64): void {
  if (node === null) return;
  if (node.kind == N.Keyword || node.kind == N.Star) { markPath(e, node.a, labels); return; }
  if (node.kind != N.Name) { addInside(e, node, labels); return; }
  const binding = e.bindings.find(node.sym);
  if (binding === null) return;
  const value = binding.value.kind == V.Unknown ? e.labelled(binding.value.labels | labels) : withLabels(binding.value, labels);
  if (e.isScript) bindScript(e, node.sym, value);
  else bind(e, node.sym, value);
}

/** It begins with `#!`: it is written to be started, wherever that is. */
function isProgram(text: TextValue): bool {
  return text.length > 2 && text.at(0) == 35 && text.at(1) == 33;
}

/** A script for PowerShell or cmd.exe: whoever writes one has it run. */
function isForWindows(path: TextValue): bool {
  const name = new Bytes(changetype<usize>(path.bytes) + path.from, path.length);
  return name.endsWith(".bat") || name.endsWith(".cmd") || name.endsWith(".ps1");
}

function remember(e: Evaluator, path: TextValue, contents: Value): void {
  if (!isKnown(path) || !e.texts.charge(path.length)) return;
  const files = e.world.files;
  const name = pathString(path);
  if (files.size >= MAX_FILES && !files.has(name)) return;
  keep();
  files.set(name, files.has(name) ? either(e, files.get(name), contents) : contents);
}

/** What the skill's programs have written there; null when nothing is known of it. */
export function writtenThere(e: Evaluator, path: TextValue): Value | null {
  const files = e.world.files;
  if (files.size == 0 || !isKnown(path) || !e.texts.charge(path.length)) return null;
  const name = pathString(path);
  return files.has(name) ? files.get(name) : null;
}

/** Enough of the path is known to tell it from others. */
function isKnown(path: TextValue): bool {
  if (path.length > MAX_PATH) return false;
  let known = 0;
  let ending = 0;
  for (let i = path.length - 1; i >= 0 && path.at(i) != HOLE; i--) {
    known++;
    if (ending == 0 && path.at(i) == DOT) ending = known;
  }
  return known >= LEAST_KNOWN && known > ending; // many files end in `.zip`
}

/** Paths of files that were downloaded are marked where they are used. */
export function markSaved(e: Evaluator, base: i32): void {
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text) continue;
    const contents = writtenThere(e, asText(value));
    if (contents !== null && (labelsOf(contents) & DOWNLOADED_LABELS) != 0) e.values.set(i, withLabels(value, SAVED_LABELS));
  }
}
