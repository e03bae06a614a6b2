import { type ExternKind, readSort } from "./externs.ts";
import { malformed } from "./malformed.ts";
import { bareExternName, coreName } from "./names.ts";
import type { Reader } from "./reader.ts";

/** An alias of something in an enclosing component: `count` steps outward, the item at `index` there. */
export interface OuterAlias {
  readonly sort: ExternKind | "core";
  readonly count: number;
  readonly index: number;
}

/** Reads an alias; what it names is checked, and only an outer one is given back. */
export function readAlias(reader: Reader): OuterAlias | undefined {
  const offset = reader.offset;
  const sort = readSort(reader);
  const target = reader.u8();
  if (target === 2) return { sort, count: reader.u32(), index: reader.u32() };
  if (sort === "core module" || sort === "component") throw malformed(offset, `an alias of an exported ${sort}`);
  reader.u32();
  if (target === 0) bareExternName(reader);
  else if (target === 1) coreName(reader);
  else throw malformed(offset, `unknown target of an alias 0x${target.toString(16)}`);
  return undefined;
}
