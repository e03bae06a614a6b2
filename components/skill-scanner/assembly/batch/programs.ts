// Programs of Windows that fetch, decode or run what they are told to. Null for any other program.
import { Bytes } from "../bytes";
import { tell } from "../commands/invoke";
import { childOf, nameOfString } from "../name-tree";
import { readFiles } from "../commands/files";
import { asciiText, part } from "../commands/words";
import { runNamed } from "../commands/interpreters";
import { Evaluator, labelsOf } from "../evaluator";
import { NODE_SHELL, NODE_SHELL_RUN_FILE, NODE_SHELL_RUN_TEXT } from "../tables";
import { asText, TextValue, V, Value } from "../value";
import { as } from "../powershell/cmdlets";
import { isAddress } from "../powershell/network";
import { slashed, slashedValue } from "../powershell/paths";
import { runLine } from "../powershell/start";
import { fetched } from "../powershell/web";

/** The words behind the program begin at `base`. */
export function windowsProgram(e: Evaluator, path: TextValue, base: i32, input: Value | null, place: i32): Value | null {
  let from = path.length;
  while (from > 0 && path.at(from - 1) != 47) from--;
  const file = new Bytes(changetype<usize>(path.bytes) + path.from + from, path.length - from);
  const name = file.endsWith(".exe") ? file.to(file.length - 4) : file;
  if (name.isAny(LOADERS)) return loadedFile(e, base, name.isAny(" msiexec "), place);
  if (name.isAny(" certutil ")) return certificates(e, base, place);
  if (name.isAny(" bitsadmin ")) return transferred(e, base, place);
  if (name.isAny(" wmic forfiles conhost ")) return behind(e, base, name.isAny(" wmic ") ? "create" : name.isAny(" conhost ") ? "" : "/c", place);
  if (name.isAny(" schtasks ")) { behind(e, base, "/tr", place); return null; }
  return null;
}

/** Run or load the file that they are given. */
const LOADERS = " rundll32 regsvr32 mshta wscript cscript msiexec installutil msbuild regasm regsvcs odbcconf hh explorer control cmstp presentationhost ";

/** The file may have an entry behind it: `rundll32 file,Entry`. An address is fetched and run; installing a package's file is no running of it. */
function loadedFile(e: Evaluator, base: i32, isPackaged: bool, place: i32): Value {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text) { labels |= labelsOf(word); if (labelsOf(word) != 0) tell(e, NODE_SHELL_RUN_FILE, word, place); continue; }
    const text = slashed(e, asText(word), place);
    const isOption = text.length > 0 && (text.at(0) == 45 || (text.at(0) == 47 && text.length < 12));
    if (isOption) {
      let from = 0; // /i:address
      while (from < text.length && text.at(from) != 58) from++;
      if (from + 8 < text.length && isAddress(part(e, text, from + 1, text.length, place))) runFetched(e, part(e, text, from + 1, text.length, place), place);
      continue;
    }
    if (isAddress(text)) runFetched(e, text, place);
    else {
      let to = 0;
      while (to < text.length && text.at(to) != 44) to++;
      const file = to == text.length ? text : part(e, text, 0, to, place);
      if (file.length > 0 && !isPackaged) runNamed(e, withContents(e, file), place);
    }
  }
  return e.labelled(labels);
}

/** The path with the labels of what the script has put there. */
function withContents(e: Evaluator, path: TextValue): Value {
  const base = e.values.length;
  e.values.push(path);
  readFiles(e, 0, base);
  const known = e.values.at(base);
  e.values.length = base;
  return known;
}

function runFetched(e: Evaluator, address: Value, place: i32): void {
  tell(e, NODE_SHELL_RUN_TEXT, fetched(e, e.values.length, address, null, place), place);
}

/** `certutil -urlcache -f address file`, `certutil -decode file file` */
function certificates(e: Evaluator, base: i32, place: i32): Value | null {
  let address: Value | null = null, isDecoder = false;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text) continue;
    const bytes = new Bytes(changetype<usize>(asText(word).bytes) + asText(word).from, asText(word).length);
    if (isAddress(word)) address = word;
    if (bytes.isAny(" -decode /decode -decodehex /decodehex ")) isDecoder = true;
  }
  const end = e.values.length;
  if (end - base < 2) return null;
  const last = e.values.at(end - 1);
  if (address !== null) return address === last ? fetched(e, end, address, null, place) : fetched(e, end, address, last, place);
  if (!isDecoder || end - base < 3) return null;
  const source = slashedValue(e, e.values.at(end - 2), place);
  e.values.push(source);
  const contents = as(e, "cat", end, null, place);
  e.values.push(asciiText(e, "-d", place));
  const plain = as(e, "base64", end, contents, place);
  e.values.push(slashedValue(e, last, place));
  return as(e, ">", end, plain, place);
}

/** `bitsadmin /transfer job /download address file` */
function transferred(e: Evaluator, base: i32, place: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    if (!isAddress(e.values.at(i))) continue;
    let file: Value | null = null;
    if (i + 1 < e.values.length) file = e.values.at(i + 1);
    return fetched(e, e.values.length, e.values.at(i), file, place);
  }
  return null;
}

/** The command line behind a word: `wmic process call create "…"`. */
function behind(e: Evaluator, base: i32, option: string, place: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (option.length > 0 && (word.kind != V.Text || !new Bytes(changetype<usize>(asText(word).bytes) + asText(word).from, asText(word).length).isAny(` ${option} `))) continue;
    const at = option.length > 0 ? i + 1 : i;
    return at < e.values.length ? runLine(e, e.values.at(at), place) : null;
  }
  return null;
}
