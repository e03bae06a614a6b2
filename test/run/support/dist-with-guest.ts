import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/files.ts";

const OURS = [
  "launch.pl",
  "guest.cjs",
  "prepare.cjs",
  "answer-to.cjs",
  "engine/bindgen.wasm",
  "engine/known-lines.txt",
];

/** A `dist` in which this code is what runs as the guest process. */
export function distWithGuest(code: string): string {
  return distWith({ "guest.cjs": code });
}

/** A `dist` with this in the place of some of its files. */
export function distWith(others: Readonly<Record<string, string>>): string {
  const distDir = temporaryFolder();
  mkdirSync(join(distDir, "engine"));
  for (const file of OURS) copyFileSync(join(ROOT, "dist", file), join(distDir, file));
  for (const [file, code] of Object.entries(others)) writeFileSync(join(distDir, file), code);
  return distDir;
}
