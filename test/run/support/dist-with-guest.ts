import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/files.ts";

const OURS = ["launch.pl", "answer-to.cjs", "prepare.cjs", "engine/bindgen.wasm", "engine/known-lines.txt"];

/** A `dist` in which this code is what runs as the guest process. */
export function distWithGuest(code: string): string {
  const distDir = temporaryFolder();
  mkdirSync(join(distDir, "engine"));
  for (const file of OURS) copyFileSync(join(ROOT, "dist", file), join(distDir, file));
  writeFileSync(join(distDir, "guest.cjs"), code);
  return distDir;
}
