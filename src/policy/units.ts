import { SandboxError } from "../errors.ts";

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  k: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gib: 1024 ** 3,
};

/** The longest time that fits a timer of the platform: 2^31-1 milliseconds, about 24 days. */
const MAX_MILLISECONDS = 2 ** 31 - 1;

/** `500ms`, `30s`, `2m`, `1h`, or a plain number of seconds. 0 is zero. Returns milliseconds. */
export function parseDuration(text: string, flag: string): number {
  const value = parse(text, MILLISECONDS, "s");
  if (value !== undefined && value <= MAX_MILLISECONDS) return Math.round(value);
  throw new SandboxError("usage", `${flag} is not a duration: '${text}'`, {
    hint: "write a number with ms, s, m or h, for example 30s; the longest is 24 days",
  });
}

/** `64k`, `256MiB`, `1g`, or a plain number of bytes; powers of 1024. 0 is zero. Returns whole bytes. */
export function parseSize(text: string, flag: string): number {
  const value = parse(text, BYTES, "b");
  if (value !== undefined && value <= Number.MAX_SAFE_INTEGER) return Math.floor(value);
  throw new SandboxError("usage", `${flag} is not a size: '${text}'`, {
    hint: "write a number with KiB, MiB or GiB, for example 256MiB",
  });
}

/** A whole number, for example `1000`; 0 is zero. */
export function parseCount(text: string, flag: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new SandboxError("usage", `${flag} is not a whole number: '${text}'`, { hint: "write for example 1000" });
}

function parse(text: string, units: Readonly<Record<string, number>>, fallback: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)([a-z]*)$/i.exec(text);
  const factor = units[(match?.[2] || fallback).toLowerCase()];
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
}
