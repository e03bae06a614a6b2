import type { SandboxError } from "../errors.ts";
import type { ScanReport } from "../scanner/report.ts";
import { checkCachePlace } from "./cache-place.ts";
import type { Context } from "./context.ts";
import { type ManyFlags, openManyScanner } from "./many-scanner.ts";

export interface ListFlags extends ManyFlags {
  /** `0/4`; undefined: the whole list. */
  readonly shard?: string;
}

export interface ListOutcome {
  /** Counts, without the skills: each was printed when it was done. */
  readonly report: ScanReport;
  /** Paths that could not be scanned. */
  readonly unreadable: number;
}

/** Scans the paths on the standard input, one a line, and prints one JSON object a line for each as soon as it is done. */
export async function scanListed(context: Context, flags: ListFlags): Promise<ListOutcome> {
  const [{ scanList }, { linesOf }, { parseShard, shardOf }, { jsonLine }] = await Promise.all([
    import("../scan/list.ts"),
    import("../scan/lines.ts"),
    import("../scan/shard.ts"),
    import("../report/json-line.ts"),
  ]);
  const { output, signal } = context;
  const all = linesOf(process.stdin);
  const paths = checked(flags.shard === undefined ? all : shardOf(all, parseShard(flags.shard)), context, flags);
  const scanner = await openManyScanner(context, flags);
  let unreadable = 0;
  const onUnreadable = (path: string, { message }: SandboxError) => {
    unreadable++;
    output.out(jsonLine({ path, error: message }));
  };
  try {
    const report = await scanList({
      paths,
      scanner,
      signal,
      keepSkills: false,
      onUnreadable,
      onSkill: (skill, findings) => output.out(jsonLine({ ...skill, findings })),
      // Whoever reads slowly slows the scan down: what waits to be read is all in memory.
      breathe: () => output.flushed(false),
    });
    return { report, unreadable };
  } finally {
    await scanner.close();
  }
}

async function* checked(paths: AsyncIterable<string>, { cwd }: Context, { cache }: ListFlags): AsyncGenerator<string> {
  for await (const path of paths) {
    checkCachePlace(cache, [path], cwd);
    yield path;
  }
}
