import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import type { loadBundle } from "../src/cli/start.ts";

/** Runs commands one after the other in this process, each time up to its exit, and then writes V8's code cache. */
const [root = "", outDir = ""] = process.argv.slice(2);
const start: { loadBundle: typeof loadBundle } = createRequire(import.meta.url)(join(outDir, "start.cjs"));
const { script, compiled } = start.loadBundle();
const commands = [
  ["scan", "--format", "json", "--code", "import os"],
  ["demo", "trusted"],
];

const exit = process.exit.bind(process);
process.exit = () => {
  next();
  return undefined as never;
};
next();

function next(): void {
  const command = commands.shift();
  if (command === undefined) {
    writeFileSync(join(outDir, "cli.cache"), compiled.createCachedData());
    exit(0);
  } else script.start(join(root, "bin"), command);
}
