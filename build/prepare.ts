import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { buildAttacks } from "./attacks.ts";
import { buildBindgen } from "./bindgen.ts";
import { bundle } from "./bundle.ts";
import { buildCodeCaches } from "./code-cache.ts";
import { writeConfigSchema } from "./config-schema.ts";
import { buildDemos } from "./demos.ts";
import { engineDigest } from "./engine-digest.ts";
import { writeNotices } from "./notices.ts";
import { writePolicySchema } from "./policy-schema.ts";
import { writeScanReportSchema } from "./scan-report-schema.ts";
import { buildTypes } from "./types.ts";

/** Builds everything that the command needs into `dist/`. npm runs it in a checkout and before a package is packed. */
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
await rm(dist, { recursive: true, force: true });
await Promise.all([
  execa(process.execPath, [join(root, "build/scanner.ts"), join(dist, "scanner")]),
  buildDemos(root, join(dist, "components")),
  buildAttacks(join(dist, "attacks")),
  buildTypes(root, join(dist, "types")),
  writePolicySchema(join(dist, "policy.schema.json")),
  writeScanReportSchema(join(dist, "scan-report.schema.json")),
  writeConfigSchema(join(dist, "config.schema.json")),
  buildProcesses(),
]);
await buildCodeCaches(root, dist);
// The makefile's mark that the build is complete.
await writeFile(join(dist, ".built"), "");

async function buildProcesses(): Promise<void> {
  await buildBindgen(join(dist, "engine"));
  const digest = await engineDigest(root, join(dist, "engine"));
  const inputs = await bundle(root, dist, { ENGINE_DIGEST: JSON.stringify(digest) });
  await writeNotices(root, join(dist, "THIRD-PARTY-NOTICES.txt"), inputs);
}
