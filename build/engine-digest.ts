import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/**
 * sha256 over everything that decides what a prepared component is: our engine, and the generator that `buildBindgen`
 * put into `engineDir` (undefined: not built yet). The bundle gets it as ENGINE_DIGEST, so that no run has to hash 4 MB to find its own cache.
 */
export async function engineDigest(root: string, engineDir: string | undefined): Promise<string> {
  const sources = await filesBelow(join(root, "src/engine"));
  const limits = [join(root, "src/errors.ts"), join(root, "src/policy/limits.ts")];
  const built = engineDir === undefined ? [] : ["bindgen.wasm", "known-lines.txt"].map((name) => join(engineDir, name));
  const hash = createHash("sha256");
  for (const path of [...sources.sort(), ...limits, ...built]) {
    const bytes = await readFile(path);
    hash.update(`${relative(root, path)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
