// Files that a script writes and reads: what was written is remembered by its path.
import { Evaluator, labelsOf } from "../evaluator";
import { copyOf } from "../fold";
import { Intrinsic, NODE_INTRINSIC } from "../tables";
import { asText, TextValue, V, Value } from "../value";
import { keepWritten, writtenThere } from "../written-files";
import { endsWith, part, startsWith, stringOf } from "./words";

/** Paths that are longer are not remembered. */
const MAX_PATH: i32 = 256;

/** Words that are paths of files with known contents get the labels of those. */
export function readFiles(e: Evaluator, node: i32, base: i32): void {
  const shell = e.shell;
  const isEmpty = (shell === null || !shell.hasFiles) && e.world.files.size == 0;
  if (isEmpty || load<u8>(NODE_INTRINSIC + node) == Intrinsic.shOutput) return;
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text) continue;
    const contents = contentsOf(e, asText(value));
    if (contents === null || labelsOf(contents) == 0) continue;
    const copy = copyOf(asText(value));
    copy.labels |= labelsOf(contents);
    e.values.set(i, copy);
  }
}

/** What the script has written there; null when nothing is known of it. */
export function contentsOf(e: Evaluator, path: TextValue): Value | null {
  const shell = e.shell;
  if (shell === null || !shell.hasFiles || path.length == 0 || path.length > MAX_PATH || !e.texts.charge(path.length)) return writtenThere(e, path);
  const own = shell.file(pathString(path));
  return own !== null ? own : writtenThere(e, path);
}

export function writeFile(e: Evaluator, path: Value, contents: Value): void {
  if (path.kind != V.Text) return;
  const text = asText(path);
  const shell = e.shell;
  if ((shell === null || e.unit.level > 0 || labelsOf(contents) != 0) && !startsWith(text, "/dev/")) keepWritten(e, path, contents); // others may start or read it
  if (shell === null || text.holes || text.length == 0 || text.length > MAX_PATH || startsWith(text, "/dev/")) return;
  if (e.texts.charge(text.length)) shell.write(pathString(text), contents);
}

/** `./x` is `x`; `@x` and `name=@x`, as curl is told to read a file, are x. */
export function pathString(path: TextValue): string {
  let from = 0;
  for (let i = 0; i + 1 < path.length; i++) {
    if (path.at(i) != 64 || (i > 0 && path.at(i - 1) != 61)) continue;
    from = i + 1;
    break;
  }
  while (from + 2 < path.length && path.at(from) == 46 && path.at(from + 1) == 47) from += 2;
  const rest = new TextValue(path.bytes, path.from + from, path.to);
  return stringOf(rest);
}

/** `cp from to` */
export function copied(e: Evaluator, base: i32): void {
  const last = e.values.length - 1;
  if (last <= base) return;
  let labels: u64 = 0;
  let contents: Value | null = null;
  for (let i = base; i < last; i++) {
    const value = e.values.at(i);
    labels |= labelsOf(value);
    if (value.kind == V.Text && contents === null) contents = contentsOf(e, asText(value));
  }
  if (contents !== null) writeFile(e, e.values.at(last), contents);
  else if (labels != 0) writeFile(e, e.values.at(last), e.labelled(labels));
}

/** `tar czf file …`, `zip file …`: what is in the archive is what the other words name. */
export function archived(e: Evaluator, base: i32, labels: u64): Value | null {
  const contents = e.labelled(labels);
  for (let i = base; i < e.values.length && labels != 0; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text) continue;
    const text = asText(value);
    const isOptions = i == base || (text.length > 0 && text.at(0) == 45);
    if (isOptions && text.length < 8 && text.length > 0 && text.at(text.length - 1) == 102 && i + 1 < e.values.length) writeFile(e, e.values.at(i + 1), contents); // …f file
    else if (endsWith(text, ".zip") || endsWith(text, ".7z")) writeFile(e, value, contents);
  }
  return contents;
}

/** `screencapture -x file`: each word that could be the name of a file. */
export function captured(e: Evaluator, base: i32, labels: u64): void {
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind == V.Text && asText(value).length > 0 && asText(value).at(0) != 45) writeFile(e, value, e.labelled(labels));
  }
}

/** The last part of a URL or path: the name under which a download is kept. */
export function lastPart(e: Evaluator, url: TextValue, place: i32): TextValue {
  let to = 0;
  while (to < url.length && url.at(to) != 63 && url.at(to) != 35) to++; // ? and #
  let from = to;
  while (from > 0 && url.at(from - 1) != 47) from--;
  return part(e, url, from, to, place);
}
