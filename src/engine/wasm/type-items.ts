import { readType } from "./component-types.ts";
import { type ExternKind, readSort } from "./externs.ts";
import { asynchronous, malformed } from "./malformed.ts";
import { bareExternName, coreName, externName } from "./names.ts";
import type { Reader } from "./reader.ts";
import {
  at,
  type DefinedType,
  define,
  functionTypeAt,
  type Instance,
  type Item,
  instanceTypeAt,
  type Scope,
  scopeIn,
  valueTypeAt,
} from "./scope.ts";
import { readDefinition, readFunction } from "./type-section.ts";
import { eachOf, WALK_CAPS } from "./walk.ts";
import type { WitType } from "./wit-type.ts";

/** Reads an entry of a type section. */
export function readDefinedType(reader: Reader, scope: Scope): DefinedType {
  const offset = reader.offset;
  const typeAt = (index: number, from: number) => valueTypeAt(scope, index, from);
  switch (reader.peek()) {
    case 0x40:
      reader.u8();
      return { of: "function", type: readFunction(reader, scope.spent, typeAt) };
    case 0x41:
      // Only what has this type could use it, and a component as an import or export is refused.
      readType(reader, scope.spent, scope.depth);
      return { of: "component" };
    case 0x42:
      reader.u8();
      return { of: "instance", type: readInstanceType(reader, scope) };
    case 0x3f:
      readType(reader, scope.spent, scope.depth);
      return { of: "value", type: RESOURCE };
    case 0x3e:
    case 0x43:
      throw asynchronous(offset);
    default:
      return { of: "value", type: readDefinition(reader, scope.spent, typeAt) };
  }
}

const RESOURCE: WitType = { kind: "resource", depth: 1 };

function readInstanceType(reader: Reader, outer: Scope): Instance {
  if (outer.depth > WALK_CAPS.depth) throw malformed(reader.offset, `types nested deeper than ${WALK_CAPS.depth}`);
  const scope = scopeIn({ ...outer, parent: outer, depth: outer.depth + 1 });
  eachOf(reader, scope.spent, () => readDeclaration(reader, scope));
  return scope.exports;
}

function readDeclaration(reader: Reader, scope: Scope): void {
  const offset = reader.offset;
  const code = reader.u8();
  if (code === 1) scope.types.push(readDefinedType(reader, scope));
  else if (code === 2) readAliasInto(reader, scope);
  else if (code === 4) {
    const name = externName(reader);
    exportItem(scope, name, readItemType(reader, scope, name));
  } else throw malformed(offset, `unknown declaration 0x${code.toString(16)} in a type`);
}

/** An export has an index too, in a component as in a type. */
export function exportItem(scope: Scope, name: string, found: Item): void {
  define(scope, found);
  scope.exports.set(name, found);
}

/** Reads an alias; of core sorts and of components only what this file needs is kept. */
export function readAliasInto(reader: Reader, scope: Scope): void {
  const offset = reader.offset;
  const sort = readSort(reader);
  const target = reader.u8();
  const index = reader.u32();
  if (target === 1) coreName(reader);
  else if (target === 0) define(scope, member(at(scope.instances, index, offset), bareExternName(reader), offset));
  else copyOuter(scope, outward(scope, index, offset), sort, reader.u32(), offset);
}

function copyOuter(scope: Scope, from: Scope, sort: ExternKind | "core", index: number, offset: number): void {
  if (sort === "type") scope.types.push(at(from.types, index, offset));
  else if (sort === "component") scope.components.push(at(from.components, index, offset));
}

function outward(scope: Scope, count: number, offset: number): Scope {
  let found: Scope | undefined = scope;
  for (let step = 0; step < Math.min(count, WALK_CAPS.depth * 2) && found !== undefined; step += 1)
    found = found.parent;
  if (found === undefined) throw malformed(offset, `there is no component ${count} levels outward`);
  return found;
}

function member(instance: Instance, name: string, offset: number): Item {
  const found = instance.get(name);
  if (found === undefined) throw malformed(offset, `an instance has no export "${name}"`);
  return found;
}

/** Reads the type that an import or an export declares: what it will be, as far as types tell. */
export function readItemType(reader: Reader, scope: Scope, name: string): Item {
  const offset = reader.offset;
  const code = reader.u8();
  if (code === 1) return { sort: "function", item: functionTypeAt(scope, reader.u32(), offset) };
  if (code === 5) return { sort: "interface", item: instanceTypeAt(scope, reader.u32(), offset) };
  if (code !== 3) throw malformed(offset, `unknown kind of import or export 0x${code.toString(16)}`);
  if (reader.u8() === 0) return named({ sort: "type", item: at(scope.types, reader.u32(), offset) }, name);
  return named({ sort: "type", item: { of: "value", type: RESOURCE } }, name);
}

/** The first name that a type gets is the one it was declared with. */
export function named(found: Item, name: string): Item {
  if (found.sort !== "type" || found.item.of !== "value" || found.item.type.name !== undefined) return found;
  return { sort: "type", item: { of: "value", type: { ...found.item.type, name } } };
}
