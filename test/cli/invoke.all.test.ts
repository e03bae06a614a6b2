import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type CliResult, cli } from "../support/cli.ts";
import { everyType, sameNames } from "./invoke-components.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "wasm-sandbox-invoke-"));
const EVERY = join(FOLDER, "every.wasm");
const NAMES = join(FOLDER, "names.wasm");

beforeAll(async () => {
  writeFileSync(EVERY, await everyType());
  writeFileSync(NAMES, await sameNames());
});

describe("run --invoke", () => {
  it.each([
    ["others(nan, -inf, false, '\\'', \"\")"],
    ["bytes([0, 255])"],
    ["named(%none, {}, {x: 1, y-pos: -2}, empty)"],
    ['named(red, {write}, {x: 1, y-pos: -2}, %err("x"))'],
    ["options(none, some(none), some(some(none)))"],
    ["options(none, none, some(none))"],
    ["options(none, none, none)"],
    ["results(err, err, ok, ok({x: 1, y-pos: 2}))"],
  ])("brings values of every type there and back: %s", async (call) => {
    const { code, stdout } = await invoked(EVERY, call);
    const values = call.slice(call.indexOf("("));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${call.startsWith("bytes") ? values.slice(1, -1) : values}\n`,
    });
  });

  it.each([
    ["echo.check(true)", "ok"],
    ["alias(true)", "ok(7)"],
    ["alias(false)", 'err("no")'],
    ["options(5)", "(some(5), none, none)"],
  ])("%s prints %s, and an error value is a value", async (call, value) => {
    expect(await invoked(EVERY, call)).toMatchObject({ code: 0, stdout: `${value}\n` });
  });

  it.each(["test:names/first#same", "first.same", "test:names/first.same@1.2.0", "plain-name#negate-HTTP-2"])(
    "finds a function by as much of its name as is needed: %s",
    async (name) => {
      expect(await invoked(NAMES, `${name}(5)`)).toMatchObject({ code: 0 });
    },
  );
});

describe("run --invoke refuses before anything runs", () => {
  it.each([
    ["a value out of range", NAMES, "first.same(18446744073709551616)"],
    ["one argument too many", EVERY, "divide(1, 2, 3)"],
    ["a missing field", EVERY, 'named(red, {read}, {x: 1, label: "a"}, empty)'],
    ["text behind the call", EVERY, "nothing() nothing()"],
    ["a name alone", EVERY, "nothing"],
    ["nothing", EVERY, ""],
  ])("%s", async (_, component, call) => {
    const { code, stdout, stderr } = await invoked(component, call);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr.slice(stderr.indexOf("error:"))).toMatchSnapshot();
  });
});

function invoked(component: string, call: string): Promise<CliResult> {
  return cli(["run", "--invoke", call, component]);
}
