// Characters beyond ASCII, as prose is compared: what is invisible, what is blank, what looks like a plain letter.

/** What readCodePoint read. */
export let codePoint: i32 = 0;

/** Reads one character; returns where the next begins. A broken one is a single byte. */
export function readCodePoint(source: usize, p: i32, to: i32): i32 {
  const byte = load<u8>(source + p) as i32;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  if (length == 1 || p + length > to) { codePoint = byte < 0x80 ? byte : 0xfffd; return p + 1; }
  let point = byte & (0x7f >> length);
  for (let i = 1; i < length; i++) point = (point << 6) | (load<u8>(source + p + i) & 63);
  codePoint = point;
  return p + length;
}

/** Characters beyond ASCII that a word may begin with. */
const WIDE_REACH: i32 = 4;

/** The next byte that is plain, if it is not far: a word of two alphabets may have several letters of one at its beginning. */
export function nextPlain(source: usize, from: i32, to: i32): i32 {
  let p = from;
  for (let i = 0; i < WIDE_REACH && p < to && load<u8>(source + p) >= 0xc0; i++) p = readCodePoint(source, p, to);
  return p < to ? load<u8>(source + p) as i32 : 0;
}

export function isInvisible(point: i32): bool {
  if (point < 0x2000) return point == 0xad || point == 0x34f || point == 0x61c || point == 0x115f || point == 0x1160 || point == 0x17b4 || point == 0x17b5 || (point >= 0x180b && point <= 0x180e) || (point >= 0x300 && point < 0x370);
  if (point < 0x2100) return (point >= 0x200b && point <= 0x200f) || (point >= 0x202a && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f);
  return point == 0x3164 || (point >= 0xfe00 && point <= 0xfe0f) || point == 0xfeff || point == 0xffa0 || (point >= 0xe0000 && point <= 0xe0fff);
}

export function isWideBlank(point: i32): bool {
  return point == 0xa0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200a) || point == 0x2028 || point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000 || point == 0x2800;
}

/** A line feed for what ends a sentence, an ASCII character for other punctuation, 0 for the rest. */
export function sentenceEnd(point: i32): i32 {
  switch (point) {
    case 0x3002: case 0xff01: case 0xff1f: case 0xff0e: return 10;
    case 0xff0c: case 0x3001: return 0x2c;
    case 0xff1b: case 0x2014: case 0x2013: return 0x3b;
    case 0xff1a: return 0x3a;
    case 0x2018: case 0x2019: case 0x201a: case 0x2032: return 0x27;
    case 0x201c: case 0x201d: case 0x201e: case 0xab: case 0xbb: case 0x300c: case 0x300d: case 0x300e: case 0x300f: return 0x22;
    case 0x2010: case 0x2011: case 0x2012: return 0x2d;
    case 0x2044: case 0x2215: return 0x2f;
    default: return 0;
  }
}

/** Base letters of U+00C0 to U+00FF and of U+0100 to U+017F; `.` has none. */
const LATIN: string = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";
const EXTENDED: string = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/** Letters that look like Latin ones, from U+0391 (Greek) and U+0400 (Cyrillic); `.` has no such twin. */
const GREEK: string = "ab..ezh.ik.mn.o.p..ty.x.........a...e...ik..v.o.p..tu....";
const CYRILLIC: string = ".....si.j.......a.b..e....k.mho.pcty.x..........a.b..e....k.mho.pcty.x...............si.j.";

/**
 * The plain letter for one, negative when it is a disguise; 1 for a mark that is to be left out; 0 when it stays as it is.
 * Letters of another script count as disguised only beside Latin ones (`mixed`).
 */
export function foldedLetter(point: i32, mixed: bool): i32 {
  if (point >= 0xc0 && point < 0x180) return point < 0x100 ? at(LATIN, point - 0xc0) : at(EXTENDED, point - 0x100);
  if (point == 0x131 || point == 0x251 || point == 0x261) return point == 0x131 ? -105 : point == 0x251 ? -97 : -103;
  if (mixed) {
    const twin = lookalike(point);
    if (twin != 0) return -twin;
  }
  if (point >= 0x410 && point < 0x430) return point + 32;
  if (point == 0x401 || point == 0x451) return 0x435;
  if (point >= 0x391 && point < 0x3aa) return point + 32;
  return decorated(point);
}

function lookalike(point: i32): i32 {
  if (point >= 0x391 && point < 0x391 + GREEK.length) return at(GREEK, point - 0x391);
  if (point >= 0x400 && point < 0x400 + CYRILLIC.length) return at(CYRILLIC, point - 0x400);
  if (point == 0x4bb) return 104;
  if (point == 0x501) return 100;
  if (point == 0x51b) return 113;
  return point == 0x51d ? 119 : 0;
}

/** Alphabets made for formulas and ornaments. */
function decorated(point: i32): i32 {
  if (point >= 0x1d400 && point < 0x1d6a4) return -(97 + ((point - 0x1d400) % 26));
  if (point >= 0x1d7ce && point < 0x1d800) return -(48 + ((point - 0x1d7ce) % 10));
  if (point >= 0xff21 && point <= 0xff3a) return -(point - 0xff21 + 97);
  if (point >= 0xff41 && point <= 0xff5a) return -(point - 0xff41 + 97);
  if (point >= 0xff01 && point <= 0xff5e) return point - 0xfee0;
  if (point >= 0x24b6 && point <= 0x24e9) return -(97 + ((point - 0x24b6) % 26));
  if (point >= 0x1f130 && point <= 0x1f149) return -(point - 0x1f130 + 97);
  if (point >= 0x1f170 && point <= 0x1f189) return -(point - 0x1f170 + 97);
  return 0;
}

function at(letters: string, i: i32): i32 {
  const letter = i < letters.length ? letters.charCodeAt(i) : 46;
  return letter == 46 ? 0 : letter;
}
