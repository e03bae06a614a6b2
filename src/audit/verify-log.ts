import { createReadStream } from "node:fs";
import { SandboxError } from "../errors.ts";
import { type Break, ChainCheck } from "./chain.ts";
import { MAX_LINE_BYTES } from "./log-file.ts";

/** What a log turned out to be. */
export interface Verification {
  /** Lines from the first one on that follow from each other. */
  readonly lines: number;
  /** Hash of the last of them. */
  readonly head: string;
  readonly broken: Break | undefined;
  /** Which of them has the expected hash; undefined when none has, or none was expected. */
  readonly expectedAt: number | undefined;
}

/**
 * Checks a log file of any length, line by line.
 *
 * @param expected a head that was printed once: everything up to it must still be there
 * @throws SandboxError `not-found` or `unreadable` when it cannot be read
 */
export async function verifyLog(path: string, expected?: string): Promise<Verification> {
  const check = new ChainCheck();
  let expectedAt: number | undefined;
  let broken: Break | undefined;
  for await (const line of linesOf(path)) {
    broken = typeof line === "string" ? check.take(line) : { line: check.lines + 1, reason: TOO_LONG };
    if (broken !== undefined) break;
    if (check.head === expected) expectedAt = check.lines;
  }
  return { lines: check.lines, head: check.head, broken, expectedAt };
}

const TOO_LONG = `is longer than ${MAX_LINE_BYTES} bytes`;

/** The lines without their ends; undefined instead of one that is longer than any of ours, and then no more. */
async function* linesOf(path: string): AsyncGenerator<string | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(path)) {
    let bytes = Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE)) {
      yield end > MAX_LINE_BYTES ? undefined : bytes.toString("utf8", 0, end);
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > MAX_LINE_BYTES) return yield undefined;
    rest = bytes;
  }
  if (rest.length > 0) yield rest.toString("utf8");
}

const NEWLINE = 0x0a;

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const kind = code === "ENOENT" || code === "ENOTDIR" ? "not-found" : "unreadable";
    throw new SandboxError(kind, `the audit log ${path} cannot be read: ${code}`, {
      hint: "name the file that --audit-log wrote",
      cause,
    });
  }
}
