import { describe, expect, it } from "vitest";
import type { Output } from "../../src/cli/output.ts";
import { showProgress } from "../../src/cli/progress.ts";
import { tree } from "../scan/support/tree.ts";
import { hasTerminal, onTerminal } from "../support/terminal.ts";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function watched(errIsTerminal: boolean): { readonly output: Output; readonly screen: () => string } {
  let screen = "";
  const err = (text: string | Uint8Array) => {
    screen += text;
  };
  return {
    output: { out: () => {}, err, outIsTerminal: false, errIsTerminal, flushed: () => Promise.resolve() },
    screen: () => screen,
  };
}

describe("progress", () => {
  const targets = [{ kind: "path", path: tree({ "a.py": "", "b/c.py": "", "b/d.py": "", "e.py": "" }) }] as const;

  it("is a bar of the files met, once a scan takes a while, and leaves no trace", async () => {
    const { output, screen } = watched(true);
    const progress = showProgress(output, targets);
    progress.show(0);
    expect(screen()).toBe("");
    await pause(120);
    progress.show(2);
    expect(screen()).toBe(`\r${"█".repeat(15)}${"░".repeat(15)} 2/4 files`);
    progress.clear();
    expect(screen().endsWith("\r\u001b[K")).toBe(true);
  });

  it("is nothing at all when nobody watches", async () => {
    const { output, screen } = watched(false);
    const progress = showProgress(output, targets);
    await pause(120);
    progress.show(2);
    progress.clear();
    expect(screen()).toBe("");
  });
});

describe.skipIf(!hasTerminal)("on a terminal", () => {
  const scan = ["scan", "--code", "import os\nos.system(input())"];
  const show = (env: Record<string, string>) => onTerminal(scan, { env, answers: [], prompt: "never asked" });

  it("text has colours, unless they are not wanted", async () => {
    expect((await show({ TERM: "xterm" })).screen).toMatch(/\u001b\[1m\u001b\[31mcritical\[|\u001b\[3[0-9]mcritical\[/);
    expect((await show({ TERM: "xterm", NO_COLOR: "1" })).screen).not.toContain("\u001b[");
  });
});
