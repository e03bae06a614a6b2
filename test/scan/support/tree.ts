import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const roots: string[] = [];

// Not rmSync: it gives up on paths that are longer than the system takes at once.
afterAll(() => {
  execFileSync("rm", ["-rf", ...roots.splice(0)]);
});

/** A new folder with these files in it, gone after the tests of the file. */
export function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "wasm-sandbox-scan-"));
  roots.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
