// Whose host it is that a skill takes code from: a vendor's installer lies at the vendor's host, and whoever tells to run it
// names the vendor as well. What depends on that waits until the whole skill is known.
import { brandIn, hostBefore, isPlaceholder } from "./brands";
import { Bytes } from "./bytes";
import { Language } from "./language";
import { Skill, SkillFile } from "./skill";
import { addSteps } from "./steps";

/** Bytes of a skill that are searched for one name. */
const MAX_SEARCHED: i32 = 1 << 20;

/** Reports what waited, where the skill does not name the owner of the host. */
export function settleHosts(skill: Skill): void {
  const waiting = skill.findings.waiting;
  for (let i = 0; i < waiting.length; i++) {
    const place = (waiting.at(i) & 0x7fffffff) as i32;
    if (isForeign(skill.files, place)) skill.findings.addAt((waiting.at(i) >> 32) as i32, place);
  }
}

function isForeign(files: SkillFile[], place: i32): bool {
  const unit = unchecked(files[fileAt(files, place)]).unit;
  const host = hostBefore(new Bytes(unit.start, unit.length), place - unit.base);
  if (host.length == 0) return true;
  if (isPlaceholder(host)) return false;
  const brand = brandIn(host);
  return brand.length == 0 || !isNamed(files, brand);
}

function fileAt(files: SkillFile[], place: i32): i32 {
  let i = files.length - 1;
  while (i > 0 && unchecked(files[i]).unit.base > place) i--;
  return i;
}

function isNamed(files: SkillFile[], brand: Bytes): bool {
  let left = MAX_SEARCHED;
  for (let i = 0; i < files.length && left > 0; i++) {
    const unit = unchecked(files[i]).unit;
    if (unit.language == Language.Words) continue;
    const length = min(left, unit.length);
    left -= length;
    addSteps(length);
    if (names(new Bytes(unit.start, length), brand)) return true;
  }
  return false;
}

/** A word of the text begins with the name, and is no part of a host: hyphens, blanks and capitals make no difference. */
function names(text: Bytes, brand: Bytes): bool {
  const first = brand.at(0);
  for (let i = 0; i < text.length; i++) {
    if (lower(text.at(i)) != first || (i > 0 && isLetterOrDigit(text.at(i - 1)))) continue;
    const end = endOf(text, i, brand);
    if (end > 0 && !goesOn(text, end)) return true;
  }
  return false;
}

/** Behind the name that begins here, or 0. */
function endOf(text: Bytes, from: i32, brand: Bytes): i32 {
  let p = from;
  for (let k = 0; k < brand.length; k++) {
    while (k > 0 && p < text.length && (text.at(p) == 45 || text.at(p) == 95 || text.at(p) == 32)) p++;
    if (p >= text.length || lower(text.at(p)) != brand.at(k)) return 0;
    p++;
  }
  return p;
}

/** A dot and a letter: the name of a host goes on, and that is not the name of a product. */
function goesOn(text: Bytes, p: i32): bool {
  return p + 1 < text.length && text.at(p) == 46 && isLetterOrDigit(text.at(p + 1));
}

export function isLetterOrDigit(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57);
}

export function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}
