export const PRIMITIVES = [
  "bool",
  "s8",
  "u8",
  "s16",
  "u16",
  "s32",
  "u32",
  "s64",
  "u64",
  "f32",
  "f64",
  "char",
  "string",
] as const;

export type Primitive = (typeof PRIMITIVES)[number];

/** A field of a record or a parameter of a function. */
export interface Labelled {
  readonly name: string;
  readonly type: WitType;
}

export interface Case {
  readonly name: string;
  readonly type: WitType | undefined;
}

type Shape =
  | { readonly kind: Primitive }
  | { readonly kind: "list" | "option"; readonly of: WitType }
  | { readonly kind: "record"; readonly fields: readonly Labelled[] }
  | { readonly kind: "tuple"; readonly items: readonly WitType[] }
  | { readonly kind: "variant"; readonly cases: readonly Case[] }
  | { readonly kind: "enum" | "flags"; readonly names: readonly string[] }
  | { readonly kind: "result"; readonly ok: WitType | undefined; readonly err: WitType | undefined }
  /** A resource by itself is no value; its handles are, and they have no text. */
  | { readonly kind: "resource" }
  | { readonly kind: "own" | "borrow"; readonly of: WitType };

/** A type of WIT. What a component uses twice is one object, so that a type is as large as its bytes, not as its text. */
export type WitType = Shape & {
  /** Under which the component exports or imports it. */
  readonly name?: string;
  /** Levels of types below and including this one. */
  readonly depth: number;
};

export interface FunctionType {
  readonly parameters: readonly Labelled[];
  readonly result: WitType | undefined;
}

/** An exported function of a component, at its root or in an interface. */
export interface ExportedFunction extends FunctionType {
  /** The interface's name with its version, as the component writes it; undefined at the root. */
  readonly interface: string | undefined;
  /** The name, also `[constructor]file` and its like for what belongs to a resource. */
  readonly name: string;
}
