import { readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { nfkcTable } from "./nfkc-table.ts";

const SOURCES = join(import.meta.dirname, "../assembly");

/** The name under which the compiler asks for what `python/names-unicode.ts` imports. */
const NFKC_TABLE = "python/nfkc-table.ts";

/** No runtime to collect garbage: a scan's memory is thrown away as a whole. */
const OPTIONS = ["--runtime", "stub", "--noAssert", "--use", "abort="];

/** 64 KiB pages: 168 MiB. With the host's own memory a scan stays around 256 MiB, whatever the input. */
const MAX_PAGES = 2688;

export interface CoreOptions {
  /** A file of `assembly/`. */
  readonly entry: string;
  /** Source of the module `tables`. */
  readonly tables: string;
  /** Export name by the name of the function in the entry. Other exports keep their names. */
  readonly rename: Readonly<Record<string, string>>;
  /** 3 unless told: 1 compiles in two thirds of the time. */
  readonly optimize?: 1 | 3;
}

/**
 * Compiles AssemblyScript into a core module without imports. Nothing is written to disk, and no path gets into the module.
 *
 * @throws Error with the compiler's messages when the sources do not compile
 */
export async function compileCore({ entry, tables, rename, optimize = 3 }: CoreOptions): Promise<Uint8Array> {
  const generated = new Map([
    ["tables.ts", tables],
    [NFKC_TABLE, nfkcTable()],
  ]);
  const messages: string[] = [];
  let wasm: Uint8Array | undefined;
  const { error } = await asc.main(
    [entry, "-o", "core.wasm", "--maximumMemory", String(MAX_PAGES), `-O${optimize}`, ...OPTIONS],
    {
      readFile: (name) => generated.get(name) ?? readSource(name),
      writeFile: (_name, content) => {
        if (typeof content !== "string") wasm = content;
      },
      listFiles: () => [],
      stderr: { write: (text) => messages.push(String(text)) },
      // an object with this one method is enough; the type asks for all that a class would inherit
      transforms: [{ afterCompile: (module: ExportTable) => renameExports(module, entry, rename) } as never],
    },
  );
  if (error !== null || wasm === undefined)
    throw new Error(`The scanner does not compile\n${messages.join("")}`, { cause: error });
  return wasm;
}

/** The compiler asks for several spellings of a module's name and goes on when one is not there. */
function readSource(name: string): string | null {
  try {
    return readFileSync(join(SOURCES, name), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** What this uses of the compiler's own module type. */
interface ExportTable {
  addFunctionExport(internal: string, external: string): unknown;
  removeExport(external: string): void;
}

/** AssemblyScript has no syntax for export names such as `sandbox:skill/scanner#scan-code`. */
function renameExports(module: ExportTable, entry: string, rename: Readonly<Record<string, string>>): void {
  const file = entry.replace(/\.ts$/, "");
  for (const [name, external] of Object.entries(rename)) {
    module.addFunctionExport(`${file}/${name}`, external);
    module.removeExport(name);
  }
}
