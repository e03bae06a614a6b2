import { SandboxError } from "../errors.ts";

/** A longer path cannot be opened anyway: PATH_MAX of Linux, in UTF-8. */
const MAX_LINE_BYTES = 4096;

/**
 * The lines of a stream of bytes, without empty ones. Read as they come: a list has no length that is known.
 *
 * @throws SandboxError `usage` for a line that no path could be
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    let from = 0;
    const bytes = Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield* line(bytes.subarray(from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MAX_LINE_BYTES) throw tooLong();
  }
  yield* line(rest);
}

const LF = 10;
const CR = 13;

function* line(bytes: Buffer): Generator<string> {
  if (bytes.length > MAX_LINE_BYTES + 1) throw tooLong();
  const text = (bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes).toString("utf8");
  if (text !== "") yield text;
}

function tooLong(): SandboxError {
  return new SandboxError("usage", `the list has a line of more than ${MAX_LINE_BYTES} bytes`, {
    hint: "write one path a line",
  });
}
