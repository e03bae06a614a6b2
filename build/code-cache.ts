import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** Makes the code caches that `src/cli/start.ts` loads: for each of these commands, with what it uses. */
export async function buildCodeCaches(root: string, outDir: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "wasm-sandbox-build-"));
  const skill = join(outDir, "components/malicious.wasm");
  const commands = [
    ["run", "--allow-fs-read", skill],
    ["scan", "--format", "json", "--code", "import os"],
    ["demo", "trusted"],
    ["inspect", skill],
  ];
  for (const command of commands) {
    const args = ["--no-warnings", join(root, "build/warm-up.ts"), root, outDir, ...command];
    await execa(process.execPath, args, { cwd: home, env: { XDG_CACHE_HOME: home } });
  }
  await rm(home, { recursive: true });
}
