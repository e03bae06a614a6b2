import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder as data: text is a file, an array holds where a symbolic link points. */
export interface Tree {
  readonly [name: string]: string | Uint8Array | readonly [target: string] | Tree;
}

/** Lays a tree out in a folder of the test's own, whose own path has no links in it, and removes it afterwards. */
export function layOut(tree: Tree): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "wasm-sandbox-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  place(folder, tree);
  return folder;
}

export function place(folder: string, tree: Tree): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(tree)) {
    const path = join(folder, name);
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(path, content);
    else if (isLink(content)) symlinkSync(content[0], path);
    else place(path, content);
  }
}

function isLink(content: readonly [string] | Tree): content is readonly [string] {
  return Array.isArray(content);
}
