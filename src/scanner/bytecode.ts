import { marshalledTexts } from "./marshalled-texts.ts";

/** Where the source of a Python bytecode file would be; pytest adds its own tag. https://peps.python.org/pep-3147/ */
export function sourcePathOf(path: string): string {
  const cached = /^(.*\/|)__pycache__\/([^/]+?)(?:\.[a-z]+-\d+\w*(?:-pytest-[\w.]+?)?)?(?:\.opt-\w+)?\.py[co]$/.exec(
    path,
  );
  return cached === null ? path.replace(/\.py[co]$/, ".py") : `${cached[1]}${cached[2]}.py`;
}

const FLAGS_AT = 4;
const BY_HASH = 1;
const CHECKED = 2;

/** Whether Python loads this bytecode without ever looking at its source. https://peps.python.org/pep-0552/ */
export function isUnchecked(bytecode: Uint8Array): boolean {
  const flags = bytecode[FLAGS_AT] ?? 0;
  return (flags & BY_HASH) !== 0 && (flags & CHECKED) === 0;
}

/** Names that the compiler makes up by itself, and those of a class's private members. */
const OF_COMPILER = /^__\w+__$|^_[^_]\w*?__\w+$/;
/** Constants that the compiler joined, and what chance makes of instructions, are fewer. */
const FOREIGN = 3;
const FOREIGN_SHARE = 0.1;
const TOLD = 5;

/** What bytecode holds that its source does not. */
export interface Foreign {
  /** Some of the names; none when it may well have been compiled from it. */
  readonly names: readonly string[];
  /** Its texts have words that may be nobody's but its own. */
  readonly hasWords: boolean;
}

/** What is foreign in each of these bytecodes to their one source, in UTF-8. */
export function foreignIn(bytecodes: readonly Uint8Array[], source: Uint8Array): Foreign[] {
  const read = bytecodes.map((bytes) => ({ names: internedNames(bytes), words: wordsOfTexts(bytes) }));
  const unknown = new Set(read.flatMap(({ names, words }) => [...names.keys(), ...words]));
  removeWords(unknown, source);
  return read.map(({ names, words }) => {
    const foreign = [...names].filter(([hash, name]) => unknown.has(hash) && !OF_COMPILER.test(name));
    const isForeign = foreign.length >= FOREIGN && foreign.length > names.size * FOREIGN_SHARE;
    return {
      names: isForeign ? foreign.slice(0, TOLD).map(([, name]) => name) : [],
      hasWords: [...words].some((hash) => unknown.has(hash)),
    };
  });
}

/** Type bytes of a short interned ASCII text, with and without the mark of what is referred to again. */
const INTERNED = 0x5a;
const INTERNED_REFERRED = 0xda;
const SHORTEST = 5;

/**
 * Identifiers as `marshal` writes them, by their hash, found without reading code objects, whose shape changes with each
 * version.
 *
 * @see https://github.com/python/cpython/blob/main/Python/marshal.c
 */
function internedNames(bytecode: Uint8Array): Map<number, string> {
  const bytes = Buffer.from(bytecode.buffer, bytecode.byteOffset, bytecode.length);
  const names = new Map<number, string>();
  for (let at = HEADER_BYTES; at + 2 < bytes.length; at++) {
    if (bytes[at] !== INTERNED && bytes[at] !== INTERNED_REFERRED) continue;
    const from = at + 2;
    const to = from + (bytes[at + 1] ?? 0);
    if (to - from < SHORTEST || to > bytes.length || !isName(bytes, from, to)) continue;
    names.set(hashOf(bytes, from, to), bytes.toString("latin1", from, to));
    at = to - 1;
  }
  return names;
}

const HEADER_BYTES = 16;

/** Hashes of the words in texts that are no names, but for what the compiler writes by itself. */
function wordsOfTexts(bytecode: Uint8Array): Set<number> {
  const words = new Set<number>();
  for (const { from, to } of marshalledTexts(bytecode, HEADER_BYTES)) {
    if (to - from <= LONGEST_PATH && SOURCE_PATH.test(Buffer.from(bytecode.subarray(from, to)).toString("latin1")))
      continue;
    for (let at = from; at < to; at++) {
      if (KINDS[bytecode[at] ?? 0] !== LETTER) continue;
      const end = endOfWord(bytecode, at, to);
      if (end - at >= SHORTEST_WORD) words.add(hashOf(bytecode, at, end));
      at = end;
    }
  }
  for (const word of COMPILER_WORDS) words.delete(hashOf(Buffer.from(word), 0, word.length));
  return words;
}

const SHORTEST_WORD = 4;
/** Where the source was when it was compiled. */
const SOURCE_PATH = /^[\w./-]+\.py$/;
const LONGEST_PATH = 255;
/** In the qualified names of what has no name. */
const COMPILER_WORDS = ["locals", "lambda", "listcomp", "dictcomp", "setcomp", "genexpr", "module"];

function isName(bytes: Uint8Array, from: number, to: number): boolean {
  return KINDS[bytes[from] ?? 0] === LETTER && endOfWord(bytes, from, to) === to;
}

/** Takes away those that the text has: a megabyte has a hundred thousand words, which are not worth a string each. */
function removeWords(hashes: Set<number>, text: Uint8Array): void {
  if (hashes.size === 0) return;
  for (let at = 0; at < text.length; at++) {
    if (KINDS[text[at] ?? 0] !== LETTER) continue;
    const end = endOfWord(text, at, text.length);
    hashes.delete(hashOf(text, at, end));
    // The first letter may belong to an escape.
    if (text[at - 1] === BACKSLASH) hashes.delete(hashOf(text, at + 1, end));
    at = end;
  }
}

const BACKSLASH = 0x5c;

function endOfWord(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && KINDS[bytes[at] ?? 0] !== OTHER) at++;
  return at;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Of each byte. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[a-z_]/i.test(character) ? LETTER : /\d/.test(character) ? DIGIT : OTHER;
});

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return hash;
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
