// Secrets that are written into a file, whatever it is: tokens of known services by their shape, and values of settings that
// are named like a secret. What only stands for a secret in an example is left alone.
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import {
  BEGINS_SHAPE, PLACEHOLDER_BYTES, PLACEHOLDER_BYTES_AT, PLACEHOLDER_COUNT, RULE_NAMED_SECRET, RULE_TOKEN, SECRET_BYTES, SHAPE_BYTES,
  SHAPE_BYTES_AT, SHAPE_COUNT, SHAPE_LENGTH,
} from "./tables";

/** Shorter words are no secrets, longer ones are data. */
const SHORTEST: i32 = 16;
const LONGEST: i32 = 512;
/** Different characters that a random word of that length has. */
const VARIETY: i32 = 9;

const DASH: i32 = 45;
const DOT: i32 = 46;
const UNDERSCORE: i32 = 95;

/** Looks at every word of the text once. */
export function findSecrets(findings: Findings, source: usize, length: i32): void {
  addSteps(length >> 2);
  const end = source + length;
  let p = source;
  while (p + SHORTEST <= end) {
    // Every word that is long enough has a byte at one of these places.
    const probe = p + SHORTEST - 1;
    if (!isWord(load<u8>(probe))) {
      p = probe + 1;
      continue;
    }
    const from = wordStart(p, probe);
    const to = wordEnd(probe, end);
    if (((to - from) as i32) >= SHORTEST) judge(findings, source, from, to, end);
    p = to;
  }
}

/** Where the word begins that `at` is in: `first` is the end of another, or its beginning. */
function wordStart(first: usize, at: usize): usize {
  while (at > first && isWord(load<u8>(at - 1))) at--;
  return at;
}

function wordEnd(p: usize, end: usize): usize {
  while (p < end && isWord(load<u8>(p))) p++;
  return p;
}

function judge(findings: Findings, source: usize, from: usize, to: usize, end: usize): void {
  if (((to - from) as i32) > LONGEST) return;
  if (hasShape(from, to, end)) {
    if (isVaried(from, to) && !isPlaceholder(from, to)) findings.add(RULE_TOKEN, (from - source) as i32);
  } else if (isRandom(from, to) && isNamedSecret(source, from) && !isPlaceholder(from, to)) findings.add(RULE_NAMED_SECRET, (from - source) as i32);
}

/** Some tokens have dots in them, which end a word. */
function hasShape(from: usize, to: usize, end: usize): bool {
  if (load<u8>(SECRET_BYTES + (load<u8>(from) as usize)) != BEGINS_SHAPE) return false;
  for (let i = 0; i < SHAPE_COUNT; i++) {
    const start = listStart(SHAPE_BYTES_AT, i);
    const length = listEnd(SHAPE_BYTES_AT, i) - start;
    if (load<u8>(from) != load<u8>(SHAPE_BYTES + start) || from + length > end || memory.compare(from, SHAPE_BYTES + start, length) != 0) continue;
    let p = max(to, from + length);
    while (p < end && p < from + LONGEST && (isWord(load<u8>(p)) || load<u8>(p) == DOT)) p++;
    return p - from >= ((length + (load<u8>(SHAPE_LENGTH + i) as i32)) as usize);
  }
  return false;
}

function isVaried(from: usize, to: usize): bool {
  let low: u64 = 0;
  let high: u64 = 0;
  for (let p = from; p < to; p++) {
    const byte = load<u8>(p) as u64;
    if (byte < 64) low |= (1 as u64) << byte;
    else high |= (1 as u64) << (byte & 63);
  }
  return ((popcnt(low) + popcnt(high)) as i32) >= VARIETY;
}

/** Letters and digits take turns, as they do in nothing that somebody made up. */
function isRandom(from: usize, to: usize): bool {
  let turns = 0;
  let digits = 0;
  for (let p = from; p < to; p++) {
    const isNumber = isDigit(load<u8>(p));
    if (isNumber) digits++;
    if (p > from && isNumber != isDigit(load<u8>(p - 1))) turns++;
  }
  return digits >= 3 && turns >= 5 && ((to - from) as i32) - digits >= 4 && isVaried(from, to);
}

const LONGEST_KEY: i32 = 40;
const key: usize = memory.data(LONGEST_KEY);

/** `name = "value"` and its relatives: the name before the value ends like that of a secret. */
function isNamedSecret(source: usize, value: usize): bool {
  let p = value;
  let separators = 0;
  while (p > source && value - p < 6 && isSeparator(load<u8>(p - 1))) {
    const byte = load<u8>(--p);
    if (byte == 61 || byte == 58) separators++;
  }
  if (separators == 0) return false;
  let length = 0;
  while (p > source && length < LONGEST_KEY && isWord(load<u8>(p - 1))) {
    const byte = load<u8>(--p) as i32;
    if (byte != UNDERSCORE && byte != DASH) store<u8>(key + LONGEST_KEY - ++length, lower(byte) as u8);
  }
  return !isPartOfPath(source, p) && endsLikeSecret(length);
}

/** `arn:aws:secretsmanager:…:secret:name` */
function isPartOfPath(source: usize, p: usize): bool {
  if (p == source) return false;
  const byte = load<u8>(p - 1) as i32;
  return byte == 58 || byte == 47;
}

/** Blanks, quotes, `=` and `:` */
function isSeparator(byte: i32): bool {
  return byte == 32 || byte == 34 || byte == 39 || byte == 61 || byte == 58 || byte == 96;
}

function endsLikeSecret(length: i32): bool {
  return endsWith(length, "apikey") || endsWith(length, "secret") || endsWith(length, "secretkey") || endsWith(length, "accesskey")
    || endsWith(length, "authtoken") || endsWith(length, "accesstoken") || endsWith(length, "apitoken") || endsWith(length, "bottoken")
    || endsWith(length, "password") || endsWith(length, "passwd") || endsWith(length, "privatekey");
}

function endsWith(length: i32, text: string): bool {
  if (text.length > length) return false;
  const start = key + LONGEST_KEY - text.length;
  for (let i = 0; i < text.length; i++) if ((load<u8>(start + i) as i32) != text.charCodeAt(i)) return false;
  return true;
}

function isPlaceholder(from: usize, to: usize): bool {
  for (let i = 0; i < PLACEHOLDER_COUNT; i++) {
    const start = listStart(PLACEHOLDER_BYTES_AT, i);
    const length = listEnd(PLACEHOLDER_BYTES_AT, i) - start;
    for (let p = from; p + length <= to; p++) if (matchesAt(p, PLACEHOLDER_BYTES + start, length)) return true;
  }
  return false;
}

function matchesAt(p: usize, text: usize, length: i32): bool {
  for (let i = 0; i < length; i++) if (lower(load<u8>(p + i)) != (load<u8>(text + i) as i32)) return false;
  return true;
}

// @ts-ignore: decorator
@inline function isWord(byte: usize): bool { return load<u8>(SECRET_BYTES + byte) != 0; }

// @ts-ignore: decorator
@inline function isDigit(byte: i32): bool {
  return byte >= 48 && byte <= 57;
}

function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}
