// Words of a shell: what they come to, and where blanks in their values part them.
import { N, Node } from "../ast";
import { Evaluator, labelsOf } from "../evaluator";
import { appendValue, decimal } from "../fold";
import { ownLabels } from "../services";
import { SPLIT } from "../shell/reader";
import { CREDENTIAL_LABELS } from "../tables";
import { asItems, asNumber, asText, HOLE, TextValue, V, Value } from "../value";
import { Shell } from "./shell";

/** Words that one expansion may become. */
const MAX_WORDS: i32 = 256;

/** The value of an FStr: of a single expansion what it is, of several pieces a text. */
export function word(e: Evaluator, node: Node): Value {
  const parts = node.list!;
  if (parts.length == 1) return e.evaluate(parts[0]);
  let labels: u64 = 0;
  let text: TextValue | null = e.texts.empty();
  for (let i = 0; i < parts.length; i++) {
    let value = e.evaluate(unchecked(parts[i]));
    const own = (value.labels & CREDENTIAL_LABELS) != 0 && text !== null ? ownLabelsOf(text) : 0;
    if (own != 0) value = e.labelled(value.labels & ~own);
    if (value.kind == V.List) value = inOneWord(e, value);
    else if (value.kind == V.Text && asText(value).length == 0 && unchecked(parts[i]).kind == N.Name) value = e.labelled(value.labels); // it will not stay empty
    labels |= labelsOf(value);
    if (text !== null) text = i == 0 && value.kind == V.Text ? asText(value) : appendValue(e, text, value, unchecked(parts[i]).start);
  }
  return text !== null ? text : e.labelled(labels);
}

/** The text so far is `…token=`, or a header that a client sends its own key in. */
function ownLabelsOf(text: TextValue): u64 {
  const own = ownLabels(text, true);
  if (own != 0) return own;
  let colon = 0;
  while (colon < text.length && text.at(colon) != 58) colon++;
  const isHeader = colon < text.length && ownLabels(new TextValue(text.bytes, text.from, text.from + colon), false) != 0;
  return isHeader ? CREDENTIAL_LABELS : 0;
}

/** The same as one text, a list's items with blanks between them. */
export function wordText(e: Evaluator, node: Node): Value {
  const value = e.evaluate(node);
  return value.kind == V.Number ? decimal(e, asNumber(value).number, node.start) : value;
}

/** Pushes the words that a node comes to. */
export function pushWords(e: Evaluator, node: Node): void {
  const value = wordText(e, node);
  const isSplit = node.kind == N.FStr && (node.op & SPLIT) != 0;
  if (value.kind == V.List) pushItems(e, value);
  else if (isSplit && value.kind == V.Text) split(e, asText(value), node.start);
  else pushWord(e, value);
}

export function pushItems(e: Evaluator, list: Value): void {
  const items = asItems(list).items;
  for (let i = 0; i < items.length && i < MAX_WORDS; i++) pushWord(e, unchecked(items[i]));
}

/** One word of a command. What commands do with theirs reads them some times over. */
export function pushWord(e: Evaluator, word: Value): void {
  if (word.kind == V.Text) e.world.visits += asText(word).length >> 3;
  e.values.push(word);
}

/** Pushes what is between the separators. */
export function split(e: Evaluator, text: TextValue, place: i32): void {
  const shell = e.shell;
  let from = 0;
  let words = 0;
  for (let i = 0; i <= text.length && words < MAX_WORDS; i++) {
    if (i < text.length && !separates(shell, text.at(i))) continue;
    if (i > from) {
      e.values.push(from == 0 && i == text.length ? text : part(e, text, from, i, place));
      words++;
    }
    from = i + 1;
  }
}

function separates(shell: Shell | null, byte: i32): bool {
  let separators: Value | null = null;
  if (shell !== null) separators = shell.find(shell.separators);
  if (separators === null || separators.kind != V.Text) return byte == 32 || byte == 9 || byte == 10 || byte == 13;
  const set = asText(separators);
  for (let i = 0; i < set.length; i++) if (set.at(i) == byte) return true;
  return false;
}

/** Bytes from..to of a text, with its labels. */
export function part(e: Evaluator, text: TextValue, from: i32, to: i32, place: i32): TextValue {
  const piece = e.texts.slice(text.bytes, text.from + from, text.from + to, place, text.reported);
  piece.labels |= text.labels;
  piece.holes = text.holes && holds(piece, HOLE);
  return piece;
}

export function holds(text: TextValue, byte: i32): bool {
  for (let i = 0; i < text.length; i++) if (text.at(i) == byte) return true;
  return false;
}

/** The words from `base` on as one text, with blanks between them; null when it grows too long. */
export function joinWords(e: Evaluator, base: i32, place: i32): TextValue | null {
  let text: TextValue | null = e.texts.empty();
  for (let i = base; i < e.values.length && text !== null; i++) {
    if (i > base) text = e.texts.appendQuiet(text, 32);
    if (text !== null) text = text.length == 0 && e.values.at(i).kind == V.Text ? asText(e.values.at(i)) : appendValue(e, text, e.values.at(i), place);
  }
  return text;
}

function inOneWord(e: Evaluator, list: Value): Value {
  const base = e.values.length;
  pushItems(e, list);
  const text = joinWords(e, base, -1);
  e.values.length = base;
  return text !== null ? text : e.labelled(list.labels);
}

/** A text without the line ends behind it, as a substitution gives it. */
export function trimmed(e: Evaluator, text: TextValue, place: i32): TextValue {
  let to = text.length;
  while (to > 0 && (text.at(to - 1) == 10 || text.at(to - 1) == 13)) to--;
  return to == text.length ? text : part(e, text, 0, to, place);
}

/** Compares with an ASCII word. */
export function isWord(value: Value, word: string): bool {
  if (value.kind != V.Text || asText(value).length != word.length) return false;
  return startsWith(asText(value), word);
}

export function startsWith(text: TextValue, word: string): bool {
  if (text.length < word.length) return false;
  for (let i = 0; i < word.length; i++) if (text.at(i) != word.charCodeAt(i)) return false;
  return true;
}

export function endsWith(text: TextValue, word: string): bool {
  const from = text.length - word.length;
  if (from < 0) return false;
  for (let i = 0; i < word.length; i++) if (text.at(from + i) != word.charCodeAt(i)) return false;
  return true;
}

export function stringOf(text: TextValue): string {
  return String.UTF8.decodeUnsafe(changetype<usize>(text.bytes) + text.from, text.length);
}

export function asciiText(e: Evaluator, text: string, place: i32): TextValue {
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = text.charCodeAt(i) as u8);
  return e.texts.slice(bytes, 0, text.length, place, true);
}
