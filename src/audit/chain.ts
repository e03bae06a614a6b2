import { createHash } from "node:crypto";

/** Hash that the first line of a log names as the one before it. */
export const GENESIS = "0".repeat(64);

/** Appends `hash` to a line: sha256 over `previous` and the JSON of the rest, in the order in which it is written. */
export function seal(line: Readonly<Record<string, unknown>>, previous: string): { text: string; hash: string } {
  const body = { ...line, previous };
  const hash = hashOf(body);
  return { text: `${lineText(body, hash)}\n`, hash };
}

function lineText(body: Readonly<Record<string, unknown>>, hash: string): string {
  return visible(JSON.stringify({ ...body, hash }));
}

/** A log is read on terminals too: what one would obey, or not show, is escaped, which changes nothing of what is said. */
function visible(json: string): string {
  return json.replaceAll(UNSEEN, (found) => found.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const UNSEEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Where a chain breaks: the 1-based number of the first line that does not follow from the one before, and why. */
export interface Break {
  readonly line: number;
  readonly reason: string;
}

/**
 * Checks a log from its first line, one line after the other.
 *
 * The chain proves the order of what is there. It proves neither who wrote it nor that its tail is complete:
 * for that, compare `head` with the one that the run printed.
 */
export class ChainCheck {
  /** Lines that follow from each other. */
  lines = 0;
  /** Hash of the last of them. */
  head = GENESIS;

  /** Takes the next line, without its end; the break, when it does not follow. */
  take(line: string): Break | undefined {
    const checked = checkLine(line, this.head);
    if (typeof checked === "string") return { line: this.lines + 1, reason: checked };
    this.lines += 1;
    this.head = checked.hash;
    return undefined;
  }
}

/** The same for a log that is held in memory. */
export function verifyChain(text: string): { readonly lines: number; readonly head: string; readonly broken?: Break } {
  const check = new ChainCheck();
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    const broken = check.take(line);
    if (broken !== undefined) return { lines: check.lines, head: check.head, broken };
  }
  return { lines: check.lines, head: check.head };
}

function checkLine(line: string, previous: string): string | { hash: string } {
  const parsed = parseObject(line);
  if (parsed === undefined) return "is not a JSON object";
  const { hash, ...body } = parsed;
  if (typeof hash !== "string" || hash !== hashOf(body)) return "was changed: its hash does not match";
  if (body["previous"] !== previous) return "does not follow the line before it";
  // The same value can be written in many ways, of which some show a reader something else: a name twice, for example.
  if (lineText(body, hash) !== line) return "is not written as wasm-sandbox writes it";
  return { hash };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(body: Readonly<Record<string, unknown>>): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex");
}
