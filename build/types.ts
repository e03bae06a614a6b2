import { join } from "node:path";
import { execa } from "execa";

/** Writes the declarations of the public API to `outDir`. */
export async function buildTypes(root: string, outDir: string): Promise<void> {
  const options = [
    "--noEmit",
    "false",
    "--emitDeclarationOnly",
    "--declaration",
    "--outDir",
    outDir,
    "--rootDir",
    "src",
  ];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await execa(process.execPath, [tsc, "-p", join(root, "build/tsconfig.types.json"), ...options], { cwd: root });
}
