import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What ends up inside a file of ours without passing through the bundler. */
const EMBEDDED = ["@bytecodealliance/jco-transpile", "assemblyscript", "componentize-qjs"] as const;

/**
 * Writes the licence of every package whose code our files contain.
 *
 * @param inputs Paths that the bundler read, relative to the root.
 */
export async function writeNotices(root: string, outFile: string, inputs: readonly string[]): Promise<void> {
  const bundled = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const names = [...new Set([...bundled, ...EMBEDDED])].sort();
  const notices = await Promise.all(names.map((name) => notice(join(root, "node_modules", name))));
  await writeFile(outFile, `Parts of this package are made by others, under these licences.\n\n${notices.join("\n")}`);
}

async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = existsSync(folder) && (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "The package carries no licence file.\n";
  return `--- ${name} ${version} (${license})\n\n${text}`;
}
