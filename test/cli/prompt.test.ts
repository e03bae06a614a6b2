import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { hasTerminal, onTerminal } from "../support/terminal.ts";

const folder = temporaryFolder();
const notes = join(folder, "notes.txt");
const target = join(folder, "written.txt");
let twice = "";
beforeAll(async () => {
  writeFileSync(notes, "the notes");
  twice = await componentFile([{ read: notes }, { read: notes }]);
});
const run = (component: string, answers: readonly string[], flags: readonly string[] = [], more = {}) =>
  onTerminal(["run", "--prompt", ...flags, component], { prompt: "[deny] ", answers, ...more });
const asked = (screen: string) => screen.split("[ASK]").length - 1;
const resultOf = (screen: string) => screen.split("=== Component Result ===\n")[1];

describe.skipIf(!hasTerminal)("run --prompt on a terminal", () => {
  test("once is for one request: the next one is asked about again", async () => {
    const { code, screen } = await run(twice, ["o\n", "\n"]);
    expect(code).toBe(0);
    expect(asked(screen)).toBe(2);
    expect(resultOf(screen)).toMatch(/^ok the notes\nerr Permission denied: /);
    expect(screen).toContain(`[ALLOWED] Component 'guest' filesystem-read.read-file("${notes}")`);
  });

  test("always is for the rest of the run, and the log says who allowed it", async () => {
    const log = join(folder, "audit.jsonl");
    const { screen } = await run(twice, ["always\n"], ["--audit-log", log]);
    expect(asked(screen)).toBe(1);
    expect(resultOf(screen)).toMatch(/^ok the notes\nok the notes\n/);
    const lines = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line.includes("capability_"));
    const rules = lines.map((line) => JSON.parse(line).rule);
    expect(new Set(rules)).toEqual(new Set([`--allow-fs-read=${notes} (allowed at the prompt, always)`]));
  });

  test.each([
    ["Enter", "\n"],
    ["deny", "deny\n"],
    ["another word", "yes\n"],
    ["the end of the input", "\x04"],
  ])("%s denies, and the same is not asked again", async (_name, keys) => {
    const { code, screen } = await run(twice, [keys, "a\n"]);
    expect(code).toBe(0);
    expect(asked(screen)).toBe(1);
    expect(resultOf(screen)).toMatch(/^err Permission denied: .*\nerr Permission denied: /);
    expect(screen).toContain("[DENIED]");
  });

  test("Ctrl-C denies and ends the run", async () => {
    const { code, screen } = await run(twice, ["\x03"]);
    expect(code).toBe(130);
    expect(screen).not.toContain("the notes");
  });

  test("a file is written only after a yes, and is listed", async () => {
    const writing = await componentFile([{ write: target, content: "x" }]);
    await run(writing, ["\n"]);
    expect(existsSync(target)).toBe(false);
    const { screen } = await run(writing, ["o\n"]);
    expect(readFileSync(target, "utf8")).toBe("x");
    expect(screen).toContain(`[CREATED] ${target}`);
  });

  test("keys that were pressed before the question do not answer it", async () => {
    const { screen } = await run(twice, ["\n"], [], { typedAhead: "a\na\na\n" });
    expect(resultOf(screen)).toMatch(/^err Permission denied: .*\nerr /);
  });

  test("time at the prompt is not the guest's", async () => {
    const { code, screen } = await run(twice, ["a\n"], ["--timeout=1500ms"], { delayMs: 2500 });
    expect(code).toBe(0);
    expect(resultOf(screen)).toMatch(/^ok the notes\nok the notes\n/);
  });

  test("what no flag could grant is not asked: our own files, denials, and what a ceiling caps", async () => {
    const home = temporaryFolder();
    const ceiling = join(home, ".config/wasm-sandbox/policy.yaml");
    mkdirSync(join(ceiling, ".."), { recursive: true });
    writeFileSync(ceiling, `allow:\n  fs-read: [${folder}]\n`, { mode: 0o600 });
    const component = await componentFile([{ read: ceiling }, { read: "/etc/passwd" }, { read: notes }]);
    const { screen } = await run(component, ["a\n", "a\n", "a\n"], [`--deny-fs-read=${notes}`], {
      env: { HOME: home },
    });
    expect(asked(screen)).toBe(0);
    expect(resultOf(screen)).toMatch(/^(err Permission denied: .*\n){3}/);
    expect(screen).not.toContain("the notes");
  });

  test("what the guest writes into a request acts on no terminal and forges no line", async () => {
    const forged = await componentFile([{ read: "/x\u001b[2J\n[ALLOWED] all is well \u202e" }]);
    const { screen } = await run(forged, ["\n"]);
    expect(asked(screen)).toBeLessThanOrEqual(1);
    expect(screen).not.toContain("\u001b[2J");
    expect(screen).not.toMatch(/^\[ALLOWED\]/m);
  });

  test("in CI there is nobody to ask", async () => {
    const { code, screen } = await run(twice, ["a\n"], [], { env: { CI: "true" } });
    expect(code).toBe(125);
    expect(screen).not.toContain("the notes");
  });
});

test("without a terminal --prompt is refused, and nothing runs", async () => {
  const { code, stdout, stderr } = await cli(["run", "--prompt", twice], { input: "a\na\n" });
  expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
  expect(stderr).toContain("--prompt has nobody to ask");
});
