import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SandboxError } from "../../src/errors.ts";
import { parseEnvValue } from "../../src/policy/env-value.ts";
import { temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const SECRET = "sk-live-0123456789";
const file = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
file("token", `${SECRET}\n`);
file("windows", `${SECRET}\r\n`);
file("two-lines", "a\n\n");
file("empty", "");
file("longest", "x".repeat(65_536));
file("too-long", "x".repeat(65_537));
file("nul", "a\0b");
file("latin1", Uint8Array.of(0xe9));

describe("parseEnvValue", () => {
  test.each([
    ["A=b", "b"],
    ["A=", ""],
    ["A=b=c,d", "b=c,d"],
    ["_a1=ü", "ü"],
    ["__proto__=x", "x"],
    ["A=@token", SECRET],
    ["A=@windows", SECRET],
    ["A=@two-lines", "a\n"],
    ["A=@empty", ""],
    ["A=@longest", "x".repeat(65_536)],
    [`A=@${join(folder, "token")}`, SECRET],
  ])("%s", (text, value) => {
    expect(parseEnvValue(text, folder)).toEqual({ name: text.slice(0, text.indexOf("=")), value });
  });

  test.each([
    ["no value", SECRET],
    ["an empty name", `=${SECRET}`],
    ["a name with a dash", `A-B=${SECRET}`],
    ["a name that begins with a digit", `1A=${SECRET}`],
    ["a name with a space", `A =${SECRET}`],
    ["a name with a letter that is not ASCII", `Ä=${SECRET}`],
    ["a name with a line end", `A\n=${SECRET}`],
    ["a NUL", `A=${SECRET}\0`],
    ["a value that is too long", `A=${SECRET.repeat(4000)}`],
    ["a file that is missing", "A=@missing"],
    ["a file that is too long", "A=@too-long"],
    ["a file with a NUL", "A=@nul"],
    ["a file that is not UTF-8", "A=@latin1"],
    ["a folder", "A=@."],
    ["no file", "A=@"],
  ])("%s is refused, and the value is not repeated", (_name, text) => {
    const error = refusal(text);
    expect(error.code).toBe("usage");
    expect(`${error.message} ${error.hint}`).not.toContain(SECRET);
  });

  test("a FIFO without a writer does not stop anything", () => {
    execFileSync("mkfifo", [join(folder, "fifo")]);
    expect(refusal("A=@fifo").message).toContain("is not a regular file");
  });
});

function refusal(text: string): SandboxError {
  try {
    parseEnvValue(text, folder);
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} was accepted`);
}
