import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const ROOT = join(import.meta.dirname, "..");

/** Where fixtures that are too large for git are kept. */
export const FIXTURES = join(ROOT, "node_modules/.cache/wasm-sandbox");

/**
 * Path of a real component of 12 MB: a JavaScript skill with StarlingMonkey inside, without any WASI import.
 *
 * Built in about 10 s when `dir` does not have it yet, under a name that changes with its source and with jco.
 */
export async function bigComponent(dir: string = FIXTURES): Promise<string> {
  return fixture(dir, "big", SKILL, ["--wit", join(ROOT, "wit/skill.wit"), "-n", "skill-component"]);
}

/** Path of a program of the same size with `wasi:cli/run`, as `jco run` takes it. */
export async function bigProgram(dir: string = FIXTURES): Promise<string> {
  const wit = join(dir, "program.wit");
  await mkdir(dir, { recursive: true });
  await writeFile(wit, PROGRAM_WIT);
  return fixture(dir, "program", PROGRAM, ["--wit", wit, "-n", "program"]);
}

async function fixture(dir: string, kind: string, source: string, world: readonly string[]): Promise<string> {
  const jco = fileURLToPath(import.meta.resolve("@bytecodealliance/jco"));
  const version = await readFile(join(dirname(jco), "../package.json"), "utf8");
  const name = `${kind}-${createHash("sha256").update(source).update(version).digest("hex").slice(0, 12)}.wasm`;
  const path = join(dir, name);
  if (!existsSync(path)) await componentize(join(dirname(jco), "jco.js"), source, world, path);
  return path;
}

const PROGRAM = "export const run = { run() {} };\n";

const PROGRAM_WIT = `package bench:program;
world program { export wasi:cli/run@0.2.3; }
package wasi:cli@0.2.3 { interface run { run: func() -> result; } }
`;

/** Reads a file, says what became of it, and does enough in between to have a JavaScript engine at work. */
const SKILL = `import { readFile } from "sandbox:skill/filesystem-read";
import "sandbox:skill/filesystem-write";
import "sandbox:skill/network";

export const skill = {
  run() {
    try {
      return "read " + readFile("/etc/hostname").length + " characters";
    } catch (error) {
      return "denied: " + (error.payload ?? error);
    }
  },
};
`;

async function componentize(jco: string, code: string, world: readonly string[], path: string): Promise<void> {
  const [source, making] = [`${path}.${randomUUID()}.js`, `${path}.${randomUUID()}`];
  await mkdir(dirname(path), { recursive: true });
  await writeFile(source, code);
  await execa(process.execPath, [jco, "componentize", source, ...world, "--disable", "all", "-o", making]);
  await rename(making, path);
  await rm(source);
}
