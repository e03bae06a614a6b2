import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { FIXED_LIMITS } from "../../src/policy/limits.ts";
import { componentBytes } from "../component-fixtures/binary.ts";
import { greeter } from "../component-fixtures/components.ts";
import { liftedUnder } from "../component-fixtures/hostile-names.ts";
import { cli } from "../support/cli.ts";

describe("A25: what the command says of bytes that are no component", () => {
  let whole: Uint8Array;
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-a25-"));
  beforeAll(async () => {
    whole = await greeter();
  });

  const cases: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    ["empty", () => new Uint8Array(), /is empty/],
    ["text", () => Buffer.from("(component)"), /this is text/],
    ["a script", () => Buffer.from("#!/bin/sh\n"), /does not start like one/],
    ["cut short", () => whole.subarray(0, -10), /Not a valid component/],
    ["with an archive behind it", () => Buffer.concat([whole, Buffer.from("PK\x05\x06")]), /Not a valid component/],
    [
      "a component in a module's place",
      () => Uint8Array.from([...componentBytes(), 1, 8, ...componentBytes()]),
      /must hold a module/,
    ],
    ["with code in a name", () => liftedUnder("x'];\u001b[31mevil();['"), /the core name "x'\];\\u\{1b\}/],
  ];

  it.each(cases)("%s", async (name, bytes, message) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.wasm`);
    writeFileSync(path, bytes());
    const result = await cli(["run", path]);
    expect(result).toMatchObject({ code: 125, stdout: "" });
    expectOneClearError(result.stderr, message);
    expect((await cli(["inspect", path])).code).toBe(3);
  });

  it("one byte over the cap, as a sparse file", async () => {
    const path = join(folder, "huge.wasm");
    writeFileSync(path, whole);
    truncateSync(path, FIXED_LIMITS.componentBytes + 1);
    const { code, stderr } = await cli(["run", path]);
    expect(code).toBe(125);
    expectOneClearError(stderr, /more than 67108864/);
  });

  it("control: the whole component is inspected and keeps nothing beside it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-a25-")), "whole.wasm");
    writeFileSync(path, whole);
    expect((await cli(["inspect", path])).code).toBe(0);
    expect(readdirSync(join(path, ".."))).toEqual(["whole.wasm"]);
  });
});

/** An error line (and a hint), no stack, nothing that a terminal would obey. */
function expectOneClearError(stderr: string, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr.split("\n").filter((line) => /^error/i.test(line))).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\u001b/);
}
