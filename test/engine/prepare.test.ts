import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareForBundle } from "../../build/prepare-for-bundle.ts";
import { inspectComponent } from "../../src/engine/inspect.ts";
import { type PrepareOptions, prepare } from "../../src/engine/prepare.ts";
import { type Fixture, greeter, validComponents } from "../component-fixtures/components.ts";
import { bringToLife } from "./support/bring-to-life.ts";
import { prepareOptions, temporaryFolder, withoutHelper } from "./support/prepare-options.ts";

const GUEST_FLAGS = [
  "--wasm-max-mem-pages=4096",
  "--wasm-max-table-size=1000000",
  "--disallow-code-generation-from-strings",
  "--wasm-lazy-validation",
];

let options: PrepareOptions;
let fixtures: readonly Fixture[];

beforeAll(async () => {
  options = await prepareOptions();
  fixtures = await validComponents();
});

describe("preparing a component", () => {
  it("makes it ready once, and finds it again without a helper", async () => {
    for (const { name, bytes } of fixtures) {
      const fresh = await prepare(bytes, options);
      expect(fresh, name).toMatchObject({ cached: false, notKept: undefined, info: inspectComponent(bytes) });
      expect(fresh.digest).toBe(createHash("sha256").update(bytes).digest("hex"));
      const { cached, ...again } = await prepare(bytes, withoutHelper(options));
      expect({ ...again, cached: !cached }, name).toEqual(fresh);
    }
    const folder = statSync(options.cacheDir);
    expect(folder.mode & 0o777).toBe(0o700);
    expect(readdirSync(options.cacheDir)).toHaveLength(fixtures.length);
  });

  it("gives what runs: an import is called, strings and resources cross between components, hidden functions stay whole", async () => {
    const answers: Record<string, unknown> = {};
    for (const { name, bytes } of fixtures.filter((fixture) => !fixture.name.startsWith("every type"))) {
      const exports = bringToLife(await prepare(bytes, options), bytes);
      const face = exports["sandbox:skill/skill"] ?? exports["wasi:cli/run@0.2.3"] ?? exports;
      const call = exports["answer"] ?? (face as { run: unknown }).run;
      answers[name] = (call as () => unknown)();
    }
    expect(answers).toEqual({
      greeter: "asked for http://example.com/",
      "two components in one": "across",
      "functions in global initialisers": 42,
      "two memories": 42,
      "custom sections": 42,
      "a program and nothing else": undefined,
    });
  });

  it("makes a code cache that a process with the guest's flags takes, and leaves this process as it was", async () => {
    const bytes = await greeter();
    const { source, codeCache } = await prepare(bytes, { ...(await prepareOptions()), guestFlags: GUEST_FLAGS });
    const [sourcePath, cachePath] = [join(temporaryFolder(), "source"), join(temporaryFolder(), "cache")];
    writeFileSync(sourcePath, source);
    writeFileSync(cachePath, codeCache ?? new Uint8Array());
    const program = `const fs = require("fs"); const cachedData = fs.readFileSync(${JSON.stringify(cachePath)});
      const script = new (require("vm").Script)(fs.readFileSync(${JSON.stringify(sourcePath)}, "utf8"), { filename: "component.js", cachedData });
      process.stdout.write(String(script.cachedDataRejected))`;
    const rejected = (flags: readonly string[]) =>
      execFileSync(process.execPath, [...flags, "-e", program], { encoding: "utf8" });
    expect(rejected(GUEST_FLAGS)).toBe("false");
    expect(rejected(["--max-old-space-size=256", ...GUEST_FLAGS])).toBe("false");
    expect(rejected([])).toBe("true");
    expect(new Function("return 1")()).toBe(1);
    expect(new WebAssembly.Table({ initial: 1_000_001, element: "anyfunc" }).length).toBe(1_000_001);
    expect(new WebAssembly.Memory({ initial: 4097 }).buffer.byteLength).toBe(4097 * 65_536);
  });

  it("is safe to do twice at once: both get it, and one whole entry is left", async () => {
    const own = await prepareOptions();
    const bytes = await greeter();
    const results = await Promise.all([prepare(bytes, own), prepare(bytes, own), prepare(bytes, own)]);
    expect(new Set(results.map(({ source }) => source)).size).toBe(1);
    expect(readdirSync(own.cacheDir)).toHaveLength(1);
    expect((await prepare(bytes, withoutHelper(own))).cached).toBe(true);
  });

  it("still runs where nothing can be kept, and says why", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const prepared = await prepare(await greeter(), { ...options, cacheDir: join(file, "cache") });
    expect(prepared).toMatchObject({ cached: false, notKept: expect.stringContaining("ENOTDIR") });
  });

  it("says what is missing when the helper cannot be started", async () => {
    const preparing = prepare(await greeter(), withoutHelper(await prepareOptions()));
    await expect(preparing).rejects.toMatchObject({ name: "SandboxError" });
  });
});

describe("preparing at build time", () => {
  it("gives the same without a helper process", async () => {
    const bytes = await greeter();
    const { codeCache, ...built } = await prepareForBundle(bytes);
    expect(built).toEqual({ ...(await prepare(bytes, await prepareOptions())), codeCache: undefined });
    expect(codeCache?.length).toBeGreaterThan(1000);
  });
});
