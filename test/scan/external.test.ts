import { describe, expect, it } from "vitest";
import { externalScanner, type ScannerRunner } from "../../src/scanner/external.ts";
import { answer, SEEN } from "./support/fake-scanner.ts";

const scannerThat = (run: ScannerRunner) => externalScanner({ name: "other", digest: "0".repeat(64) }, run);

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
});
