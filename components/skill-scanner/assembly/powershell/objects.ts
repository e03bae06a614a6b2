// Objects: `New-Object`, and static members of types. What they come to is the value that goes through them.
import { act } from "../calls";
import { Coding, withCoding } from "../codings";
import { runPath, tell } from "../commands/invoke";
import { asciiText } from "../commands/words";
import { decodedLength, decodeHex } from "../decode";
import { Evaluator, labelsOf } from "../evaluator";
import { fromCode, reversed } from "../fold";
import { integer } from "../intrinsics";
import { N, Node } from "../ast";
import { joinPaths } from "../operators";
import { inflate } from "../inflate";
import { NODE_SHELL_RUN_TEXT } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { temporaryPath } from "../written-files";
import { given, named, positional } from "./arguments";
import { as, startedBy } from "./cmdlets";
import { joined } from "./expressions";
import { slashedValue } from "./paths";
import { runnable, runValue } from "./scripts";
import { formatted, replaced, splitBy } from "./texts-folded";
import { assignPower, ofEnvironment } from "./variables";

/** `New-Object type arguments`: streams hand on what they are given, those that inflate it are decoders. */
export function newObject(e: Evaluator, base: i32, place: i32): Value {
  const type = given(e, base, "typename", 1, 0);
  const isNamed = named(e, base, "typename", 1) !== null;
  const list = given(e, base, "argumentlist", 1, isNamed ? 0 : 1);
  return type !== null && type.kind == V.Text ? objectOf(e, lowerCase(asText(type)), list, place) : list !== null ? e.labelled(labelsOf(list)) : e.unknown;
}

function lowerCase(text: TextValue): string {
  return String.UTF8.decodeUnsafe(changetype<usize>(text.bytes) + text.from, min(text.length, 64)).toLowerCase();
}

/** `[type]::new(…)` */
export function objectOf(e: Evaluator, type: string, list: Value | null, place: i32): Value {
  if (list === null) return e.unknown;
  const first = list.kind == V.List ? (asItems(list).items.length > 0 ? unchecked(asItems(list).items[0]) : e.unknown) : list;
  if (type.endsWith("deflatestream") || type.endsWith("gzipstream")) return inflated(e, first, place);
  if (type.endsWith("stream") || type.endsWith("reader") || type.endsWith("string") || type.endsWith("uri")) return first.kind == V.List ? joined(e, first, e.texts.empty(), place) : first;
  return e.labelled(labelsOf(list));
}

function inflated(e: Evaluator, data: Value, place: i32): Value {
  const end = e.values.length;
  const output = as(e, "gunzip", end, data, place);
  const labels = labelsOf(output) | labelsOf(data);
  if (data.kind != V.Text || asText(data).holes || !e.texts.charge(asText(data).length)) return e.labelled(labels);
  const bytes = inflate(asText(data));
  if (bytes === null || !e.texts.charge(bytes.length)) return e.labelled(labels);
  const made = e.texts.made(bytes, bytes.length, place, asText(data));
  made.labels |= labels;
  return made;
}

/** `[type]::method(…)`, whose arguments begin at `base`; null when only labels are known. */
export function staticMethod(e: Evaluator, type: string, name: string, node: Node, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (name == "new") return objectOf(e, type, count > 0 ? listFrom(e, base) : null, place);
  if (count == 0) return name == "gettempfilename" || name == "getrandomfilename" ? temporaryPath(e) : name == "gettemppath" ? ofEnvironment(e, "TEMP", place) : null;
  const first = e.values.at(base);
  const second = count > 1 ? e.values.at(base + 1) : e.unknown;
  if (type == "convert" || type == "char" || type == "bitconverter") return converted(e, name, first, second, place);
  if (type == "string" || type == "regex" || type == "array") return ofText(e, type, name, node, first, second, base, place);
  if (type == "io.file" || type == "io.path" || type == "io.directory") return ofFile(e, name, first, second, base, place);
  if (type == "environment") return ofMachine(e, name, first, second, place);
  if (name == "create" && type == "scriptblock") return runnable(e, first);
  if (name == "start" && type.endsWith("process")) return startedBy(e, first, count > 1 ? second : null, place);
  if (type.endsWith("assembly") && (name.startsWith("load") || name == "unsafeloadfrom")) return loaded(e, first, place);
  if (name == "unescapedatastring" || name == "urldecode" || name == "htmldecode") return first;
  if (type == "net.dns") { e.values.push(first); return as(e, "nslookup", e.values.length - 1, null, place); }
  return null;
}

function listFrom(e: Evaluator, base: i32): Value {
  const end = e.values.length;
  for (let i = base; i < end; i++) e.values.push(e.values.at(i));
  return e.takeItems(V.List, end);
}

/** A program's bytes as part of this one. */
function loaded(e: Evaluator, code: Value, place: i32): Value {
  tell(e, NODE_SHELL_RUN_TEXT, code.kind == V.List ? e.labelled(labelsOf(code)) : code, place);
  return e.labelled(labelsOf(code));
}

