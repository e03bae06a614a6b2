import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";

/** Skills written in TypeScript, one folder each in `components/`. */
const DEMOS = ["malicious", "endless", "trusted"] as const;

/**
 * Builds the demo components with jco's QuickJS backend. WASI is stubbed out, so that a demo imports the three
 * interfaces of wit/skill.wit and nothing else; the other backend, StarlingMonkey, makes eight times the size.
 */
export async function buildDemos(root: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await Promise.all(
    DEMOS.map((name) => buildSkill(root, join(root, "components", name, "skill.ts"), join(outDir, `${name}.wasm`))),
  );
}

export async function buildSkill(root: string, source: string, out: string): Promise<void> {
  const world = ["--wit", join(root, "wit/skill.wit"), "--world-name", "skill-component"];
  const backend = ["--backend", "qjs", "--backend-qjs-disable-async", "--backend-qjs-stub-wasi"];
  const jco = join(root, "node_modules/@bytecodealliance/jco/dist/jco.js");
  await execa(process.execPath, [jco, "componentize", source, ...world, ...backend, "--out", out], { cwd: root });
}
