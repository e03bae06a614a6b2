// Names of owners in the names of hosts: `acme` in `get.acme-tools.co.uk` is `acmetools`, in `acme.vercel.app` `acme`.
import { Bytes } from "./bytes";

/** Lines before a place in which the address stands that is meant there. */
const LINES_BEFORE: i32 = 12;
const LONGEST_HOST: i32 = 253;

const NEWLINE: i32 = 10;
const SLASH: i32 = 47;
const COLON: i32 = 58;
const DOT: i32 = 46;
const DASH: i32 = 45;
const AT: i32 = 64;

/** The host of the last address that begins before the end of the line at `at`; empty when there is none near. */
export function hostBefore(text: Bytes, at: i32): Bytes {
  let end = min(max(at, 0), text.length);
  while (end < text.length && text.at(end) != NEWLINE) end++;
  let lines = 0;
  for (let p = end - 1; p >= 2; p--) {
    if (text.at(p) == NEWLINE && ++lines > LINES_BEFORE) break;
    if (text.at(p) == SLASH && text.at(p - 1) == SLASH && text.at(p - 2) == COLON) return hostAt(text, p + 1);
  }
  return new Bytes(text.start, 0);
}

/** Without a user's name and a port. */
function hostAt(text: Bytes, from: i32): Bytes {
  let start = from;
  let p = from;
  while (p < text.length && p - start < LONGEST_HOST && isHostByte(text.at(p))) {
    if (text.at(p) == AT) start = p + 1;
    p++;
  }
  return new Bytes(text.start + start, p - start);
}

function isHostByte(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == DASH || byte == DOT || byte == AT;
}

// Literals between blanks: what is built with `new` at start-up does not survive the arena.
/** Kept for examples by RFC 2606, and this machine. */
const PLACEHOLDERS: string = " example.com example.org example.net localhost ";
/** Second levels below which anybody may register: `co.uk`. */
const SECOND_LEVELS: string = " co com org net gov ac edu ne or ";
/** Hosts of many owners, by the part before their last: whose a site is says the part before that. */
const SHARED: string = " github gitlab vercel netlify pages workers herokuapp firebaseapp web onrender fly deno surge glitch repl replit ";
const MORE_SHARED: string = " r2 amazonaws cloudfront azurewebsites windows digitaloceanspaces b-cdn railway lovable framer blob core ";
/** Words before an owner's name. */
const PREFIXES: string = " get try use install join go ";

/** An address that stands for any other, or for a machine of one's own. */
export function isPlaceholder(host: Bytes): bool {
  const domain = lastParts(host, 2);
  return domain.isAny(PLACEHOLDERS) || host.lastIndexOf(DOT) < 0 || host.startsWith("127.");
}

/** Words behind an owner's name, where the plain one was taken. */
const SUFFIXES: string = " app hq ";

/** The owner's name in lower case, without hyphens; empty when it is too short to say anything. */
export function brandIn(host: Bytes): Bytes {
  const brand = folded(labelOf(host));
  for (let length = 2; length <= 7 && brand.length - length >= 3; length++) {
    if (brand.to(length).isAny(PREFIXES)) return brand.from(length);
  }
  for (let length = 2; length <= 3 && brand.length - length > 3; length++) {
    if (brand.from(brand.length - length).isAny(SUFFIXES)) return brand.to(brand.length - length);
  }
  return brand.length < 2 ? folded(host) : brand;
}

function labelOf(host: Bytes): Bytes {
  let label = partFromEnd(host, 1);
  if (label.isAny(SECOND_LEVELS) && partFromEnd(host, 0).length == 2) label = partFromEnd(host, 2);
  else if (label.isAny(SHARED) || label.isAny(MORE_SHARED)) {
    const own = partFromEnd(host, 2);
    if (own.length > 0 && partFromEnd(host, 0).isAny(" io app dev com net sh me co page ")) label = own;
  }
  return label;
}

/** The part of a host's name at this place, counted from its end; empty when it has fewer. */
function partFromEnd(host: Bytes, index: i32): Bytes {
  let rest = host;
  for (let i = 0; i < index; i++) {
    const dot = rest.lastIndexOf(DOT);
    if (dot < 0) return new Bytes(host.start, 0);
    rest = rest.to(dot);
  }
  return rest.from(rest.lastIndexOf(DOT) + 1);
}

function lastParts(host: Bytes, count: i32): Bytes {
  let rest = host.length;
  for (let i = 0; i < count && rest >= 0; i++) rest = host.to(rest).lastIndexOf(DOT);
  return host.from(rest + 1);
}

function folded(label: Bytes): Bytes {
  const bytes = new StaticArray<u8>(label.length);
  let used = 0;
  for (let i = 0; i < label.length; i++) {
    const byte = label.at(i);
    if (byte == DASH || byte == DOT) continue;
    unchecked(bytes[used++] = (byte >= 65 && byte <= 90 ? byte | 32 : byte) as u8);
  }
  return new Bytes(changetype<usize>(bytes), used);
}
