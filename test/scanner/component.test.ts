import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { hashRules } from "../../components/skill-scanner/build/rules-hash.ts";
import { hashSources } from "../../components/skill-scanner/build/sources-hash.ts";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { instantiateScanner } from "../../src/scanner/core-module.ts";
import { onlyCoreModule } from "../../src/scanner/only-core-module.ts";
import { builtScanner } from "./engine-build.ts";
import { filesOf } from "./rule-examples.ts";

/** One rule in so many. */
const COMPARED = 10;

let folder: string;
let component: Buffer<ArrayBuffer>;
beforeAll(async () => {
  folder = await builtScanner();
  component = readFileSync(join(folder, "scanner.wasm"));
});

function scan(code: string) {
  return JSON.parse(instantiateScanner(core()).scanSkill([{ path: "a.py", content: new TextEncoder().encode(code) }]));
}

let module: WebAssembly.Module | undefined;

function core(): WebAssembly.Module {
  const bytes = onlyCoreModule(component);
  if (bytes === undefined) throw new Error("not one core module");
  module ??= new WebAssembly.Module(bytes);
  return module;
}

test("it is a component, not a core module", () => {
  expect([...component.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
});

test("its core imports nothing and exports what the canonical ABI asks for", () => {
  const module = core();
  expect(WebAssembly.Module.imports(module)).toEqual([]);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  expect(names.toSorted()).toEqual([
    "cabi_post_sandbox:skill/scanner#scan-code",
    "cabi_post_sandbox:skill/skill-scanner#scan-skill",
    "cabi_realloc",
    "memory",
    "sandbox:skill/scanner#scan-code",
    "sandbox:skill/skill-scanner#scan-skill",
  ]);
});

test("it has a memory that ends at 168 MiB", () => {
  const memory = new WebAssembly.Instance(core()).exports["memory"] as WebAssembly.Memory;
  expect(() => memory.grow(2688)).toThrow(RangeError);
});

test("it tells the rules that it was built from, and they are those of the sources", () => {
  expect(scan("").engine.rules).toBe(hashRules());
  const manifest = JSON.parse(readFileSync(join(folder, "scanner.json"), "utf8"));
  const digest = createHash("sha256").update(component).digest("hex");
  expect(manifest).toEqual({ rules: hashRules(), digest, sources: hashSources() });
});

test("it sees what the host's canary asks for", () => {
  const { findings } = scan('import os\nos.system("canary")\n');
  expect(findings.map(({ line }: { line: number }) => line)).toContain(2);
});

test("it tells of each file of a skill, and in which of them it found something", () => {
  const files = [
    { path: "a.py", content: Buffer.from("x = 1") },
    { path: "", content: Buffer.alloc(0) },
    { path: "lib/é.py", content: Buffer.from('import os\nos.system("a" + x)\n') },
  ];
  const answer = JSON.parse(instantiateScanner(core()).scanSkill(files));
  expect(answer.files).toMatchObject([{ language: "python" }, { state: "analysed" }, { language: "python" }]);
  expect(answer.findings).not.toEqual([]);
  for (const { file } of answer.findings) expect(file).toBe(2);
  expect(JSON.parse(instantiateScanner(core()).scanSkill([])).files).toEqual([]);
});

test("rules.json tells of every rule what a person needs to know", () => {
  const told = JSON.parse(readFileSync(join(folder, "rules.json"), "utf8"));
  expect(told.hash).toBe(hashRules());
  expect(told.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  const [decoded] = told.rules.filter(({ id }: { id: string }) => id === "decoded-data-executed");
  expect(Object.keys(decoded)).toEqual([
    ...["id", "category", "severity", "confidence", "languages", "title", "why", "fix", "references", "bad", "good"],
    "description",
  ]);
});

test("no path, name or time of the machine that built it is inside", () => {
  const text = component.toString("latin1");
  expect(text).not.toContain(import.meta.dirname);
  expect(text).not.toMatch(/node_modules|\/home\/|\/Users\/|20\d\d-\d\d-\d\d/);
});

test("a restored instance answers like a new one, whatever it has read before", () => {
  const module = core();
  const used = instantiateScanner(module);
  for (const [index, rule] of rules.entries()) {
    const files = rule.bad
      .slice(0, 1)
      .flatMap(filesOf)
      .map(({ path, text }) => ({ path, content: Buffer.from(text) }));
    const answer = used.scanSkill(files);
    used.restore();
    if (index % COMPARED === 0) expect(answer, rule.id).toBe(instantiateScanner(module).scanSkill(files));
  }
});
