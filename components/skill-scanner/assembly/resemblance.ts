// Names that are one letter from a name that everybody knows.
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import { NAME_BYTES, NAME_BYTES_AT } from "./tables";
import { TextValue } from "./value";

const LONGEST: i32 = 64;
/** Shorter names are one letter from too many others. */
const SHORTEST: i32 = 5;

const name: usize = memory.data(LONGEST);

/** `like` and `others` are lists of numbers of names: see match.ts. */
export function resembles(text: TextValue, like: usize, likes: i32, others: usize, otherCount: i32): bool {
  const length = copyName(text);
  if (length < SHORTEST) return false;
  addSteps(likes + otherCount);
  for (let i = 0; i < otherCount; i++) if (isSame(length, load<u16>(others + (i << 1)) as i32)) return false;
  for (let i = 0; i < likes; i++) if (isNear(length, load<u16>(like + (i << 1)) as i32)) return true;
  return false;
}

/** The name of a requirement ends before extras, a version or a marker. Returns its length; 0 when it is too long. */
function copyName(text: TextValue): i32 {
  for (let i = 0; i < text.length; i++) {
    if (!isNameByte(text.at(i))) return i;
    if (i == LONGEST) return 0;
    store<u8>(name + i, lower(text.at(i)) as u8);
  }
  return text.length;
}

function isSame(length: i32, other: i32): bool {
  const from = listStart(NAME_BYTES_AT, other);
  return listEnd(NAME_BYTES_AT, other) - from == length && memory.compare(name, NAME_BYTES + from, length) == 0;
}

/** What follows the first difference is the same, after one letter was dropped, added, changed, or two were swapped. */
function isNear(length: i32, other: i32): bool {
  const start = NAME_BYTES + listStart(NAME_BYTES_AT, other);
  const known = listEnd(NAME_BYTES_AT, other) - listStart(NAME_BYTES_AT, other);
  if (abs(known - length) > 1) return false;
  let i = 0;
  while (i < min(length, known) && load<u8>(name + i) == load<u8>(start + i)) i++;
  if (length > known) return rest(i + 1, length, start + i, known - i);
  if (length < known) return rest(i, length, start + i + 1, known - i - 1);
  return rest(i + 1, length, start + i + 1, known - i - 1) || isSwapped(i, length, start);
}

function rest(from: i32, length: i32, other: usize, left: i32): bool {
  return length - from == left && memory.compare(name + from, other, left) == 0;
}

function isSwapped(i: i32, length: i32, start: usize): bool {
  if (i + 1 >= length || load<u8>(name + i) != load<u8>(start + i + 1) || load<u8>(name + i + 1) != load<u8>(start + i)) return false;
  return memory.compare(name + i + 2, start + i + 2, length - i - 2) == 0;
}

function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

/** Letters, digits, `-`, `.`, `_`, and what npm's scopes have. */
function isNameByte(byte: i32): bool {
  const folded = byte | 32;
  return (folded >= 97 && folded <= 122) || (byte >= 48 && byte <= 57) || byte == 45 || byte == 46 || byte == 95 || byte == 64 || byte == 47;
}
