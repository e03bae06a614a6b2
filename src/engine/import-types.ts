import { readTypes } from "./instrument/types.ts";
import { CORE, type CoreModule } from "./wasm/core-module.ts";
import { Reader } from "./wasm/reader.ts";

/**
 * The type of each import of a core module, in their order: `(i32, i64) -> (i32)` of a function of numbers, the kind of
 * anything else.
 */
export function importTypes(bytes: Uint8Array, { sections, imports, end }: CoreModule): string[] {
  const section = sections.find(({ id }) => id === CORE.type);
  const types = readTypes(section && new Reader(bytes, section.start, section.end));
  return imports.map(({ kind, typeAt }) => {
    const type = kind === "function" ? types[new Reader(bytes, typeAt, end).u32()] : undefined;
    return type === undefined ? kind : typeText(new Reader(bytes, type.at, end));
  });
}

function typeText(reader: Reader): string {
  const lists = [numbers(reader), numbers(reader)];
  return lists.includes(undefined) ? "function" : `(${lists[0]}) -> (${lists[1]})`;
}

/** Undefined for what holds anything but a few numbers. */
function numbers(reader: Reader): string | undefined {
  const count = reader.u32();
  if (count > MOST) return undefined;
  const names: string[] = [];
  for (let left = count; left > 0; left -= 1) {
    const name = NAMES.get(reader.u8());
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names.join(", ");
}

/** More than any function that a host gives. */
const MOST = 16;
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x7f, "i32"],
  [0x7e, "i64"],
  [0x7d, "f32"],
  [0x7c, "f64"],
]);
