import { CORE, type CoreModule, skipValueType } from "../wasm/core-module.ts";
import { malformed, unsupported } from "../wasm/malformed.ts";
import { Reader } from "../wasm/reader.ts";
import { Instructions } from "./instructions.ts";
import { OP, passingOver } from "./opcodes.ts";
import { type FunctionType, readTypes } from "./types.ts";

/** Size and growth of a memory or a table. */
export interface Extent {
  readonly initial: number;
  /** What the module itself declares; undefined: nothing. */
  readonly maximum: number | undefined;
  /** Sizes are 64-bit integers. */
  readonly wide: boolean;
}

export interface TableFacts extends Extent {
  /** Its element type, as the format writes it. */
  readonly type: readonly number[];
}

/** What of a module decides where something can be added and what its functions mean. */
export interface Facts {
  readonly module: CoreModule;
  /** Parameters and results of each type by index; undefined for a type that is no function's. */
  readonly types: readonly (FunctionType | undefined)[];
  /** Type index of each function, imported ones first; so with the others. */
  readonly functions: readonly number[];
  readonly memories: readonly Extent[];
  readonly tables: readonly TableFacts[];
  readonly globals: number;
  /** The function that runs first. */
  readonly start: number | undefined;
  readonly importedMemories: number;
  readonly importedTables: number;
}

/** @throws SandboxError when something is encoded in a way that we do not know */
export function factsOf(bytes: Uint8Array, module: CoreModule): Facts {
  const imported = (kind: string) => module.imports.filter((entry) => entry.kind === kind);
  const typeOf = ({ typeAt }: { typeAt: number }) => new Reader(bytes, typeAt, module.end);
  const open = (id: number) => contentOf(bytes, module, id);
  const importedMemories = imported("memory").map((entry) => readLimits(typeOf(entry)));
  const importedTables = imported("table").map((entry) => readTableType(bytes, typeOf(entry)));
  return {
    module,
    types: readTypes(open(CORE.type)),
    functions: [...imported("function").map((entry) => typeOf(entry).u32()), ...typesOf(open(CORE.function))],
    memories: [...importedMemories, ...items(open(CORE.memory), readLimits)],
    tables: [...importedTables, ...items(open(CORE.table), (reader) => readTable(bytes, reader))],
    globals: imported("global").length + (open(CORE.global)?.u32() ?? 0),
    start: readStart(open(CORE.start)),
    importedMemories: importedMemories.length,
    importedTables: importedTables.length,
  };
}

function contentOf(bytes: Uint8Array, { sections }: CoreModule, id: number): Reader | undefined {
  const section = sections.find((candidate) => candidate.id === id);
  return section === undefined ? undefined : new Reader(bytes, section.start, section.end);
}

function items<Item>(reader: Reader | undefined, read: (reader: Reader) => Item): Item[] {
  if (reader === undefined) return [];
  const found: Item[] = [];
  for (let left = reader.u32(); left > 0; left -= 1) found.push(read(reader));
  reader.finish("a section");
  return found;
}

/** The type index of each function that the module defines. */
function typesOf(reader: Reader | undefined): number[] {
  const types = reader?.u32s(reader.u32()) ?? [];
  reader?.finish("a section");
  return types;
}

function readStart(reader: Reader | undefined): number | undefined {
  const index = reader?.u32();
  reader?.finish("the start section");
  return index;
}

/** Bits: has a maximum, shared, 64-bit. */
function readLimits(reader: Reader): Extent {
  const flags = reader.u8();
  if (flags > 7) throw unsupported(reader.offset - 1, "memories with pages of another size");
  const wide = (flags & 4) !== 0;
  const read = () => (wide ? reader.u64() : reader.u32());
  return { initial: read(), maximum: (flags & 1) === 0 ? undefined : read(), wide };
}

function readTableType(bytes: Uint8Array, reader: Reader): TableFacts {
  const start = reader.offset;
  skipValueType(reader);
  const type = [...bytes.subarray(start, reader.offset)];
  return { type, ...readLimits(reader) };
}

/** 0x40 0x00 starts a table whose elements have an initial value of their own. */
function readTable(bytes: Uint8Array, reader: Reader): TableFacts {
  if (reader.peek() !== 0x40) return readTableType(bytes, reader);
  reader.u8();
  reader.expect(0, "kind of table");
  const table = readTableType(bytes, reader);
  skipConstant(bytes, reader);
  return table;
}

function skipConstant(bytes: Uint8Array, reader: Reader): void {
  const code = new Instructions(bytes, reader.offset, reader.offset + reader.remaining, NOTHING_PASSED);
  while (code.step()) {
    if (code.op === OP.end) return void reader.part(code.next - reader.offset);
  }
  throw malformed(reader.offset, "an initial value does not end");
}

const NOTHING_PASSED = passingOver([]);
