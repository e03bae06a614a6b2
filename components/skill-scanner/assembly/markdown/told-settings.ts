// Settings in YAML that stand in a text without a fence: a document that is little more than a workflow.
import { Bytes } from "../bytes";
import { isBlank, trimmedEnd } from "./lines";

const COLON: i32 = 0x3a;
const LONGEST_KEY: i32 = 40;

// Literals between blanks: what is made at start-up does not survive the arena.
/** Keys of which the value follows on the next lines, in files that rules know. */
const OPENING: string = " on jobs services mcpservers ";

/** `jobs:` alone on a line. */
export function opensSettings(source: usize, from: i32, to: i32): bool {
  const end = keyEnd(source, from, to);
  return end > from && trimmedEnd(source, from, to) == end + 1 && new Bytes(source + from, end - from).isAny(OPENING);
}

/** An empty line, one that is indented, a key, or the element of a list. */
export function goesOnWithSettings(source: usize, from: i32, to: i32): bool {
  if (trimmedEnd(source, from, to) <= from || isBlank(load<u8>(source + from))) return true;
  const end = keyEnd(source, from, to);
  return end > from && (end + 1 >= to || load<u8>(source + end + 1) <= 32);
}

/** Where the colon stands behind a key at the line's beginning; `from` when there is none. */
function keyEnd(source: usize, from: i32, to: i32): i32 {
  let p = from;
  while (p < to && p - from < LONGEST_KEY && isKeyByte(load<u8>(source + p))) p++;
  return p < to && load<u8>(source + p) == COLON ? p : from;
}

function isKeyByte(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 0x5f || byte == 0x2d;
}
