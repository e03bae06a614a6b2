import { describe, expect, it } from "vitest";
import { externalScanner, type ScannerRunner } from "../../src/scanner/external.ts";
import { answer, SEEN } from "./support/fake-scanner.ts";

const scannerThat = (code: ScannerRunner["code"], skill: ScannerRunner["skill"] = async () => undefined) =>
  externalScanner({ name: "other", digest: "0".repeat(64) }, { code, skill });

const python = (text: string) => [{ path: "a.py", content: Buffer.from(text) }];

describe("an external scanner", () => {
  it("gets the text, and its findings are marked", async () => {
    const heard: string[] = [];
    const scanner = scannerThat(async (code) => {
      heard.push(code);
      return answer(SEEN);
    });
    const reply = await scanner.scan(python("\ufeffprint('é')"));
    expect(heard).toEqual(["\ufeffprint('é')"]);
    expect(reply).toEqual({
      kind: "findings",
      observations: [{ ...SEEN, file: 0, external: true }],
      files: [{ language: "python", state: "analysed" }],
    });
    expect(scanner.identity).toEqual({ name: "other", digest: "0".repeat(64), external: true });
  });

  it("cannot pass for ours", async () => {
    const reply = await scannerThat(async () => answer({ ...SEEN, external: false })).scan(python("x"));
    expect(reply).toMatchObject({ observations: [{ external: true }] });
  });

  it("is a failure when it answers nonsense, or not at all", async () => {
    expect(await scannerThat(async () => "no").scan(python("x"))).toMatchObject({ kind: "failed" });
    expect(await scannerThat(async () => ({ failed: "a trap" })).scan(python("x"))).toEqual({
      kind: "failed",
      why: "a trap",
    });
  });

  it("that takes skills gets all files at once, and tells what became of each", async () => {
    const heard: unknown[] = [];
    const files = [
      { language: "python", state: "analysed" },
      { language: "shell", state: "partly", reason: "too deep" },
    ];
    const scanner = scannerThat(
      async () => "never asked",
      async (given) => {
        heard.push(given);
        return JSON.stringify({ findings: [{ ...SEEN, file: 1 }], files });
      },
    );
    const reply = await scanner.scan([...python("x"), { path: "b.sh", content: Buffer.from("id") }]);
    expect(heard).toEqual([
      [
        { path: "a.py", content: "x" },
        { path: "b.sh", content: "id" },
      ],
    ]);
    expect(reply).toEqual({ kind: "findings", observations: [{ ...SEEN, file: 1, external: true }], files });
  });

  it("that takes skills fails when it does not tell of each file", async () => {
    const scanner = scannerThat(
      async () => "",
      async () => JSON.stringify({ findings: [] }),
    );
    expect(await scanner.scan(python("x"))).toEqual({ kind: "failed", why: "its answer does not tell of each file" });
  });

  it("that takes code only is asked once whether it takes skills", async () => {
    let asked = 0;
    const scanner = scannerThat(
      async () => answer(SEEN),
      async () => void asked++,
    );
    const reply = await scanner.scan([...python("x"), { path: "b.sh", content: Buffer.from("id") }]);
    await scanner.scan(python("y"));
    expect(asked).toBe(1);
    expect(reply).toMatchObject({ files: [{ state: "analysed" }, { language: "shell", state: "skipped" }] });
  });
});
