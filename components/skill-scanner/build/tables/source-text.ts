// The few forms of AssemblyScript that tables are written in.

type Type = "u8" | "u16" | "u32" | "u64" | "f64";

const LARGEST: Readonly<Record<Type, number>> = {
  u8: 0xff,
  u16: 0xffff,
  u32: 0xffff_ffff,
  u64: Number.POSITIVE_INFINITY,
  f64: Number.POSITIVE_INFINITY,
};

/**
 * Static data: the constant is its address.
 *
 * @throws Error for a value that the type cannot hold: the compiler would cut it, and the table say something else
 */
export function data(name: string, type: Type, values: readonly (number | string)[]): string {
  const unfit = values.find((value) => typeof value === "number" && (value < 0 || value > LARGEST[type]));
  if (unfit !== undefined) throw new Error(`Table ${name} is of ${type} and cannot hold ${unfit}`);
  const list = values.length === 0 ? [0] : values;
  return `export const ${name}: usize = memory.data<${type}>([${list.join(",")}]);`;
}

/** Static data with one value for each item. */
export function column<Item>(
  name: string,
  type: Type,
  items: readonly Item[],
  value: (item: Item, index: number) => number | string | boolean,
): string {
  return data(
    name,
    type,
    items.map((item, index) => asValue(value(item, index))),
  );
}

function asValue(value: number | string | boolean): number | string {
  return typeof value === "boolean" ? Number(value) : value;
}

/** Static data of several lists end to end; `..._AT` has where each begins, and the end. */
export function lists<Item>(
  name: string,
  type: Type,
  items: readonly Item[],
  listOf: (item: Item) => readonly number[],
): string[] {
  const parts = items.map(listOf);
  return [starts(name, parts), data(name, type, parts.flat())];
}

/** Where each of several lists begins when they lie end to end, and the end. */
export function starts(name: string, parts: readonly (readonly unknown[])[]): string {
  const positions = [0];
  for (const { length } of parts) positions.push((positions.at(-1) ?? 0) + length);
  return data(`${name}_AT`, "u32", positions);
}

/** UTF-8 texts end to end. */
export function texts(name: string, values: readonly string[]): string[] {
  return lists(name, "u8", values, (text) => [...new TextEncoder().encode(text)]);
}

export function constant(name: string, value: number | boolean): string {
  return `export const ${name}: ${typeof value === "boolean" ? "bool" : "i32"} = ${value};`;
}

/** A word with these bits set. */
export function bits(name: string, set: readonly number[]): string {
  return `export const ${name}: u64 = ${wordOf(set)};`;
}

export function wordOf(set: readonly number[]): string {
  return `0x${set.reduce((word, bit) => word | (1n << BigInt(bit)), 0n).toString(16)}`;
}

export function enumeration(name: string, members: Readonly<Record<string, number>>): string {
  const list = Object.entries(members).map(([member, value]) => `${member} = ${value}`);
  return `export const enum ${name} { ${list.join(", ")} }`;
}

/** `assembled-name` as `ASSEMBLED_NAME`. */
export function screaming(name: string): string {
  return name.replaceAll("-", "_").toUpperCase();
}
