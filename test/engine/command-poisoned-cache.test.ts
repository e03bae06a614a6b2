import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cli } from "../support/cli.ts";
import { scripted } from "../support/scripted-component.ts";

describe("A26: the command and a cache that somebody has been at", () => {
  let component: Uint8Array;
  beforeAll(async () => {
    component = await scripted([{ say: "clean" }]);
  });

  it("a poisoned entry is not run but made again", async () => {
    const place = fresh();
    expect(await place.run()).toMatchObject({ code: 0 });
    const name = readdirSync(place.cache).find((file) => file.endsWith(".component")) ?? "";
    const entry = join(place.cache, name);
    const bytes = readFileSync(entry, "latin1");
    expect(bytes.includes('"use strict";(function')).toBe(true);
    writeFileSync(entry, bytes.replace('"use strict";(function', '"use strict";throw 1; f'), "latin1");
    expect(await place.run()).toMatchObject({ code: 0, stdout: expect.stringContaining("clean") });
    expect(readFileSync(entry, "latin1").includes("throw 1")).toBe(false);
  });

  it.each<[string, (cache: string) => void]>([
    ["a folder that everybody can write", (cache) => chmodSync(made(cache), 0o777)],
    ["a link", (cache) => symlinkSync(mkdtempSync(join(tmpdir(), "wasm-sandbox-a26-")), cache)],
    ["a file", (cache) => writeFileSync(cache, "")],
  ])("%s in the cache's place is refused with a way out", async (_, plant) => {
    const place = fresh();
    rmSync(place.cache, { recursive: true, force: true });
    plant(place.cache);
    const { code, stdout, stderr } = await place.run();
    expect({ code, stdout }).toEqual({ code: 126, stdout: "" });
    expect(stderr).toMatch(/The cache folder was not used: .*\n.*XDG_CACHE_HOME/);
  });

  it("a guest cannot write the cache, whatever it is granted", async () => {
    const place = fresh();
    await place.run();
    const before = readdirSync(place.cache);
    const thief = await scripted([
      { write: join(place.cache, "planted"), content: "x" },
      { write: join(place.cache, before[0] ?? ""), content: "x" },
    ]);
    const { stdout } = await place.run(thief, ["--allow-fs-write", `--allow-fs-write=${place.home}`]);
    expect(stdout).toMatch(/err .*\n?err /);
    expect(readdirSync(place.cache)).toEqual(expect.arrayContaining(before));
    expect(readdirSync(place.cache)).not.toContain("planted");
  });

  function fresh() {
    const home = mkdtempSync(join(tmpdir(), "wasm-sandbox-a26-"));
    mkdirSync(join(home, ".cache"), { mode: 0o700 });
    const run = (bytes: Uint8Array = component, flags: readonly string[] = []) => {
      const path = join(home, "skill.wasm");
      writeFileSync(path, bytes);
      return cli(["run", ...flags, path], { env: { HOME: home } });
    };
    return { home, cache: join(home, ".cache/wasm-sandbox"), run };
  }
});

function made(folder: string): string {
  mkdirSync(folder);
  return folder;
}
