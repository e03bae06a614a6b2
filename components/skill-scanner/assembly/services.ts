// Whose keys a file reads: a key named after a service that the file itself talks to is the least worry of all keys.
import { keep } from "./arena";
import { Call } from "./conditions";
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { nameOf } from "./name-tree";
import { addSteps } from "./steps";
import { NAME_BYTES, NAME_BYTES_AT, NAME_IS_CREDENTIAL, NAME_IS_GENERIC, RULE_OWN_SERVICE_SECRET, SERVICE_COUNT, SERVICE_PART, SERVICE_WORD, YIELDING_RULE } from "./tables";
import { asText, TextValue, V } from "./value";

/** Bytes of host and module names that are kept. */
const MAX_KNOWN: i32 = 4096;
/** Variables that are looked at; further ones stay with the graver rule. */
const MAX_CLAIMS: i32 = 100;
/** Shorter words are part of too many others. */
const SHORTEST_WORD: i32 = 3;
const LONGEST_WORD: i32 = 32;

const SLASH: i32 = 47;
const EQUALS: i32 = 61;
const UNDERSCORE: i32 = 95;

/** A variable that was read, and where. */
class Claim {
  constructor(public place: i32, public name: TextValue) {}
}

export class Services {
  private claims: Claim[] = [];
  /** Hosts of https URLs and imported modules in lower case, one a line. */
  private known: StaticArray<u8> = new StaticArray<u8>(MAX_KNOWN);
  private used: i32 = 0;

  constructor(private findings: Findings) {}

  claim(place: i32, call: Call): void {
    for (let i = 0; i < call.count; i++) {
      const value = call.value(i);
      if (value.kind != V.Text || this.claims.length >= MAX_CLAIMS) continue;
      keep();
      this.claims.push(new Claim(this.findings.place >= 0 ? this.findings.place : place, asText(value)));
      return;
    }
    this.findings.add(YIELDING_RULE, place);
  }

  /** Keeps the host of `https://host/...`. */
  addUrl(text: TextValue): void {
    let from = 0;
    while (from + 2 < text.length && (text.at(from) != SLASH || text.at(from + 1) != SLASH)) from++;
    for (let i = from + 2; i < text.length && isHostByte(text.at(i)); i++) this.put(text.at(i));
    this.put(10);
  }

  addModule(name: string): void {
    for (let i = 0; i < name.length; i++) this.put(name.charCodeAt(i) & 0x7f);
    this.put(10);
  }

  /** Reports every claim as one of the two rules. */
  settle(): void {
    for (let i = 0; i < this.claims.length; i++) {
      const claim = this.claims[i];
      this.findings.add(this.isOwn(claim.name) ? RULE_OWN_SERVICE_SECRET : YIELDING_RULE, claim.place);
    }
  }

  private put(byte: i32): void {
    if (this.used < MAX_KNOWN) unchecked(this.known[this.used++] = lower(byte) as u8);
  }

  /** Whether a word of the variable's name is in the name of a host or module. */
  private isOwn(name: TextValue): bool {
    const word = memory.data(LONGEST_WORD);
    let length = 0;
    for (let i = 0; i <= name.length; i++) {
      const byte = i < name.length ? lower(name.at(i)) : 0;
      if (isWordByte(byte)) {
        if (length < LONGEST_WORD) store<u8>(word + length++, byte as u8);
        continue;
      }
      if (this.isKnown(word, length)) return true;
      length = 0;
    }
    return false;
  }

  private isKnown(word: usize, length: i32): bool {
    const name = nameOf(word, length);
    if (load<u8>(NAME_IS_GENERIC + name) != 0) return false;
    for (let i = 0; i < SERVICE_COUNT; i++) {
      if (name != 0 && (load<u16>(SERVICE_WORD + (i << 1)) as i32) == name && this.holdsName(load<u16>(SERVICE_PART + (i << 1)) as i32)) return true;
    }
    return length >= SHORTEST_WORD && this.holds(word, length);
  }

  private holdsName(name: i32): bool {
    const from = listStart(NAME_BYTES_AT, name);
    return this.holds(NAME_BYTES + from, listEnd(NAME_BYTES_AT, name) - from);
  }

  private holds(word: usize, length: i32): bool {
    addSteps(this.used);
    const base = changetype<usize>(this.known);
    for (let i = 0; i + length <= this.used; i++) if (memory.compare(base + i, word, length) == 0) return true;
    return false;
  }
}

/** Whether a text, or its last word before a `=`, names a field for credentials: `api_key`, `...?token=`. */
export function namesCredential(text: TextValue, isParameter: bool): bool {
  let to = text.length;
  if (isParameter && (to == 0 || text.at(--to) != EQUALS)) return false;
  let from = to;
  while (from > 0 && to - from <= LONGEST_WORD && isFieldByte(text.at(from - 1))) from--;
  if (to - from > LONGEST_WORD || (!isParameter && from > 0)) return false;
  for (let i = from; i < to; i++) store<u8>(field + (i - from), lower(text.at(i)) as u8);
  return load<u8>(NAME_IS_CREDENTIAL + nameOf(field, to - from)) != 0;
}
const field: usize = memory.data(LONGEST_WORD);

function isFieldByte(byte: i32): bool {
  return isWordByte(lower(byte)) || byte == 45 || byte == UNDERSCORE;
}

function lower(byte: i32): i32 {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

function isWordByte(byte: i32): bool {
  return (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57);
}

function isHostByte(byte: i32): bool {
  return isWordByte(lower(byte)) || byte == 45 || byte == 46;
}
