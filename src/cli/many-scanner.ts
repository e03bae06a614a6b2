import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Scanner } from "../scanner/scanner.ts";
import type { Context } from "./context.ts";

export interface ManyFlags {
  /** Skills at a time; undefined: one for each core. */
  readonly jobs?: number;
  /** Folder for results; undefined: none are kept. */
  readonly cache?: string;
}

export interface ManyScanner extends Scanner {
  close(): Promise<void>;
}

/** The built-in scanner for many skills: several threads, and results that are kept when a folder is named. */
export async function openManyScanner(
  { installation }: Context,
  { jobs = availableParallelism(), cache }: ManyFlags,
): Promise<ManyScanner> {
  const [{ loadBuiltIn }, { openPool }] = await Promise.all([
    import("../scanner/built-in.ts"),
    import("../scan/pool.ts"),
  ]);
  const directory = join(installation.distDir, "scanner");
  const entry = join(installation.distDir, "scan-worker.cjs");
  const pool = openPool(loadBuiltIn(directory), { entry, directory, jobs });
  if (cache === undefined) return pool;
  const [{ remembering }, { openResultStore }] = await Promise.all([
    import("../scan/remembering.ts"),
    import("../scan/result-store.ts"),
  ]);
  const store = openResultStore(cache);
  return {
    ...remembering(pool, store),
    close: async () => {
      await pool.close();
      store.close();
    },
  };
}
