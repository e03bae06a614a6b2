import { readCanonical } from "./canonical.ts";
import { readSort } from "./externs.ts";
import { malformed } from "./malformed.ts";
import { bareExternName, externName } from "./names.ts";
import { Reader } from "./reader.ts";
import { at, type Definition, define, functionTypeAt, type Instance, type Item, type Scope, scopeIn } from "./scope.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { exportItem, named, readAliasInto, readDefinedType, readItemType } from "./type-items.ts";
import { eachOf, nothingSpent, WALK_CAPS } from "./walk.ts";
import type { ExportedFunction } from "./wit-type.ts";

/**
 * The functions that a component exports, with their types resolved through aliases, instances and nested components.
 *
 * Reads the sections that hold types and skips all others; what the rest of the component is like says `readComponent`.
 *
 * @throws SandboxError `invalid-component` when an index leads nowhere or a cap is reached; `refused` for async types
 */
export function exportedFunctions(bytes: Uint8Array): ExportedFunction[] {
  return [...readTypes(bytes).exports].flatMap(([name, found]) => {
    if (found.sort === "function") return [{ interface: undefined, name, ...found.item }];
    return found.sort === "interface" ? functionsOf(name, found.item) : [];
  });
}

/**
 * The imports that need nothing from a host: types, and interfaces that hold only types. A world that uses a type of an
 * interface imports both.
 *
 * @throws as `exportedFunctions` does
 */
export function importsOfTypes(bytes: Uint8Array): string[] {
  return [...readTypes(bytes).imports].flatMap(([name, found]) => (isOnlyTypes(found) ? [name] : []));
}

function isOnlyTypes(found: Item): boolean {
  if (found.sort === "interface") return [...found.item.values()].every(isOnlyTypes);
  return found.sort === "type" && !(found.item.of === "value" && found.item.type.kind === "resource");
}

function readTypes(bytes: Uint8Array): Scope {
  const scope = scopeIn({ bytes, spent: nothingSpent(), parent: undefined, depth: 0 });
  evaluate(scope, 0, bytes.length, new Map());
  return scope;
}

function functionsOf(name: string, instance: Instance): ExportedFunction[] {
  return [...instance].flatMap(([member, found]) =>
    found.sort === "function" ? [{ interface: name, name: member, ...found.item }] : [],
  );
}

/** What a component exports when its imports are these; an import that is not given is what its type says. */
function evaluate(scope: Scope, start: number, end: number, given: Instance): Instance {
  if (scope.depth > WALK_CAPS.depth) throw malformed(start, `components nested deeper than ${WALK_CAPS.depth}`);
  for (const section of sectionsOf(scope.bytes, start, end, scope.spent)) readSection(scope, section, given);
  return scope.exports;
}

function readSection(scope: Scope, section: Section, given: Instance): void {
  if (section.id === COMPONENT) scope.components.push({ start: section.start, end: section.end, outer: scope });
  const item = ITEMS.get(section.id);
  if (item === undefined) return;
  const reader = new Reader(scope.bytes, section.start, section.end);
  eachOf(reader, scope.spent, () => item(reader, scope, given));
}

const COMPONENT = 4;

const ITEMS = new Map<number, (reader: Reader, scope: Scope, given: Instance) => void>([
  [5, (reader, scope) => scope.instances.push(readInstance(reader, scope))],
  [6, readAliasInto],
  [7, (reader, scope) => scope.types.push(readDefinedType(reader, scope))],
  [8, readLift],
  [10, readImport],
  [11, readExport],
]);

function readInstance(reader: Reader, scope: Scope): Instance {
  const offset = reader.offset;
  if (reader.u8() !== 0) return readItems(reader, scope, externName);
  const definition = at(scope.components, reader.u32(), offset);
  return instantiate(scope, definition, readItems(reader, scope, bareExternName));
}

function instantiate(scope: Scope, { start, end, outer }: Definition, given: Instance): Instance {
  return evaluate(scopeIn({ ...scope, parent: outer, depth: scope.depth + 1 }), start, end, given);
}

/** Named items of this scope: the exports of an inline instance, or the arguments of an instantiation. */
function readItems(reader: Reader, scope: Scope, readName: (reader: Reader) => string): Instance {
  const items = new Map<string, Item>();
  eachOf(reader, scope.spent, () => {
    const name = readName(reader);
    const found = readItem(reader, scope);
    if (found !== undefined) items.set(name, found);
  });
  return items;
}

/** Reads a sort and an index; undefined for what has no part in the type of a function. */
function readItem(reader: Reader, scope: Scope): Item | undefined {
  const offset = reader.offset;
  const sort = readSort(reader);
  const index = reader.u32();
  if (sort === "function") return { sort, item: at(scope.functions, index, offset) };
  if (sort === "type") return { sort, item: at(scope.types, index, offset) };
  return sort === "interface" ? { sort, item: at(scope.instances, index, offset) } : undefined;
}

function readLift(reader: Reader, scope: Scope): void {
  const offset = reader.offset;
  const type = readCanonical(reader, scope.spent);
  if (type !== undefined) scope.functions.push(functionTypeAt(scope, type, offset));
}

function readImport(reader: Reader, scope: Scope, given: Instance): void {
  const name = externName(reader);
  const declared = readItemType(reader, scope, name);
  scope.imports.set(name, declared);
  const found = given.get(name);
  define(scope, found?.sort === declared.sort ? found : declared);
}

/** The type that an export states is the one with names; without it the item's own is all there is. */
function readExport(reader: Reader, scope: Scope): void {
  const name = externName(reader);
  const found = readItem(reader, scope);
  const stated = reader.u8() === 1 ? readItemType(reader, scope, name) : undefined;
  const exported = stated ?? found;
  if (exported !== undefined) exportItem(scope, name, named(exported, name));
}
