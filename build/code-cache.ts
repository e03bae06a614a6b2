import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/**
 * Makes the code cache that `src/cli/start.ts` loads. A cache holds the functions that were compiled when it is made, so
 * a process of its own first runs a skill and scans one (`warm-up.ts`).
 */
export async function buildCodeCache(root: string, outDir: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "wasm-sandbox-build-"));
  const args = ["--no-warnings", join(root, "build/warm-up.ts"), root, outDir];
  await execa(process.execPath, args, { cwd: "/", env: { XDG_CACHE_HOME: home } });
  await rm(home, { recursive: true });
}
