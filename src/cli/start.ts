import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/** Files beside this one: the bundled command line, and V8's code cache of it. */
const BUNDLE = join(__dirname, "cli.cjs");
const CODE_CACHE = join(__dirname, "cli.cache");

/**
 * Runs the command line from its code cache, which saves compiling 200 KB at each start. The build makes the cache on
 * the pinned engine; another engine rejects it, and compiles.
 */
export function start(binDir: string, argv: readonly string[]): void {
  loadBundle().script.start(binDir, argv);
}

/** The loaded bundle, and the script that it came from, for whoever makes the cache. */
export function loadBundle(): { readonly script: Entry; readonly compiled: Script } {
  const source = `(function (exports, require, module) {${readFileSync(BUNDLE, "utf8")}\n})`;
  const cachedData = existsSync(CODE_CACHE) ? readFileSync(CODE_CACHE) : undefined;
  const compiled = new Script(source, { filename: BUNDLE, cachedData });
  const module: { exports: unknown } = { exports: {} };
  compiled.runInThisContext()(module.exports, createRequire(BUNDLE), module);
  return { script: module.exports as Entry, compiled };
}

interface Entry {
  start(binDir: string, argv: readonly string[]): void;
}
