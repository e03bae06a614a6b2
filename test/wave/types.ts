import type { Primitive, WitType } from "../../src/engine/wasm/wit-type.ts";

/** Types by hand, as the reader of component types makes them. */
export const t = {
  of: (kind: Primitive): WitType => ({ kind, depth: 1 }),
  list: (of: WitType): WitType => ({ kind: "list", of, depth: of.depth + 1 }),
  option: (of: WitType): WitType => ({ kind: "option", of, depth: of.depth + 1 }),
  result: (ok?: WitType, err?: WitType): WitType => ({ kind: "result", ok, err, depth: 2 }),
  tuple: (...items: WitType[]): WitType => ({ kind: "tuple", items, depth: 2 }),
  record: (fields: Readonly<Record<string, WitType>>): WitType => ({
    kind: "record",
    fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
    depth: 2,
  }),
  variant: (cases: Readonly<Record<string, WitType | undefined>>): WitType => ({
    kind: "variant",
    cases: Object.entries(cases).map(([name, type]) => ({ name, type })),
    depth: 2,
  }),
  enum: (...names: string[]): WitType => ({ kind: "enum", names, depth: 1 }),
  flags: (...names: string[]): WitType => ({ kind: "flags", names, depth: 1 }),
} as const;
