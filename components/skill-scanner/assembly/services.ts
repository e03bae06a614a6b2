// Whose keys a file reads: a key named after a service that the file itself talks to is the least worry of all keys.
import { keep } from "./arena";
import { Call } from "./conditions";
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { nameOf } from "./name-tree";
import { Stack } from "./stack";
import { addSteps } from "./steps";
import { CREDENTIAL_LABELS, FIELD_LABELS, NAME_BYTES, NAME_BYTES_AT, NAME_IS_CREDENTIAL, NAME_IS_GENERIC, NAME_IS_HEADER, RULE_OWN_SERVICE_SECRET, SERVICE_COUNT, SERVICE_PART, SERVICE_WORD, YIELDING_RULE } from "./tables";
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

/** Whose a secret is, by its name. */
const enum Owner { Nobody, Foreign, Known }

/** In the place of one: nothing is reported there. */
const UNREPORTED: i32 = -1;

/** A variable that was read, and where. */
class Claim {
  constructor(public place: i32, public name: TextValue) {}
}

export class Services {
  private claims: Claim[] = [];
  /** rule << 32 | place */
  private waiting: Stack<i64> = new Stack<i64>(8);
  /** Hosts of https URLs and imported modules in lower case, one a line. */
  private known: StaticArray<u8> = new StaticArray<u8>(MAX_KNOWN);
  private used: i32 = 0;

  constructor(private findings: Findings) {}

  claim(place: i32, call: Call): void {
    for (let i = 0; i < call.count; i++) {
      const value = call.value(i);
      if (value.kind != V.Text || this.claims.length >= MAX_CLAIMS) continue;
      keep();
      this.claims.push(new Claim(this.findings.placed(place), asText(value)));
      return;
    }
    this.findings.add(YIELDING_RULE, place);
  }

  /** A secret whose reading is no finding, but whose sending may be. */
  hold(name: TextValue): void {
    if (this.claims.length >= MAX_CLAIMS) return;
    keep();
    this.claims.push(new Claim(UNREPORTED, name));
  }

  /** Keeps the host of `https://host/...`. */
  addUrl(text: TextValue): void {
    let from = 0;
    while (from + 2 < text.length && (text.at(from) != SLASH || text.at(from + 1) != SLASH)) from++;
    for (let i = from + 2; i < text.length && isHostByte(text.at(i)); i++) this.put(text.at(i));
    this.put(10);
  }

  /** A finding that depends on what is known of the secrets in the end. */
  wait(rule: i32, place: i32): void {
    if (this.waiting.length == MAX_CLAIMS) return;
    this.waiting.push(((rule as i64) << 32) | (this.findings.placed(place) as i64));
  }

  addModule(name: string): void {
    for (let i = 0; i < name.length; i++) this.put(name.charCodeAt(i) & 0x7f);
    this.put(10);
  }

  /** Reports every claim as one of the two rules, and what waited for a secret of another service. */
  settle(): void {
    let isForeign = false;
    for (let i = 0; i < this.claims.length; i++) {
      const claim = this.claims[i];
      const owner = this.ownerOf(claim.name);
      if (claim.place != UNREPORTED) this.findings.add(owner == Owner.Known ? RULE_OWN_SERVICE_SECRET : YIELDING_RULE, claim.place);
      if (owner == Owner.Foreign) isForeign = true;
    }
    for (let i = 0; i < this.waiting.length && isForeign; i++) {
      const waiting = this.waiting.at(i);
      this.findings.add((waiting >> 32) as i32, (waiting & 0x7fffffff) as i32);
    }
  }

  private put(byte: i32): void {
    if (this.used < MAX_KNOWN) unchecked(this.known[this.used++] = lower(byte) as u8);
  }

  /** Known: a word of the variable's name is in the name of a host or module. Nobody: none of its words names a service. */
  private ownerOf(name: TextValue): Owner {
    const word = memory.data(LONGEST_WORD);
    let length = 0;
    let owner = Owner.Nobody;
    for (let i = 0; i <= name.length; i++) {
      const byte = i < name.length ? lower(name.at(i)) : 0;
      if (isWordByte(byte)) {
        if (length < LONGEST_WORD) store<u8>(word + length++, byte as u8);
        continue;
      }
      if (this.isKnown(word, length)) return Owner.Known;
      if (namesService(word, length)) owner = Owner.Foreign;
      length = 0;
    }
    return owner;
  }

  private isKnown(word: usize, length: i32): bool {
    if (isGeneric(word, length)) return false;
    const name = nameOf(word, length);
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

function isGeneric(word: usize, length: i32): bool {
  return load<u8>(NAME_IS_GENERIC + nameOf(word, length)) != 0;
}

function namesService(word: usize, length: i32): bool {
  return length >= SHORTEST_WORD && !isGeneric(word, length);
}

/** Labels of a client's own key that say nothing in this place: in `Authorization` none of them, in `token` some. */
export function ownLabels(name: TextValue, isParameter: bool): u64 {
  if (isParameter && endsWithBot(name)) return CREDENTIAL_LABELS;
  if (!namesCredential(name, isParameter)) return 0;
  return isParameter || !isHeader(name) ? FIELD_LABELS : CREDENTIAL_LABELS;
}

/** `https://api.telegram.org/bot`, where the token of a bot is part of the path. */
function endsWithBot(text: TextValue): bool {
  const length = text.length;
  return length > 4 && text.at(length - 1) == 116 && text.at(length - 2) == 111 && text.at(length - 3) == 98 && text.at(length - 4) == SLASH;
}

/** `x-api-key`, `Authorization`: no field of a body is called so. */
function isHeader(name: TextValue): bool {
  for (let i = 0; i < name.length; i++) if (name.at(i) == 45) return true;
  return load<u8>(NAME_IS_HEADER + nameOf(field, name.length)) != 0; // where it is in lower case
}

/** Whether a text, or its last word before a `=`, names a field for credentials: `api_key`, `...?token=`. */
function namesCredential(text: TextValue, isParameter: bool): bool {
  let to = text.length;
  if (isParameter && (to == 0 || text.at(--to) != EQUALS)) return false;
  let from = to;
  while (from > 0 && to - from <= LONGEST_WORD && isFieldByte(text.at(from - 1))) from--;
  if (to - from > LONGEST_WORD || (!isParameter && from > 0)) return false;
  for (let i = from; i < to; i++) store<u8>(field + (i - from), lower(text.at(i)) as u8);
  return endsWithCredential(field, to - from);
}

/** `acme_token` is named like `token`. */
function endsWithCredential(word: usize, length: i32): bool {
  for (let i = 0; i < length; i++) {
    const isStart = i == 0 || !isWordByte(load<u8>(word + i - 1) as i32);
    if (isStart && load<u8>(NAME_IS_CREDENTIAL + nameOf(word + i, length - i)) != 0) return true;
  }
  return false;
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
