import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { remembering } from "../../src/scan/remembering.ts";
import { openResultStore } from "../../src/scan/result-store.ts";
import type { Findings, Scanner } from "../../src/scanner/scanner.ts";
import { temporaryFolder } from "../support/files.ts";

const ANSWER: Findings = {
  kind: "findings",
  observations: [
    {
      ...{ rule: "r", category: "c", severity: "high", confidence: "low", file: 0, line: 3, column: 1 },
      ...{ context: "x", description: "d" },
    },
  ],
  files: [{ language: "python", state: "analysed" }],
};

const skill = (text: string, path = "a.py") => [{ path, content: Buffer.from(text) }];

let folder: string;
let calls: number;
beforeEach(() => {
  folder = join(temporaryFolder(), "results");
  calls = 0;
});

function scanner(digest = "d1", answer: Awaited<ReturnType<Scanner["scan"]>> = ANSWER): Scanner {
  const counting: Scanner = {
    identity: { name: "s", digest, external: false },
    renew: () => {},
    scan: () => {
      calls++;
      return answer;
    },
  };
  return remembering(counting, openResultStore(folder));
}

describe("results that are kept", () => {
  it("are given again for the same files, also by another process", async () => {
    expect(await scanner().scan(skill("x"))).toEqual(ANSWER);
    expect(await scanner().scan(skill("x"))).toEqual(ANSWER);
    expect(calls).toBe(1);
  });

  it.each([
    ["another text", () => scanner().scan(skill("y"))],
    ["another path", () => scanner().scan(skill("x", "b.py"))],
    ["a byte moved from the path to the text", () => scanner().scan(skill("yx", "a.p"))],
    ["another scanner", () => scanner("d2").scan(skill("x"))],
  ])("are not those of %s", async (_, scanOther) => {
    await scanner().scan(skill("x"));
    await scanOther();
    expect(calls).toBe(2);
  });

  it("are read again when they are damaged", async () => {
    await scanner().scan(skill("x"));
    const [file = ""] = resultFiles();
    writeFileSync(file, readFileSync(file, "utf8").replace('"high"', '"low"'));
    expect(await scanner().scan(skill("x"))).toEqual(ANSWER);
    expect(calls).toBe(2);
  });

  it("are not believed when others may write to them", async () => {
    await scanner().scan(skill("x"));
    const [file = ""] = resultFiles();
    chmodSync(file, 0o666);
    await scanner().scan(skill("x"));
    expect(calls).toBe(2);
  });

  it("do not include failures", async () => {
    await scanner("d", { kind: "failed", why: "w" }).scan(skill("x"));
    expect(await scanner("d").scan(skill("x"))).toEqual(ANSWER);
  });

  it("make room: what was unused for longest goes", () => {
    const store = openResultStore(folder);
    const description = "x".repeat(490_000 / 100);
    const large = {
      ...ANSWER,
      observations: Array.from({ length: 400 }, () => ({ ...ANSWER.observations[0], description })),
    };
    for (const digit of "0123") store.keep(`aa${digit.repeat(62)}`, large as Findings);
    store.close();
    expect(resultFiles().length).toBeLessThan(4);
    expect(resultFiles().length).toBeGreaterThan(0);
  });
});

it("a folder that others may write to is refused", () => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  expect(() => openResultStore(folder)).toThrow(/can be written by others/);
});

function resultFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
}
