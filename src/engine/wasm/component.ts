import { readAlias } from "./aliases.ts";
import { readCanonical } from "./canonical.ts";
import { readType } from "./component-types.ts";
import { type CoreModule, walkCoreModule } from "./core-module.ts";
import { add, type Demand, demandOfModule, NO_DEMAND } from "./demand.ts";
import { type ExternKind, readExternType, readSort } from "./externs.ts";
import { malformed, unsupported } from "./malformed.ts";
import { bareExternName, coreName, externName } from "./names.ts";
import { Reader } from "./reader.ts";
import { expectKind, type Section, sectionsOf } from "./sections.ts";
import { eachOf, type Spent, spend, WALK_CAPS } from "./walk.ts";

interface Extern {
  readonly name: string;
  readonly kind: ExternKind;
}

/** A section, with the module or component that it holds. */
export interface ComponentSection extends Section {
  readonly module?: CoreModule;
  readonly component?: Component;
}

/** A component and what is nested in it, by offsets into the file. */
export interface Component {
  readonly start: number;
  readonly end: number;
  readonly sections: readonly ComponentSection[];
  readonly imports: readonly Extern[];
  readonly exports: readonly Extern[];
  readonly demand: Demand;
}

/**
 * Walks a component and everything nested in it: every encoding known, every name checked, every cap held.
 *
 * Indices are resolved only as far as counting needs (which module or component an instance is made of); the generator
 * and V8 validate the rest.
 */
export function walkComponent(bytes: Uint8Array, start: number, end: number, spent: Spent): Component {
  return walkNested({ bytes, spent, parent: undefined, depth: 0 }, start, end);
}

interface Scope {
  readonly bytes: Uint8Array;
  readonly spent: Spent;
  readonly parent: Scope | undefined;
  readonly depth: number;
  readonly modules: Demand[];
  readonly components: Demand[];
  readonly imports: Extern[];
  readonly exports: Extern[];
  demand: Demand;
}

type Surroundings = Pick<Scope, "bytes" | "spent" | "parent" | "depth">;

function walkNested(surroundings: Surroundings, start: number, end: number): Component {
  const { bytes, spent, depth } = surroundings;
  if (depth > WALK_CAPS.depth) throw malformed(start, `components nested deeper than ${WALK_CAPS.depth}`);
  const scope: Scope = { ...surroundings, modules: [], components: [], imports: [], exports: [], demand: NO_DEMAND };
  const sections = sectionsOf(bytes, start, end, spent).map((section) => walkSection(scope, section));
  return { start, end, sections, imports: scope.imports, exports: scope.exports, demand: scope.demand };
}

function walkSection(scope: Scope, section: Section): ComponentSection {
  if (section.id === CUSTOM) return section;
  if (section.id === CORE_MODULE) return walkModule(scope, section);
  if (section.id === COMPONENT) return walkInner(scope, section);
  const item = ITEMS.get(section.id);
  if (item === undefined) throw unknownSection(section);
  const reader = new Reader(scope.bytes, section.start, section.end);
  eachOf(reader, scope.spent, () => item(reader, scope));
  reader.finish(`section ${section.id}`);
  return section;
}

const CUSTOM = 0;
const CORE_MODULE = 1;
const COMPONENT = 4;

/** Sections that hold a list. Core types (3), start functions (9) and values (12) have no use in a WASI 0.2 component. */
const ITEMS = new Map<number, (reader: Reader, scope: Scope) => void>([
  [2, readCoreInstance],
  [5, readInstance],
  [6, readAliasInScope],
  [7, (reader, scope) => readType(reader, scope.spent)],
  [8, (reader, scope) => readCanonical(reader, scope.spent)],
  [10, readImport],
  [11, readExport],
]);

function unknownSection({ id, at }: Section): Error {
  if (id === 3) return unsupported(at, "core types");
  if (id === 9 || id === 12) return unsupported(at, "component values");
  return malformed(at, `unknown section ${id}`);
}

function walkModule(scope: Scope, section: Section): ComponentSection {
  expectKind(scope.bytes, section, "module");
  const module = walkCoreModule(scope.bytes, section.start, section.end, scope.spent);
  scope.modules.push(demandOfModule(module));
  return { ...section, module };
}

