import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, it } from "vitest";
import { type CliResult, cli } from "../support/cli.ts";
import { command } from "../support/command-component.ts";
import { everyType, handles, sameNames } from "./invoke-components.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "wasm-sandbox-invoke-"));
const EVERY = join(FOLDER, "every.wasm");
const NAMES = join(FOLDER, "names.wasm");
const HANDLES = join(FOLDER, "handles.wasm");
const COMMAND = join(FOLDER, "command.wasm");
const MODULE = join(FOLDER, "module.wasm");

beforeAll(async () => {
  writeFileSync(EVERY, await everyType());
  writeFileSync(NAMES, await sameNames());
  writeFileSync(HANDLES, await handles());
  writeFileSync(MODULE, await parse('(module (func (export "f")))'));
});

describe("run --invoke", () => {
  it.each([
    ["integers(255, -128, 65535, -32768, 4294967295, -2147483648, 9007199254740991, -9223372036854775808)"],
    ['others(0.1, -0, true, \'\u{1f600}\', "a\\n\\"b\\u{202e}")'],
    ['lists([-1, 2], [9007199254740991], [0.1, inf], ["", "x"])'],
    ['named(hot-pink, {read, run-all}, {x: 1, y-pos: -2, label: some("hi")}, polygon([{x: 1, y-pos: 2}]))'],
    ['options(some(5), some(some(3)), some(some(some("x"))))'],
    ['results(ok, ok(5), err("no"), err(red))'],
  ])("brings values of every type there and back: %s", async (call) => {
    const { code, stdout } = await invoked(EVERY, call);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${call.slice(call.indexOf("("))}\n` });
  });

  it.each([
    ["test:echo/echo@1.0.0#divide(7, 2)", "ok(3)"],
    ["test:echo/echo.divide@1.0.0(7, 0)", 'err("division by zero")'],
    ["check(false)", "err"],
    ["nothing()", "()"],
    ["delete(5, 2) // a reserved word in JavaScript", "3"],
  ])("%s prints %s, and an error value is a value", async (call, value) => {
    expect(await invoked(EVERY, call)).toMatchObject({ code: 0, stdout: `${value}\n` });
  });

  it("gives the value as a field of its own with --json", async () => {
    const { code, stdout } = await cli(["run", "--json", "--invoke", 'repeat("ab", 2)', EVERY]);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 0,
      exit: 0,
      result: '"abab"',
      outcome: { kind: "returned" },
    });
  });

  it("ends with a trap when the function does", async () => {
    const { code, stdout, stderr } = await invoked(EVERY, "throws()");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("[TRAP]");
  });

  it("holds the limits", async () => {
    const long = await invoked(EVERY, 'repeat("0123456789", 1000)', "--max-output=1k");
    expect(long).toMatchObject({ code: 124, stdout: "" });
    expect(long.stderr).toContain("[LIMIT] output");
    expect((await invoked(NAMES, "spin()", "--timeout=300ms")).code).toBe(124);
  });

  it("gives a component that imports WASI the same host as a run, and its output comes first", async () => {
    writeFileSync(COMMAND, await command({ stdout: "written\n" }));
    expect(await invoked(COMMAND, "wasi:cli/run#run()")).toMatchObject({ code: 0, stdout: "written\nok\n" });
    writeFileSync(COMMAND, await command({ exitCode: 7 }));
    expect(await invoked(COMMAND, "run()")).toMatchObject({ code: 7, stdout: "" });
  });

  it("neutralises nothing on a pipe, because WAVE spells out what cannot be seen", async () => {
    const { stdout } = await invoked(EVERY, 'repeat("\\u{1b}]0;\\u{7}\\u{9b}\\u{2066}", 1)');
    expect(stdout).toBe('"\\u{1b}]0;\\u{7}\\u{9b}\\u{2066}"\n');
  });

  it("keeps all 64 bits", async () => {
    expect(await invoked(NAMES, "u64(18446744073709551615)")).toMatchObject({
      code: 0,
      stdout: "18446744073709551615\n",
    });
    expect(await invoked(NAMES, "only-a(-9223372036854775808)")).toMatchObject({
      code: 0,
      stdout: "-9223372036854775808\n",
    });
  });

  it("finds a function by as much of its name as is needed", async () => {
    expect(await invoked(NAMES, "test:names/first@1.2.0#same(18446744073709551615)")).toMatchObject({ code: 0 });
    expect(await invoked(NAMES, "second.same(5)")).toMatchObject({ code: 0, stdout: "5\n" });
  });

  it("logs which function was called, not with what", async () => {
    const log = join(FOLDER, "audit.jsonl");
    await cli(["run", `--audit-log=${log}`, "--invoke", 'repeat("secret", 1)', EVERY]);
    const { readFileSync } = await import("node:fs");
    const text = readFileSync(log, "utf8");
    expect(text).toContain('"invoke":"test:echo/echo@1.0.0#repeat"');
    expect(text).not.toContain("secret");
  });
});

describe("run --invoke refuses before anything runs", () => {
  it.each([
    ["an unknown function", NAMES, "nosuch()"],
    ["a name that two interfaces have", NAMES, "same(1)"],
    ["a missing argument", EVERY, "divide(1)"],
    ["a string that does not end", EVERY, 'repeat("a, 1)'],
    ["characters that move the caret", EVERY, 'repeat("\u{1f468}\u200d\u{1f469}\u202e\u0301", x)'],
  ])("%s", async (_, component, call) => {
    const { code, stdout, stderr } = await invoked(component, call);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
    expect(stderr.slice(stderr.indexOf("error:"))).toMatchSnapshot();
  });

  it.each([
    ["a function that gives a handle", HANDLES, "make()"],
    ["a method of a resource", HANDLES, "[method]file.size()"],
    ["a function that takes handles", HANDLES, "grow([1])"],
    ["a core module", MODULE, "f()"],
  ])("%s", async (_, component, call) => {
    const { code, stderr } = await invoked(component, call);
    expect(code).toBe(126);
    expect(stderr.slice(stderr.indexOf("error:"))).toMatchSnapshot();
  });
});

describe("without --invoke", () => {
  it("the refusal names what can be called, and how", async () => {
    const { code, stderr } = await cli(["run", NAMES]);
    expect(code).toBe(126);
    expect(stderr.slice(stderr.indexOf("[REFUSED]"))).toMatchSnapshot();
  });

  it("inspect shows every signature and the types that they name", async () => {
    const text = (await cli(["inspect", EVERY])).stdout;
    expect(text.slice(text.indexOf("Functions:"))).toMatchSnapshot();
    const found = JSON.parse((await cli(["inspect", "--json", NAMES])).stdout);
    expect(found.functions).toMatchSnapshot();
  });
});

function invoked(component: string, call: string, ...flags: string[]): Promise<CliResult> {
  return cli(["run", ...flags, "--invoke", call, component]);
}
