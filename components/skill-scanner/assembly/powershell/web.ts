// Invoke-WebRequest and its kin as curl, whose words the rules know.
import { download } from "../commands/downloads";
import { asciiText, isWord, startsWith } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { ownLabels } from "../services";
import { CREDENTIAL_LABELS } from "../tables";
import { asItems, asText, V, Value } from "../value";
import { given, isParameter, named, positional } from "./arguments";
import { as } from "./cmdlets";
import { slashedValue } from "./paths";

export function webRequest(e: Evaluator, base: i32, input: Value | null, place: i32): Value {
  if (isCurls(e, base)) return as(e, "curl", base, input, place);
  const end = e.values.length;
  option(e, "-o", named(e, base, "outfile", 1), place, true);
  body(e, named(e, base, "body", 1), place);
  option(e, "-T", named(e, base, "infile", 1), place, true);
  option(e, "-F", named(e, base, "form", 2), place, false);
  option(e, "-X", named(e, base, "method", 1), place, false);
  option(e, "-A", named(e, base, "useragent", 5), place, false);
  headers(e, named(e, base, "headers", 1), place);
  const own = named(e, base, "token", 2);
  if (own !== null) option(e, "-u", e.labelled(labelsOf(own)), place, false);
  const address = given(e, base, "uri", 1, 0);
  e.values.push(address !== null ? withScheme(e, address, place) : input !== null ? input : e.unknown);
  const isPosted = address !== null && named(e, base, "method", 1) !== null && named(e, base, "body", 1) === null;
  return isPosted ? as(e, "curl", end, input, place) : as(e, "curl", end, null, place);
}

/** `irm get.example` asks https://get.example. */
function withScheme(e: Evaluator, address: Value, place: i32): Value {
  if (address.kind != V.Text || asText(address).length < 4) return address;
  const text = asText(address), first = text.at(0);
  const isHost = (first >= 48 && first <= 57) || ((first | 32) >= 97 && (first | 32) <= 122);
  for (let i = 0; i + 2 < text.length; i++) if (text.at(i) == 58 && text.at(i + 1) == 47) return address;
  const whole = isHost ? e.texts.append(asciiText(e, "https://", place), text, place) : null;
  return whole !== null ? whole : address;
}

/** The program's own words: `curl -sSL -o file address`, `curl.exe --data …`. */
function isCurls(e: Evaluator, base: i32): bool {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2 || asText(word).at(0) != 45) continue;
    const text = asText(word);
    if (text.at(1) == 45 || (text.length == 2 && text.at(1) != 105)) return true; // --data, -s; -i is -InFile
    if (isWord(word, "-sL") || isWord(word, "-sSL") || isWord(word, "-fsSL") || isWord(word, "-qO-") || isWord(word, "-sS") || isWord(word, "-LO") || isWord(word, "-sSf")) return true;
  }
  return false;
}

function option(e: Evaluator, name: string, value: Value | null, place: i32, isPath: bool): void {
  if (value === null) return;
  e.values.push(asciiText(e, name, place));
  e.values.push(isPath ? slashedValue(e, value, place) : inOne(e, value));
}

/** What is sent may be a table of fields. */
function body(e: Evaluator, value: Value | null, place: i32): void {
  option(e, "-d", value, place, false);
}

function inOne(e: Evaluator, value: Value): Value {
  return value.kind == V.List || value.kind == V.Dict || value.kind == V.Getter ? e.labelled(labelsOf(value)) : value;
}

/** `-Headers @{ Authorization = "Bearer $key" }`: a client's own key is none that is sent away. */
function headers(e: Evaluator, value: Value | null, place: i32): void {
  if (value === null) return;
  let labels: u64 = 0;
  if (value.kind != V.Dict) labels = labelsOf(value) & ~CREDENTIAL_LABELS;
  else {
    const items = asItems(value).items;
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = unchecked(items[i]);
      const own = key.kind == V.Text ? ownLabels(asText(key), false) : 0;
      labels |= labelsOf(items[i + 1]) & ~own;
    }
  }
  e.values.push(asciiText(e, "-H", place));
  e.values.push(e.labelled(labels));
}

/** `Start-BitsTransfer -Source address -Destination file` */
export function transfer(e: Evaluator, base: i32, place: i32): Value {
  const end = e.values.length;
  const address = given(e, base, "source", 1, 0), file = given(e, base, "destination", 1, 1);
  return fetched(e, end, address !== null ? address : e.unknown, file, place);
}

/** `address` is fetched, into a file or as the value. The stack is taken back to `end`. */
export function fetched(e: Evaluator, end: i32, address: Value, file: Value | null, place: i32): Value {
  if (file !== null) option(e, "-o", file, place, true);
  e.values.push(address);
  return as(e, "curl", end, null, place);
}

/** `data` is sent to an address. */
export function sentTo(e: Evaluator, address: Value, data: Value, isFile: bool, place: i32): Value {
  const end = e.values.length;
  option(e, isFile ? "-T" : "-d", data, place, isFile);
  e.values.push(address);
  return as(e, "curl", end, null, place);
}
