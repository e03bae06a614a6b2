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

/** Some names in the bytecode that its source does not have; empty when it may well have been compiled from it. */
export function foreignNames(bytecode: Uint8Array, source: string): string[] {
  const names = new Set(internedNames(bytecode));
  const known = new Set(source.match(/[a-z_]\w*/gi) ?? []);
  const foreign = [...names].filter((name) => !known.has(name) && !OF_COMPILER.test(name));
  return foreign.length >= FOREIGN && foreign.length > names.size * FOREIGN_SHARE ? foreign.slice(0, TOLD) : [];
}

/** Type bytes of a short interned ASCII text, with and without the mark of what is referred to again. */
const INTERNED = [0x5a, 0xda];
const SHORTEST = 5;

/**
 * Identifiers as `marshal` writes them, found without reading code objects, whose shape changes with each version.
 *
 * @see https://github.com/python/cpython/blob/main/Python/marshal.c
 */
function* internedNames(bytecode: Uint8Array): Generator<string> {
  const bytes = Buffer.from(bytecode.buffer, bytecode.byteOffset, bytecode.length);
  for (let at = HEADER_BYTES; at + 2 < bytes.length; at++) {
    if (!INTERNED.includes(bytes[at] ?? 0)) continue;
    const length = bytes[at + 1] ?? 0;
    const name = bytes.toString("latin1", at + 2, at + 2 + length);
    if (length < SHORTEST || name.length < length || !/^[a-z_]\w*$/i.test(name)) continue;
    yield name;
    at += length + 1;
  }
}

const HEADER_BYTES = 16;
