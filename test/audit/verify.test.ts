import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const log = join(folder, "audit.jsonl");
const heads: string[] = [];
let lines: string[] = [];

beforeAll(async () => {
  const component = await componentFile([{ read: "/etc/hostname" }, { say: "hello" }]);
  for (const _ of ["first", "second"]) {
    const { stderr } = await cli(["run", `--audit-log=${log}`, component]);
    heads.push(/^Audit head: ([0-9a-f]{64})$/m.exec(stderr)?.[1] ?? "none");
  }
  lines = readFileSync(log, "utf8").trimEnd().split("\n");
});

/** A log of these lines. */
function written(...content: readonly string[]): string {
  const path = join(temporaryFolder(), "audit.jsonl");
  writeFileSync(path, content.map((line) => `${line}\n`).join(""));
  return path;
}

const verify = (...args: readonly string[]) => cli(["audit", "verify", ...args]);

describe("audit verify", () => {
  test("says that a log is whole, with its head", async () => {
    const { code, stdout, stderr } = await verify(log);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${log}: ${lines.length} lines, each follows from the one before\nhead: ${heads[1]}\n`);
  });

  test("finds the head that any run printed, also when others came after it", async () => {
    const half = lines.length / 2;
    const { code, stdout } = await verify("--expect", heads[0] ?? "", log);
    expect(code).toBe(0);
    expect(stdout).toContain(`the expected head is line ${half}; ${half} lines after it\n`);
    expect(await verify("--expect", heads[1] ?? "", log)).toMatchObject({ code: 0 });
  });

  test("finds a tail that was cut off, which nothing but the head shows", async () => {
    const cut = written(...lines.slice(0, -1));
    expect(await verify(cut)).toMatchObject({ code: 0 });
    const { code, stdout } = await verify("--expect", heads[1] ?? "", cut);
    expect(code).toBe(1);
    expect(stdout).toContain("the expected head is not in it: its end was cut off, or it is another log\n");
  });

  const twice = (line: string) => line.replace('"target":', '"target":"harmless","target":');
  test.each<[string, () => string[], number, string]>([
    ["changed", () => lines.map((line, at) => (at === 1 ? line.replace("denied", "allowed") : line)), 2, "was changed"],
    ["taken out", () => lines.filter((_, at) => at !== 1), 2, "does not follow"],
    ["written with a name twice", () => lines.map(twice), 1, "is not written as wasm-sandbox writes it"],
    ["of another size than any of ours", () => [...lines, `"${"x".repeat(70_000)}"`], 0, "is longer than 65536 bytes"],
    ...longer(
      ["put in", () => lines.toSpliced(1, 0, lines[0] ?? ""), 2, "does not follow"],
      ["cut in the middle", () => lines.with(2, (lines[2] ?? "").slice(0, 40)), 3, "is not a JSON object"],
      ["written with spaces", () => lines.map((line) => `${line} `), 1, "is not written as wasm-sandbox writes it"],
    ),
  ])("names the first line that was %s", async (_, content, line, reason) => {
    const path = written(...content());
    const at = line === 0 ? lines.length + 1 : line;
    const { code, stdout } = await verify(path);
    expect(code).toBe(1);
    expect(stdout).toContain(`${path}:${at}: ${reason}`);
    const json = await verify("--json", path);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      intact: false,
      lines: at - 1,
      broken: { line: at, reason: expect.stringContaining(reason) },
      expected: null,
      expected_line: null,
    });
  });

  test("says as JSON what is whole", async () => {
    const { code, stdout } = await verify("--json", "--expect", heads[0] ?? "", log);
    expect(code).toBe(0);
    const [head, expected] = [heads[1], heads[0]];
    const found = { intact: true, lines: lines.length, head, broken: null, expected, expected_line: lines.length / 2 };
    expect(JSON.parse(stdout)).toEqual({ file: log, ...found });
  });

  test("ends with 2 for wrong usage, and with 3 for what is no log to read", async () => {
    expect(await verify()).toMatchObject({ code: 2, stdout: "" });
    expect(await verify("--expect", "abc", log)).toMatchObject({ code: 2, stdout: "" });
    expect(await verify(`--expect=${heads[0]}`, `--expect=${heads[1]}`, log)).toMatchObject({ code: 2, stdout: "" });
    expect(await verify(join(folder, "none"))).toMatchObject({ code: 3, stdout: "" });
    expect(await verify(folder)).toMatchObject({ code: 3, stdout: "" });
  });

  test("shows nothing that a file's name or lines would do to a terminal", async () => {
    const path = join(temporaryFolder(), "a\u001b[2J.jsonl");
    writeFileSync(path, "\u001b[2J\n");
    const { code, stdout } = await verify(path);
    expect(code).toBe(1);
    expect(stdout).not.toContain("\u001b");
  });
});
