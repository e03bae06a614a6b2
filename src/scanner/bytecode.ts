import { printableText } from "../skill/contents/printable.ts";

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

/** Words of bytecode that are looked for in the source. */
const WORD = /[a-z][a-z0-9]{4,}/gi;
/** Names that the compiler gives by itself. */
const OF_COMPILER = /__\w+__|<\w+>|[^\s"'(]*\.py\b/g;
/** Constants that the compiler joined, and what chance makes of code and line tables, are fewer. */
const FOREIGN = 5;
const FOREIGN_SHARE = 0.2;
const WORDS_CHARS = 256 * 1024;

/** Some words in the bytecode that its source does not have; empty when it may well have been compiled from it. */
export function foreignWords(bytecode: Uint8Array, source: string): string[] {
  const text = printableText(bytecode, WORDS_CHARS).replace(OF_COMPILER, " ");
  const words = new Set(text.match(WORD) ?? []);
  const known = new Set(source.match(WORD) ?? []);
  const foreign = [...words].filter((word) => !known.has(word) && !source.includes(word));
  return foreign.length >= FOREIGN && foreign.length > words.size * FOREIGN_SHARE ? foreign.slice(0, FOREIGN) : [];
}
