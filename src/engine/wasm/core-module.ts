import { malformed } from "./malformed.ts";
import { coreName } from "./names.ts";
import { Reader } from "./reader.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { eachOf, type Spent, spend } from "./walk.ts";

type CoreKind = "function" | "table" | "memory" | "global" | "tag";

interface CoreImport {
  readonly module: string;
  readonly name: string;
  readonly kind: CoreKind;
  /** Where its type starts, after the byte of its kind. */
  readonly typeAt: number;
}

interface CoreExport {
  readonly name: string;
  readonly kind: CoreKind;
  readonly index: number;
}

/** A core module inside a component (or a file of its own), by offsets into the file. */
export interface CoreModule {
  readonly start: number;
  readonly end: number;
  readonly sections: readonly Section[];
  readonly imports: readonly CoreImport[];
  readonly exports: readonly CoreExport[];
  /** Functions, tables and memories that the module defines itself. */
  readonly functions: number;
  readonly tables: number;
  readonly memories: number;
}

/**
 * Walks a core module: every section in its place, every name checked, memories and tables counted.
 *
 * Types, function bodies, globals, elements and data hold no names; they stay closed here and are validated by V8.
 */
export function walkCoreModule(bytes: Uint8Array, start: number, end: number, spent: Spent): CoreModule {
  spend(spent, "coreModules", 1, start);
  const sections = sectionsOf(bytes, start, end, spent);
  checkOrder(sections);
  const open = (id: number) => contentOf(bytes, sections, id);
  return {
    start,
    end,
    sections,
    imports: readImports(open(CORE.import), spent),
    exports: readExports(open(CORE.export), spent),
    functions: functionsOf(open(CORE.function)),
    tables: countOf(open(CORE.table)),
    memories: countOf(open(CORE.memory)),
  };
}

/** Section codes of the core binary format. */
export const CORE = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const;

/** The format wants each section at most once, in this order, with custom sections anywhere between. */
export const SECTION_ORDER: readonly number[] = [
  CORE.type,
  CORE.import,
  CORE.function,
  CORE.table,
  CORE.memory,
  CORE.tag,
  CORE.global,
  CORE.export,
  CORE.start,
  CORE.element,
  CORE.dataCount,
  CORE.code,
  CORE.data,
];

const KINDS: readonly CoreKind[] = ["function", "table", "memory", "global", "tag"];

function checkOrder(sections: readonly Section[]): void {
  let last = -1;
  for (const { id, at } of sections) {
    if (id === CORE.custom) continue;
    const place = SECTION_ORDER.indexOf(id);
    if (place === -1) throw malformed(at, `unknown core section ${id}`);
    if (place <= last) throw malformed(at, `core section ${id} is repeated or out of order`);
    last = place;
  }
}

function contentOf(bytes: Uint8Array, sections: readonly Section[], id: number): Reader | undefined {
  const section = sections.find((candidate) => candidate.id === id);
  return section === undefined ? undefined : new Reader(bytes, section.start, section.end);
}

/** How many items a vector announces: never more than the bytes that follow. */
function countOf(reader: Reader | undefined): number {
  if (reader === undefined) return 0;
  const offset = reader.offset;
  const count = reader.u32();
  if (count > reader.remaining) throw malformed(offset, `a list of ${count} items runs past the end`);
  return count;
}

function functionsOf(reader: Reader | undefined): number {
  const count = countOf(reader);
  if (reader !== undefined && count > MAX_FUNCTIONS)
    throw malformed(reader.offset, `more than ${MAX_FUNCTIONS} functions`);
  return count;
}

/** V8 takes no more: kV8MaxWasmFunctions, https://github.com/v8/v8/blob/main/src/wasm/wasm-limits.h. */
const MAX_FUNCTIONS = 1_000_000;

function readImports(reader: Reader | undefined, spent: Spent): CoreImport[] {
  const imports: CoreImport[] = [];
  if (reader === undefined) return imports;
  eachOf(reader, spent, () => {
    spend(spent, "names", 1, reader.offset);
    const module = coreName(reader);
    const name = coreName(reader);
    const typeAt = reader.offset + 1;
    imports.push({ module, name, kind: readImportType(reader), typeAt });
  });
  reader.finish("the import section");
  return imports;
}

function readExports(reader: Reader | undefined, spent: Spent): CoreExport[] {
  const exports: CoreExport[] = [];
  if (reader === undefined) return exports;
  eachOf(reader, spent, () => {
    spend(spent, "names", 1, reader.offset);
    const name = coreName(reader);
    exports.push({ name, kind: readKind(reader), index: reader.u32() });
  });
  reader.finish("the export section");
  return exports;
}

function readImportType(reader: Reader): CoreKind {
  const kind = readKind(reader);
  if (kind === "function") reader.u32();
  else if (kind === "memory") skipLimits(reader);
  else if (kind === "table") {
    skipValueType(reader);
    skipLimits(reader);
  } else if (kind === "global") {
    skipValueType(reader);
    if (reader.u8() > 1) throw malformed(reader.offset - 1, "unknown kind of global");
  } else {
    reader.expect(0, "kind of tag");
    reader.u32();
  }
  return kind;
}

function readKind(reader: Reader): CoreKind {
  const offset = reader.offset;
  const code = reader.u8();
  const kind = KINDS[code];
  if (kind === undefined) throw malformed(offset, `unknown kind of core import or export 0x${code.toString(16)}`);
  return kind;
}

/** Bits: has a maximum, shared, 64-bit. 64-bit limits and custom page sizes (bit 3) are not read. */
function skipLimits(reader: Reader): void {
  const offset = reader.offset;
  const flags = reader.u8();
  if (flags > 3) throw malformed(offset, "64-bit memories and custom page sizes are not read");
  reader.u32();
  if ((flags & 1) !== 0) reader.u32();
}

/** Numbers, vectors and references; 0x63 and 0x64 are references to a heap type that follows. */
export function skipValueType(reader: Reader): void {
  const offset = reader.offset;
  const code = reader.u8();
  if (code === 0x63 || code === 0x64) skipHeapType(reader);
  else if (!isAbstractHeapType(code) && !(code >= 0x7b && code <= 0x7f)) {
    throw malformed(offset, `unknown value type 0x${code.toString(16)}`);
  }
}

function skipHeapType(reader: Reader): void {
  if (isAbstractHeapType(reader.peek())) reader.u8();
  else reader.typeIndex();
}

function isAbstractHeapType(code: number): boolean {
  return code >= 0x69 && code <= 0x74;
}
