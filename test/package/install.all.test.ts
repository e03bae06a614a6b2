import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const app = join(folder, "app");
const home = join(folder, "home");
const prefix = join(folder, "global");
const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
let tarball = "";

beforeAll(async () => {
  for (const path of [app, home, prefix]) mkdirSync(path);
  // The build is there already, and `npm pack` would make it again.
  await execa("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT });
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  writeFileSync(join(app, "package.json"), "{}");
  await execa("npm", ["install", tarball, ...quiet], { cwd: app });
}, 300_000);

const clean = { env: { HOME: home, PATH: "/usr/bin:/bin" }, extendEnv: false, reject: false } as const;

describe("the packed tarball, installed into an empty folder", () => {
  test("brings nothing but itself and the pinned engine, and runs without a compiler", async () => {
    const installed = readdirSync(join(app, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed).toEqual([expect.stringMatching(/^node-/), "wasm-sandbox"]);
    const bin = join(app, "node_modules/.bin/wasm-sandbox");
    const demo = await execa(bin, ["demo", "malicious"], { ...clean, cwd: folder });
    expect({ code: demo.exitCode, blocked: demo.stdout.match(/^BLOCKED/gm)?.length }).toEqual({ code: 0, blocked: 5 });
    expect((await execa(bin, ["demo", "trusted"], { ...clean, cwd: folder })).exitCode).toBe(0);
    const scan = await execa(bin, ["scan", "--code", "import os; os.system(input())"], { ...clean, cwd: folder });
    expect(JSON.parse(scan.stdout).total_findings).toBeGreaterThan(0);
  });

  test("its public API can be imported, with its types", async () => {
    const script =
      "import { inspect, SandboxError } from 'wasm-sandbox'; try { inspect('/no'); } catch (e) { console.log(e instanceof SandboxError, e.code); }";
    const { stdout } = await execa(process.execPath, ["--input-type=module", "-e", script], { cwd: app });
    expect(stdout).toBe("true not-found");
    writeFileSync(
      join(app, "use.mts"),
      'import { type RunResult, run } from "wasm-sandbox";\nexport const go: typeof run = run;\nexport type R = RunResult;\n',
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--types",
      "node",
      "--typeRoots",
      join(ROOT, "node_modules/@types"),
    ];
    const { stdout: complaints } = await execa(process.execPath, [tsc, ...options, "use.mts"], {
      cwd: app,
      reject: false,
    });
    expect(complaints).toBe("");
  });

  test("installs globally", async () => {
    await execa("npm", ["install", "--global", "--prefix", prefix, tarball, ...quiet], { cwd: folder });
    const { exitCode } = await execa(join(prefix, "bin/wasm-sandbox"), ["demo", "trusted"], { ...clean, cwd: folder });
    expect(exitCode).toBe(0);
  });
});
