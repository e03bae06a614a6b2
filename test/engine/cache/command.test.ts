import { chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { longer } from "../../support/amount.ts";
import { cli } from "../../support/cli.ts";
import { componentFile } from "../../support/files.ts";
import { makeReadOnly, mounted, whyNoDisk } from "./support/small-disk.ts";

const problem = whyNoDisk();
const skipped = problem === undefined ? "" : ` (skipped: ${problem})`;

describe("wasm-sandbox cache", () => {
  it("shows where the cache is, lists what a run left in it, and empties it", async () => {
    const { cache, run } = home();
    expect(await run("cache", "dir")).toEqual({ code: 0, stdout: `${cache}\n`, stderr: "" });
    expect(await run("cache", "ls")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\n0 entries, 0\.0 KiB of/),
    });
    const component = await componentFile([{ say: "hello" }]);
    expect(await run("run", component)).toMatchObject({ code: 0 });
    const { digest } = JSON.parse((await run("inspect", "--json", component)).stdout);
    expect((await run("cache", "ls")).stdout).toMatch(new RegExp(`KiB +component +sha256:${digest}\n1 entry, `));
    expect(JSON.parse((await run("cache", "ls", "--json")).stdout)).toMatchObject({
      folder: cache,
      max_bytes: 512 * 1024 * 1024,
      entries: [{ digest, kind: "component", state: "usable", last_use: expect.stringMatching(/^20\d\d-.*Z$/) }],
    });
    expect(await run("run", "--fuel=1000000000", component)).toMatchObject({ code: 0 });
    expect((await run("cache", "ls")).stdout).toMatch(new RegExp(` sha256:${digest} with fuel\n`));
    const { entries } = JSON.parse((await run("cache", "ls", "--json")).stdout);
    expect(entries.map(({ fuel }: { fuel: boolean }) => fuel).sort()).toEqual([false, true]);
    expect(await run("cache", "clear")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Removed 2 entries ("),
    });
    expect(readdirSync(cache)).toEqual([]);
    expect(await run("run", component)).toMatchObject({ code: 0 });
    expect(readdirSync(cache).filter((name) => name.endsWith(".component"))).toHaveLength(1);
  });

  it("does not list or clear a folder that is not ours alone", async () => {
    const { cache, run } = home();
    mkdirSync(cache, { recursive: true });
    const file = join(cache, "file");
    writeFileSync(file, "");
    chmodSync(cache, 0o777);
    for (const command of ["ls", "clear"]) {
      const refused = {
        code: 3,
        stdout: "",
        stderr: expect.stringMatching(/^error: The cache folder was not used: .*\n.*XDG_/),
      };
      expect(await run("cache", command)).toEqual(refused);
    }
    chmodSync(cache, 0o755);
    expect(await run("cache", "clear")).toMatchObject({ code: 3, stdout: "" });
    expect(readdirSync(cache)).toEqual(["file"]);
  });

  it("does not clear through a link", async () => {
    const { cache, run } = home();
    const elsewhere = mkdtempSync(join(tmpdir(), "wasm-sandbox-cache-"));
    writeFileSync(join(elsewhere, `${"00".repeat(32)}.component`), "");
    mkdirSync(join(cache, ".."), { recursive: true });
    symlinkSync(elsewhere, cache);
    expect(await run("cache", "clear")).toMatchObject({ code: 3, stderr: expect.stringContaining("symbolic link") });
    expect(readdirSync(elsewhere)).toHaveLength(1);
  });

  it.skipIf(problem !== undefined)(`a disk that is full or read-only costs a note${skipped}`, async () => {
    const component = await componentFile([{ say: "hello" }]);
    const disk = mounted(16);
    const run = (...args: readonly string[]) => cli(args, { env: { HOME: disk } });
    const notes = (stderr: string) => stderr.split("\n").filter((line) => line.startsWith("note: "));
    const full = await run("run", component);
    expect(full).toMatchObject({ code: 0, stdout: expect.stringContaining("hello") });
    expect(notes(full.stderr)).toEqual([expect.stringMatching(/component was not kept for the next run: ENOSPC/)]);
    expect(readdirSync(join(disk, ".cache/wasm-sandbox")).filter((name) => /^\.|component$/.test(name))).toEqual([]);
    makeReadOnly(disk);
    const readOnly = await run("run", component);
    expect(readOnly).toMatchObject({ code: 0, stdout: expect.stringContaining("hello") });
    expect(notes(readOnly.stderr)).toEqual([expect.stringMatching(/component was not kept for the next run: EROFS/)]);
    expect(await run("cache", "clear")).toMatchObject({ code: 3, stderr: expect.stringMatching(/not cleared: EROFS/) });
  });

  it.each([[["rm"]], [["clear", "everything"]], ...longer([[]], [["ls", "--all"]])])(
    "cache %j is wrong usage",
    async (args) => {
      expect(await home().run("cache", ...args)).toMatchObject({ code: 2, stdout: "" });
    },
  );
});

function home() {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-cache-"));
  const run = (...args: readonly string[]) => cli(args, { env: { HOME: folder } });
  return { cache: join(folder, ".cache/wasm-sandbox"), run };
}