function converted(e: Evaluator, name: string, first: Value, second: Value, place: i32): Value | null {
  const end = e.values.length;
  if (name == "frombase64string" || name == "frombase64chararray") {
    e.values.push(asciiText(e, "-d", place));
    return as(e, "base64", end, first.kind == V.List ? joined(e, first, e.texts.empty(), place) : first, place);
  }
  if (name == "tobase64string") return as(e, "base64", end, first, place);
  if (name == "fromhexstring") {
    const bytes = first.kind == V.Text && !asText(first).holes && e.texts.charge(asText(first).length) ? decodeHex(asText(first)) : null;
    if (bytes === null) return null;
    const made = e.texts.made(bytes, decodedLength, place, asText(first));
    made.codings = withCoding(asText(first).codings, Coding.Hexadecimal);
    return made;
  }
  if (name.startsWith("toint") || name == "tobyte" || name.startsWith("touint")) return integer(e, first, second, first.labels);
  if (name == "tochar" || name == "convertfromutf32") return first.kind == V.Number ? fromCode(e, asNumber(first).number, first.labels, place) : first;
  return name == "tostring" ? first : null;
}

function ofText(e: Evaluator, type: string, name: string, node: Node, first: Value, second: Value, base: i32, place: i32): Value | null {
  if (name == "join") return joined(e, e.values.length - base > 2 ? restFrom(e, base + 1) : second, first, place);
  if (name == "concat") return joined(e, e.values.length - base > 1 ? restFrom(e, base) : first, e.texts.empty(), place);
  if (name == "format") return formatted(e, first, e.values.length - base > 2 ? restFrom(e, base + 1) : second, place);
  if (name == "unescape" || name == "copy") return first;
  if (type == "array" && name == "reverse") return turned(e, node, first);
  if (type == "regex" && name == "split") return splitBy(e, first, second, place);
  if (type == "regex" && name == "replace" && e.values.length - base > 2) return replaced(e, first, second, e.values.at(base + 2), labelsOf(first) | labelsOf(second), place);
  if (type == "regex" && name == "matches" && e.values.length - base > 2 && first.kind == V.Text && asText(first).isAscii) return reversed(e, asText(first), place); // from right to left
  return null;
}

function restFrom(e: Evaluator, from: i32): Value { return listFrom(e, from); }

/** `[array]::Reverse($x)` turns the variable's own list round. */
function turned(e: Evaluator, call: Node, list: Value): Value {
  const target = call.list![0];
  if (list.kind != V.List || target.kind != N.Name || !e.texts.charge(asItems(list).items.length * 4)) return e.unknown;
  const items = asItems(list).items, base = e.values.length;
  for (let i = items.length - 1; i >= 0; i--) e.values.push(unchecked(items[i]));
  assignPower(e, target, e.takeItems(V.List, base));
  return e.unknown;
}

function ofFile(e: Evaluator, name: string, first: Value, second: Value, base: i32, place: i32): Value | null {
  const end = e.values.length;
  const path = slashedValue(e, first, place);
  if (name.startsWith("write") || name.startsWith("append")) {
    e.values.push(path);
    return as(e, name.startsWith("write") ? ">" : ">>", end, second.kind == V.List ? e.labelled(labelsOf(second)) : second, place);
  }
  if (name.startsWith("read") || name == "openread" || name == "opentext") {
    e.values.push(path);
    return as(e, "cat", end, null, place);
  }
  if (name == "copy" || name == "move") {
    e.values.push(path);
    e.values.push(slashedValue(e, second, place));
    return as(e, name == "copy" ? "cp" : "mv", end, null, place);
  }
  if (name == "combine") {
    let all = path;
    for (let i = base + 1; i < end; i++) all = joinPaths(e, all, slashedValue(e, e.values.at(i), place), false, place);
    return all;
  }
  if (name == "getfullpath") return path;
  if (name == "getfiles" || name == "enumeratefiles") { e.values.push(path); return as(e, "find", end, null, place); }
  return null;
}

function ofMachine(e: Evaluator, name: string, first: Value, second: Value, place: i32): Value | null {
  if (name == "getenvironmentvariables") return as(e, "env", e.values.length, null, place);
  if (first.kind != V.Text) return null;
  if (name == "getenvironmentvariable") return ofEnvironment(e, lowerCase(asText(first)).toUpperCase(), place);
  if (name == "getfolderpath") {
    const folder = lowerCase(asText(first));
    if (folder == "startup" || folder == "commonstartup") return asciiText(e, "~/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup", place);
    if (folder == "applicationdata") return ofEnvironment(e, "APPDATA", place);
    if (folder == "localapplicationdata") return ofEnvironment(e, "LOCALAPPDATA", place);
    return ofEnvironment(e, "USERPROFILE", place);
  }
  return name == "expandenvironmentvariables" ? first : null;
}
