import type { Cleared } from "../engine/cache/clear.ts";
import type { ListedEntry } from "../engine/cache/list.ts";
import { MAX_CACHE_BYTES } from "../engine/cache/prune.ts";
import { neutralise } from "./neutralise.ts";

/** The page that `cache ls` prints for people. */
export function cacheReport(folder: string, entries: readonly ListedEntry[]): string {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const total = `${count(entries.length)}, ${size(bytes)} of at most ${size(MAX_CACHE_BYTES)}`;
  return page([`Folder: ${folder}`, ...entries.map(entryLine), total]);
}

/** What `cache clear` prints. */
export function clearedReport(folder: string, { entries, bytes, folders, others }: Cleared): string {
  const left = others === 0 ? [] : [`Left alone: ${others} that ${others === 1 ? "is" : "are"} not ours`];
  const inTheWay = folders.map((name) => `Left alone: ${name} is a folder, which wasm-sandbox never makes: remove it`);
  return page([`Removed ${count(entries)} (${size(bytes)}) from ${folder}`, ...inTheWay, ...left]);
}

function entryLine({ lastUse, bytes, kind, state, digest, fuel, key }: ListedEntry): string {
  const name = digest === undefined ? `entry ${key}` : `sha256:${digest}${fuel === true ? " with fuel" : ""}`;
  return `  ${lastUse.toISOString().slice(0, 16)}Z  ${size(bytes).padStart(9)}  ${(kind ?? state).padEnd(9)}  ${name}`;
}

function count(entries: number): string {
  return `${entries} ${entries === 1 ? "entry" : "entries"}`;
}

/** Powers of 1024, with one digit behind the point. */
function size(bytes: number): string {
  const [unit, factor] = bytes < 1024 ** 2 ? ["KiB", 1024] : ["MiB", 1024 ** 2];
  return `${(bytes / Number(factor)).toFixed(1)} ${unit}`;
}

function page(lines: readonly string[]): string {
  return `${lines.map((line) => neutralise(line)).join("\n")}\n`;
}
