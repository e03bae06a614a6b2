import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { GENERATOR } from "../../build/bindgen.ts";
import { generate } from "../../src/engine/generator.ts";
import { checkGlue } from "../../src/engine/glue/check.ts";
import { inspectComponent } from "../../src/engine/inspect.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { hostileNames, liftedUnder, withCoreName, withExternName } from "../component-fixtures/hostile-names.ts";

/** Code that leaves a trace wherever it runs: in this process, or as a file that any process could have written. */
const trace = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-a01-")), "trace");
const code = `globalThis.pwned=1;process.getBuiltinModule('fs').writeFileSync('${trace}','')`;
const cacheDir = mkdtempSync(join(tmpdir(), "wasm-sandbox-a01-cache-"));

/** Preparing reaches the helper only with names that passed; this engine cannot start one, so that it would be seen. */
const engine = { path: "/nonexistent/node", version: "26.10.0", pinned: false, digest: undefined };
const options = { distDir: "/nonexistent", cacheDir, engine };

describe("A01: names that become code", () => {
  let compiled: WebAssembly.Module;
  beforeAll(() => {
    compiled = new WebAssembly.Module(readFileSync(GENERATOR));
  });

  it("control: the generator itself pastes a core name into JavaScript, and it runs", () => {
    const glue = glueOf(liftedUnder("x'];globalThis.controlled=1;['"));
    const script = Buffer.from(glue)
      .toString()
      .replace(/^"use components";\nexport /, "(")
      .replace(/;\n\nexport [\s\S]*$/, ")");
    const instance = { exports: { f: () => {} } };
    const stub = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    runInThisContext(script)(
      () => new WebAssembly.Module(stub),
      {},
      () => instance,
    );
    expect(Reflect.get(globalThis, "controlled")).toBe(1);
  });

  it("refuses such a core name wherever it stands, before the helper starts", async () => {
    for (const text of hostileNames(code)) {
      for (const { place, bytes } of withCoreName(text)) {
        const message = `${place}: ${JSON.stringify(text.slice(0, 20))}`;
        await expect(prepare(bytes, options), message).rejects.toMatchObject({ code: "invalid-component" });
        expect(() => inspectComponent(bytes), message).toThrow(expect.objectContaining({ code: "invalid-component" }));
      }
    }
    expectNothingRan();
  });

  it("refuses a WIT name outside WIT's grammar wherever it stands", async () => {
    const more = [
      "url=<https://x>",
      "locked-dep=<a:b>",
      "a b",
      "",
      "-a",
      "a-",
      "1a",
      "a:b/c@",
      "a:b/c@1.0@2.0",
      "[x]a",
      "a.b",
    ];
    for (const text of [...hostileNames(code).filter((hostile) => hostile !== "constructor"), ...more]) {
      for (const { place, bytes } of withExternName(text)) {
        await expect(prepare(bytes, options), `${place}: ${text.slice(0, 20)}`).rejects.toMatchObject({
          code: "invalid-component",
        });
      }
    }
    expectNothingRan();
  });

  it("shows the name escaped, and where it is", () => {
    const bytes = liftedUnder("x\u001b[2J'");
    expect(() => inspectComponent(bytes)).toThrow(
      /the core name "x\\u\{1b\}\[2J'" is not printable ASCII \(at byte \d+\)/,
    );
  });

  it("takes the names that real toolchains write", () => {
    const real = [
      "cabi_post_wasi:http/incoming-handler@0.2.0#handle",
      "[method]outgoing-body.write",
      "_ZN4core3fmt9Formatter3pad17h5b1a2c3d4e5f6a7bE",
      "$LT$impl$u20$core..fmt..Display$GT$::fmt",
      "~lib/rt/itcms/__new",
      "operator new[](unsigned long, std::nothrow_t const&)",
      "cm32p2|local:init/module-loader|read-module_post",
      "",
    ];
    for (const name of real) expect(inspectComponent(liftedUnder(name)).exports, name).toEqual(["run"]);
  });

  it("second line: glue with a pasted name is not taken even if the name check had let it through", async () => {
    const glue = glueOf(liftedUnder("x'];globalThis.pwned=1;['"));
    await expect(checkGlue(glue, new Set())).rejects.toThrow(/the global "globalThis"/);
    expectNothingRan();
  });

  function glueOf(bytes: Uint8Array): Uint8Array {
    return generate(compiled, bytes).find((file) => file.name === "component.js")?.bytes ?? new Uint8Array();
  }

  function expectNothingRan(): void {
    expect(Reflect.get(globalThis, "pwned")).toBeUndefined();
    expect(existsSync(trace)).toBe(false);
    expect(readdirSync(cacheDir)).toEqual([]);
  }
});
