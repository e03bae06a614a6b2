import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import type { loadBundle } from "../src/cli/start.ts";

/**
 * Runs one command in this process, up to its exit, and then writes V8's code cache of the command line for it:
 * `warm-up.ts ROOT DIST COMMAND ARGUMENT...`. A cache holds the functions that were compiled when it is made.
 */
const [root = "", outDir = "", ...argv] = process.argv.slice(2);
const [command = ""] = argv;
const start: { loadBundle: typeof loadBundle } = createRequire(import.meta.url)(join(outDir, "start.cjs"));
const { entry, script } = start.loadBundle("");

const exit = process.exit.bind(process);
process.exit = (code) => {
  writeFileSync(join(outDir, `cli.${command}.cache`), script.createCachedData());
  return exit(code);
};
entry.start(join(root, "bin"), argv);
