import type { Cursor } from "./cursor.ts";
import { takeKeyword } from "./labels.ts";

/** The smallest and the largest value of each integer type. */
const RANGES = {
  s8: [-128n, 127n],
  u8: [0n, 255n],
  s16: [-32_768n, 32_767n],
  u16: [0n, 65_535n],
  s32: [-2_147_483_648n, 2_147_483_647n],
  u32: [0n, 4_294_967_295n],
  s64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
} as const;

export type IntegerKind = keyof typeof RANGES;

export function isIntegerKind(kind: string): kind is IntegerKind {
  return Object.hasOwn(RANGES, kind);
}

/** Whether a value of the glue is one of this type: a bigint for 64 bits, else a number. */
export function isInteger(kind: IntegerKind, value: number | bigint): boolean {
  const [least, most] = RANGES[kind];
  if (typeof value === "bigint") return is64Bit(kind) && value >= least && value <= most;
  return !is64Bit(kind) && Number.isInteger(value) && value >= least && value <= most;
}

function is64Bit(kind: IntegerKind): boolean {
  return kind === "s64" || kind === "u64";
}

/** Takes an integer: a bigint for 64 bits, as the glue has it, else a number. */
export function parseInteger(cursor: Cursor, kind: IntegerKind): number | bigint {
  cursor.skip();
  const start = cursor.at;
  const [least, most] = RANGES[kind];
  const text = cursor.match(NUMBER);
  const what = `a ${kind} (${least} to ${most})`;
  if (text === undefined || !/^-?\d+$/.test(text)) {
    cursor.rewind(start);
    throw cursor.fault(`expected ${what}, found ${cursor.found()}`, start);
  }
  // No integer type has more digits, and converting a million of them takes long.
  const value = text.length <= 21 ? BigInt(text) : undefined;
  const negative = least === 0n && text.startsWith("-");
  if (value === undefined || negative || value < least || value > most) {
    cursor.rewind(start);
    throw cursor.fault(`expected ${what}, found ${cursor.found()}`, start);
  }
  return is64Bit(kind) ? value : Number(value);
}

/** Takes a float; one that is too large is infinite, as in every language that parses floats. */
export function parseFloat64(cursor: Cursor, kind: "f32" | "f64"): number {
  if (takeKeyword(cursor, "nan")) return Number.NaN;
  if (takeKeyword(cursor, "inf")) return Number.POSITIVE_INFINITY;
  const text = cursor.match(NUMBER) ?? cursor.match(/-inf(?![\w-])/y);
  if (text === undefined) throw cursor.fault(`expected a ${kind} (as 1.5, nan, inf or -inf), found ${cursor.found()}`);
  if (text === "-inf") return Number.NEGATIVE_INFINITY;
  return kind === "f32" ? Math.fround(Number(text)) : Number(text);
}

/** JSON's numbers, and nothing that would run into them. */
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])/y;

/** The shortest decimal that reads back as the same float, without exponent: as WAVE writes floats. */
export function floatText(value: number, kind: "f32" | "f64"): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0";
  return plainDecimal(kind === "f32" ? shortestSingle(value) : String(value));
}

function shortestSingle(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** `1.5e-7` without its exponent. */
function plainDecimal(text: string): string {
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, "0")}${point < digits.length ? `.${digits.slice(point)}` : ""}`;
}
