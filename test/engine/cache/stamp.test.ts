import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clearCache } from "../../../src/engine/cache/clear.ts";
import { keepStamp, readStamp } from "../../../src/engine/cache/stamp.ts";
import { findEngine } from "../../../src/isolation/engine.ts";
import { longer } from "../../support/amount.ts";
import { cli, ROOT } from "../../support/cli.ts";
import { componentFile } from "../../support/files.ts";
import { temporaryFolder } from "../support/prepare-options.ts";

const NAME = "engine-0123456789abcdef";

const INSTEAD: Readonly<Record<string, (path: string) => void>> = {
  "a FIFO": (path) => execFileSync("mkfifo", ["-m", "600", path]),
  "a folder": (path) => mkdirSync(path),
  "a link to a stamp": (path) => {
    writeFileSync(`${path}-target`, "text", { mode: 0o600 });
    symlinkSync(`${path}-target`, path);
  },
  "a link to /dev/zero": (path) => symlinkSync("/dev/zero", path),
  "a link to itself": (path) => symlinkSync(path, path),
  "a file of a gigabyte": (path) => {
    writeFileSync(path, "", { mode: 0o600 });
    truncateSync(path, 2 ** 30);
  },
  "a file that others can write": (path) => {
    writeFileSync(path, "text");
    chmodSync(path, 0o622);
  },
};

describe.skipIf(process.platform === "win32")("a stamp", () => {
  test("is what was kept last, ours alone, and leaves nothing else", () => {
    const path = join(folder(), NAME);
    expect(readStamp(path)).toBe(undefined);
    for (const text of ["first", "text"]) keepStamp(path, text);
    expect(readStamp(path)).toBe("text");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, ".."))).toEqual([NAME]);
  });

  test.each(Object.keys(INSTEAD))("%s in its place is none", (kind) => {
    const path = join(folder(), NAME);
    INSTEAD[kind]?.(path);
    expect(readStamp(path)).toBe(undefined);
  });

  test.each(Object.keys(INSTEAD).filter((kind) => kind !== "a folder"))("takes the place of %s", (kind) => {
    const path = join(folder(), NAME);
    INSTEAD[kind]?.(path);
    keepStamp(path, "new");
    expect(readStamp(path)).toBe("new");
    if (kind === "a link to a stamp") expect(readFileSync(`${path}-target`, "utf8")).toBe("text");
  });

  test("is not kept in the place of a folder, and leaves nothing half-written", () => {
    const path = join(folder(), NAME);
    mkdirSync(path);
    expect(() => keepStamp(path, "new")).toThrow(expect.objectContaining({ code: "EISDIR" }));
    expect(readdirSync(join(path, ".."))).toEqual([NAME]);
  });

  test.each(Object.keys(INSTEAD).filter((kind) => kind !== "a folder"))("clearing removes %s", (kind) => {
    const cache = folder();
    INSTEAD[kind]?.(join(cache, NAME));
    clearCache(cache);
    expect(readdirSync(cache).filter((name) => name === NAME)).toEqual([]);
  });

  test("clearing leaves a folder of its name, and says so", () => {
    const cache = folder();
    mkdirSync(join(cache, NAME));
    writeFileSync(join(cache, NAME, "work"), "");
    expect(clearCache(cache)).toEqual({ entries: 0, bytes: 0, folders: [NAME], others: 0 });
    expect(readdirSync(join(cache, NAME))).toEqual(["work"]);
  });
});

describe.skipIf(process.platform === "win32")("a run", () => {
  test.each([["a FIFO"], ...longer(["a folder"], ["a link to /dev/zero"])])(
    "does its work with %s for each stamp",
    async (kind) => {
      const home = temporaryFolder();
      const cache = join(home, ".cache/wasm-sandbox");
      mkdirSync(cache, { recursive: true, mode: 0o700 });
      const engine = `engine-${findEngine(ROOT).digest?.slice(0, 16)}`;
      for (const name of [engine, "isolation-bubblewrap"]) INSTEAD[kind]?.(join(cache, name));
      const run = (...args: string[]) => cli(args, { env: { HOME: home }, timeout: 20_000 });
      expect(await run("run", await componentFile([{ say: "hello" }]))).toMatchObject({ code: 0, stdout: "hello" });
      const { code, stdout } = await run("cache", "clear");
      expect(code).toBe(0);
      expect(readdirSync(cache).length).toBe(kind === "a folder" ? 2 : 0);
      expect(stdout.match(/^Left alone: \S+ is a folder, .* remove it$/gm)?.length ?? 0).toBe(
        kind === "a folder" ? 2 : 0,
      );
    },
  );
});

function folder(): string {
  const path = join(temporaryFolder(), "cache");
  mkdirSync(path, { mode: 0o700 });
  return path;
}