function walkInner(scope: Scope, section: Section): ComponentSection {
  expectKind(scope.bytes, section, "component");
  const inner = { bytes: scope.bytes, spent: scope.spent, parent: scope, depth: scope.depth + 1 };
  const component = walkNested(inner, section.start, section.end);
  scope.components.push(component.demand);
  return { ...section, component };
}

function readCoreInstance(reader: Reader, scope: Scope): void {
  const offset = reader.offset;
  const form = reader.u8();
  if (form === 0) {
    scope.demand = add(scope.demand, pick(scope.modules, reader.u32(), offset, "core module"), offset);
    eachOf(reader, scope.spent, () => readCoreArgument(reader, scope));
  } else if (form === 1) eachOf(reader, scope.spent, () => readCoreInlineExport(reader, scope));
  else throw malformed(offset, `unknown form of core instance 0x${form.toString(16)}`);
}

function readCoreArgument(reader: Reader, scope: Scope): void {
  takeName(reader, scope);
  coreName(reader);
  reader.expect(0x12, "sort of an argument");
  reader.u32();
}

function readCoreInlineExport(reader: Reader, scope: Scope): void {
  takeName(reader, scope);
  coreName(reader);
  const offset = reader.offset;
  const sort = reader.u8();
  if (sort > 3) throw malformed(offset, `unknown core sort 0x${sort.toString(16)} in an instance`);
  reader.u32();
}

function readInstance(reader: Reader, scope: Scope): void {
  const offset = reader.offset;
  const form = reader.u8();
  if (form === 0) {
    scope.demand = add(scope.demand, pick(scope.components, reader.u32(), offset, "component"), offset);
    eachOf(reader, scope.spent, () => readItem(reader, scope, bareExternName));
  } else if (form === 1) eachOf(reader, scope.spent, () => readItem(reader, scope, externName));
  else throw malformed(offset, `unknown form of instance 0x${form.toString(16)}`);
}

function readItem(reader: Reader, scope: Scope, name: (reader: Reader) => string): void {
  takeName(reader, scope);
  name(reader);
  refuseDefinitions(readSort(reader), reader.offset);
  reader.u32();
}

function readAliasInScope(reader: Reader, scope: Scope): void {
  takeName(reader, scope);
  const offset = reader.offset;
  const outer = readAlias(reader);
  if (outer?.sort === "core module")
    scope.modules.push(pick(enclosing(scope, outer.count, offset).modules, outer.index, offset, outer.sort));
  if (outer?.sort === "component")
    scope.components.push(pick(enclosing(scope, outer.count, offset).components, outer.index, offset, outer.sort));
}

function readImport(reader: Reader, scope: Scope): void {
  takeName(reader, scope);
  const name = externName(reader);
  const kind = readExternType(reader);
  refuseDefinitions(kind, reader.offset);
  scope.imports.push({ name, kind });
}

function readExport(reader: Reader, scope: Scope): void {
  takeName(reader, scope);
  const name = externName(reader);
  const sort = readSort(reader);
  refuseDefinitions(sort, reader.offset);
  reader.u32();
  const offset = reader.offset;
  const typed = reader.u8();
  if (typed > 1) throw malformed(offset, `unknown marker of an optional part 0x${typed.toString(16)}`);
  if (typed === 1) readExternType(reader);
  if (sort !== "core") scope.exports.push({ name, kind: sort });
}

/** Modules and components that come from outside cannot be counted, checked or stubbed. */
function refuseDefinitions(sort: ExternKind | "core", offset: number): void {
  if (sort === "core module" || sort === "component") throw unsupported(offset, `a ${sort} as an import or export`);
}

function pick(space: readonly Demand[], index: number, offset: number, what: string): Demand {
  const demand = space[index];
  if (demand === undefined) throw malformed(offset, `there is no ${what} ${index} here`);
  return demand;
}

function enclosing(scope: Scope, count: number, offset: number): Scope {
  let at: Scope | undefined = scope;
  for (let step = 0; step < Math.min(count, WALK_CAPS.depth + 1) && at !== undefined; step += 1) at = at.parent;
  if (at === undefined) throw malformed(offset, `there is no component ${count} levels outward`);
  return at;
}

function takeName(reader: Reader, scope: Scope): void {
  spend(scope.spent, "names", 1, reader.offset);
}
