import { SandboxError } from "../errors.ts";

/** One of several equal parts of a list. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

const MAX_COUNT = 1_000_000;

/**
 * Reads `INDEX/COUNT`, the index from 0: what a Kubernetes indexed Job gives its pods.
 *
 * @throws SandboxError `usage`
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index < count && count <= MAX_COUNT) return { index, count };
  throw new SandboxError("usage", `--shard is not a part of a whole: '${text}'`, {
    hint: "for example --shard 0/4, 1/4, 2/4 and 3/4",
  });
}

/** Every `count`-th line, so that neighbours, which are often alike in size, go to different machines. */
export async function* shardOf<T>(all: AsyncIterable<T>, { index, count }: Shard): AsyncGenerator<T> {
  let at = 0;
  for await (const each of all) if (at++ % count === index) yield each;
}
