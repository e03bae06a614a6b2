import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/** The bundled command line, beside this file. */
const BUNDLE = join(__dirname, "cli.cjs");

/**
 * Runs the command line from V8's code cache, which saves compiling it at each start. There is one cache for each
 * command, with what that command uses; anything else takes the smallest. The build makes them on the pinned engine; another engine rejects them, and
 * compiles.
 */
export function start(binDir: string, argv: readonly string[]): void {
  loadBundle(argv[0] ?? "").entry.start(binDir, argv);
}

/** The loaded bundle, and the script that it came from, for whoever makes the cache. */
export function loadBundle(command: string): { readonly entry: Entry; readonly script: Script } {
  // The build writes ASCII, and wraps it into a function of these three, as Node does with a module.
  const script = new Script(readFileSync(BUNDLE, "latin1"), { filename: BUNDLE, cachedData: readCache(command) });
  const module: { exports: unknown } = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(BUNDLE), module);
  return { entry: module.exports as Entry, script };
}

interface Entry {
  start(binDir: string, argv: readonly string[]): void;
}

function readCache(command: string): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, `cli.${/^[a-z]+$/.test(command) ? command : "inspect"}.cache`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
