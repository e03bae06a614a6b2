/** Where the source of a Python bytecode file would be. https://peps.python.org/pep-3147/ */
export function sourcePathOf(path: string): string {
  const cached = /^(.*\/|)__pycache__\/([^/]+?)(?:\.[a-z]+-\d+\w*)?(?:\.opt-\w+)?\.py[co]$/.exec(path);
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

/**
 * Of each of these bytecodes, some names that their one source, in UTF-8, does not have; none when it may well have been
 * compiled from it.
 */
export function foreignNames(bytecodes: readonly Uint8Array[], source: Uint8Array): string[][] {
  const named = bytecodes.map(internedNames);
  const unknown = new Map(named.flatMap((names) => [...names]));
  if (unknown.size >= FOREIGN) removeWords(unknown, source);
  return named.map((names) => {
    const foreign = [...names].filter(([hash, name]) => unknown.has(hash) && !OF_COMPILER.test(name));
    const isForeign = foreign.length >= FOREIGN && foreign.length > names.size * FOREIGN_SHARE;
    return isForeign ? foreign.slice(0, TOLD).map(([, name]) => name) : [];
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

function isName(bytes: Uint8Array, from: number, to: number): boolean {
  return KINDS[bytes[from] ?? 0] === LETTER && endOfWord(bytes, from, to) === to;
}

/** Takes away those that the text has: a megabyte has a hundred thousand words, which are not worth a string each. */
function removeWords(names: Map<number, string>, text: Uint8Array): void {
  for (let at = 0; at < text.length; at++) {
    if (KINDS[text[at] ?? 0] !== LETTER) continue;
    let hash = FNV_BASIS;
    for (; KINDS[text[at] ?? 0] !== OTHER; at++) hash = Math.imul(hash ^ (text[at] ?? 0), FNV_PRIME);
    names.delete(hash);
  }
}

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
