import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transpile } from "@bytecodealliance/jco";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildScanner } from "../../components/skill-scanner/build/build.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scanner-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("two builds give the same bytes", async () => {
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  await buildScanner(first);
  await buildScanner(second);
  for (const file of ["scanner.wasm", "scanner.json", "rules.json"]) {
    expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file))), file).toBe(true);
  }
});

test("the component's own tools run it: a world without imports", async () => {
  const { wasm } = await buildScanner(join(folder, "component"));
  const { files, imports, exports } = await transpile(wasm, { name: "scanner", instantiation: "sync" });
  expect(imports).toEqual([]);
  const names = ["sandbox:skill/scanner", "sandbox:skill/skill-scanner", "scanner", "skillScanner"];
  expect(exports.map(([name]) => name).toSorted()).toEqual(names);
  for (const [name, bytes] of Object.entries(files)) if (!name.includes("/")) writeFileSync(join(folder, name), bytes);
  const { instantiate } = await import(pathToFileURL(join(folder, "scanner.js")).href);
  const load = (name: string) => new WebAssembly.Module(readFileSync(join(folder, name)));
  const { scanner, skillScanner } = instantiate(load, {});
  expect(JSON.parse(scanner.scanCode("eval(x)")).total_findings).toBe(1);
  expect(JSON.parse(scanner.scanCode("")).total_findings).toBe(0);
  const given = [
    { path: "SKILL.md", content: "# a" },
    { path: "a.py", content: "eval(x)" },
  ];
  const whole = JSON.parse(skillScanner.scanSkill(given));
  expect(whole.files).toMatchObject([{ language: "markdown" }, { language: "python" }]);
  expect(whole.findings).toMatchObject([{ file: 1 }]);
});
