import { malformed } from "./malformed.ts";
import type { Spent } from "./walk.ts";
import type { FunctionType, WitType } from "./wit-type.ts";

/** What a component or an instance type has defined so far, by the indices of the format. */
export interface Scope {
  readonly bytes: Uint8Array;
  /** Shared by everything below one component: a component that is instantiated twice is paid for twice. */
  readonly spent: Spent;
  readonly parent: Scope | undefined;
  readonly depth: number;
  readonly types: DefinedType[];
  readonly functions: FunctionType[];
  readonly instances: Instance[];
  readonly components: Definition[];
  readonly imports: Map<string, Item>;
  readonly exports: Map<string, Item>;
}

/** What an instance exports. */
export type Instance = ReadonlyMap<string, Item>;

export type DefinedType =
  | { readonly of: "value"; readonly type: WitType }
  | { readonly of: "function"; readonly type: FunctionType }
  | { readonly of: "instance"; readonly type: Instance }
  | { readonly of: "component" };

/** A component that may be instantiated: its bytes, and where its outer names lead. */
export interface Definition {
  readonly start: number;
  readonly end: number;
  readonly outer: Scope;
}

/** Something that has an index and can be imported, exported or aliased. */
export type Item =
  | { readonly sort: "function"; readonly item: FunctionType }
  | { readonly sort: "type"; readonly item: DefinedType }
  | { readonly sort: "interface"; readonly item: Instance };

export function scopeIn(surroundings: Pick<Scope, "bytes" | "spent" | "parent" | "depth">): Scope {
  const { bytes, spent, parent, depth } = surroundings;
  const spaces = { types: [], functions: [], instances: [], components: [] };
  return { bytes, spent, parent, depth, ...spaces, imports: new Map(), exports: new Map() };
}

/** Gives an item the next index of its sort. */
export function define(scope: Scope, found: Item): void {
  if (found.sort === "function") scope.functions.push(found.item);
  else if (found.sort === "interface") scope.instances.push(found.item);
  else scope.types.push(found.item);
}

export function at<T>(space: readonly T[], index: number, offset: number): T {
  const found = space[index];
  if (found === undefined) throw malformed(offset, `there is nothing with index ${index} here`);
  return found;
}

export function valueTypeAt(scope: Scope, index: number, offset: number): WitType {
  const found = at(scope.types, index, offset);
  if (found.of !== "value") throw malformed(offset, `type ${index} is no type of a value`);
  return found.type;
}

export function functionTypeAt(scope: Scope, index: number, offset: number): FunctionType {
  const found = at(scope.types, index, offset);
  if (found.of !== "function") throw malformed(offset, `type ${index} is no type of a function`);
  return found.type;
}

export function instanceTypeAt(scope: Scope, index: number, offset: number): Instance {
  const found = at(scope.types, index, offset);
  if (found.of !== "instance") throw malformed(offset, `type ${index} is no type of an instance`);
  return found.type;
}
