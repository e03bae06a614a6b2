import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { buildBindgen } from "../../../build/bindgen.ts";
import { engineDigest } from "../../../build/engine-digest.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CACHE = join(ROOT, "node_modules/.cache/wasm-sandbox");

/**
 * A folder with a real prepare helper, built from the sources as they are: these tests do not wait for `npm run build`
 * and never meet a stale one. Kept for the next run under the digest of all that it was built from.
 */
export async function helperDist(): Promise<string> {
  const folder = join(CACHE, `helper-${await sourcesDigest()}`);
  if (await exists(folder)) return folder;
  const making = `${folder}.${randomUUID()}`;
  await buildBindgen(join(making, "engine"));
  await buildHelper(making);
  // Two test workers may build at once; whoever is second uses what the first one put there.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  await removeOlder(folder);
  return folder;
}

/** Helpers of sources that have changed since; one younger than an hour may still be in use. */
async function removeOlder(folder: string): Promise<void> {
  const names = (await readdir(CACHE)).filter((name) => name.startsWith("helper-"));
  for (const path of names.map((name) => join(CACHE, name)).filter((other) => other !== folder)) {
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function buildHelper(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await copyFile(join(ROOT, "src/isolation/launch.pl"), join(outDir, "launch.pl"));
  await build({
    entryPoints: [join(ROOT, "src/engine/prepare-main.ts")],
    outfile: join(outDir, "prepare.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
}

async function sourcesDigest(): Promise<string> {
  const others = [
    "src/isolation/launch.pl",
    "src/guest/door.ts",
    "src/guest/messages.ts",
    "build/known-lines.ts",
    "build/glue-examples.ts",
  ];
  const hash = createHash("sha256").update(await engineDigest(ROOT, undefined));
  for (const path of others) hash.update(await readFile(join(ROOT, path)));
  return hash.digest("hex").slice(0, 16);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
