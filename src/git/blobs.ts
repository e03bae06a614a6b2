import { SandboxError } from "../errors.ts";
import { type GitPlace, git } from "./git.ts";

/** Content of each object, in the order asked; undefined for one that is larger than `maxBytes`, with its size. */
export type Blob = { readonly size: number; readonly bytes: Buffer | undefined };

/** Objects asked for at once, together no larger than this. */
const BATCH_BYTES = 32 * 1024 * 1024;

/**
 * Reads objects as they are stored: no filter, no conversion.
 *
 * @throws SandboxError `unreadable` when one is not here
 */
export async function* readBlobs(place: GitPlace, ids: readonly string[], maxBytes: number): AsyncGenerator<Blob> {
  const sizes = await sizesOf(place, ids);
  for (let from = 0; from < ids.length; ) {
    const to = endOfBatch(sizes, from, maxBytes);
    const wanted = ids.slice(from, to).filter((_, index) => (sizes[from + index] ?? 0) <= maxBytes);
    const contents = wanted.length === 0 ? [] : splitBatch(await ask(place, "--batch", wanted));
    for (; from < to; from++) {
      const size = sizes[from] ?? 0;
      yield { size, bytes: size <= maxBytes ? contents.shift() : undefined };
    }
  }
}

async function sizesOf(place: GitPlace, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const lines = (await ask(place, "--batch-check=%(objecttype) %(objectsize)", ids)).toString("latin1").split("\n");
  return ids.map((id, index) => {
    const size = /^blob (\d+)$/.exec(lines[index] ?? "")?.[1];
    if (size !== undefined) return Number(size);
    throw new SandboxError("unreadable", `--diff: the object ${id} is not in this repository`, {
      hint: "fetch the base with its files (actions/checkout: fetch-depth: 0, no filter)",
    });
  });
}

function endOfBatch(sizes: readonly number[], from: number, maxBytes: number): number {
  let total = 0;
  let end = from;
  while (end < sizes.length && (end === from || total <= BATCH_BYTES)) {
    const size = sizes[end++] ?? 0;
    if (size <= maxBytes) total += size;
  }
  return end;
}

/** `ID blob SIZE`, a line feed, the bytes, a line feed. */
function splitBatch(output: Buffer): Buffer[] {
  const contents: Buffer[] = [];
  for (let at = 0; at < output.length; ) {
    const line = output.indexOf("\n", at);
    const size = Number(output.toString("latin1", at, line).split(" ")[2]);
    contents.push(output.subarray(line + 1, line + 1 + size));
    at = line + size + 2;
  }
  return contents;
}

async function ask(place: GitPlace, mode: string, ids: readonly string[]): Promise<Buffer> {
  const answer = await git(place, ["cat-file", mode], `${ids.join("\n")}\n`);
  if (answer.kind === "done") return answer.out;
  throw new SandboxError("unreadable", `--diff: git cat-file failed: ${answer.why}`);
}
