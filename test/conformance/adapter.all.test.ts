import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentNew } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, test } from "vitest";
import { cli, ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { CLANG_MISSING, compilePrograms } from "../support/wasi-clang.ts";

const PREVIEW1 = "wasi_snapshot_preview1";
const ADAPTER = join(ROOT, `node_modules/@bytecodealliance/jco/lib/${PREVIEW1}.command.wasm`);

/** Programs that ask for nothing which the adapter itself answers differently. */
const PROGRAMS = ["libc", "stdin", "symlink", "rename"] as const;
const INPUTS: Readonly<Record<string, string>> = { libc: "input", stdin: "hello, input" };

// The adapter turns each call into calls of WASI 0.2, so that a C program tries that host.
describe.skipIf(CLANG_MISSING !== undefined)(
  `components from C${CLANG_MISSING === undefined ? "" : `: ${CLANG_MISSING}`}`,
  () => {
    let modules: ReadonlyMap<string, string>;
    beforeAll(async () => {
      modules = await compilePrograms(join(import.meta.dirname, "preview1"));
    }, 300_000);

    test.concurrent.for(PROGRAMS)("%s", async (name) => {
      const scratch = temporaryFolder();
      const component = join(temporaryFolder(), `${name}.wasm`);
      const module = readFileSync(modules.get(name) ?? "");
      writeFileSync(component, await componentNew(module, [[PREVIEW1, readFileSync(ADAPTER)]]));
      const args = ["run", "--dir=.::/", "--env=NAME=value", component, "argument"];
      const result = await cli(args, { cwd: scratch, input: INPUTS[name] ?? "" });
      expect(result).toMatchObject({ code: 0, stdout: "" });
    });
  },
);
