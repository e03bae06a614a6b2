import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { temporaryFolder } from "../support/files.ts";
import { compilerMissing, doSteps, PROGRAMS } from "../support/steps-guest.ts";

const hostile = temporaryFolder();
const executed = join(temporaryFolder(), "executed");
/** Helpers that a run may start, and what looks up programs by itself. */
const PLANTED = ["touch", "sh", "bash", "perl", "bwrap", "unshare", "node", "ldd", "mount", "env", "true"];
const EVERYTHING = "allow:\n  fs-read: true\n  fs-write: true\n  network: true\n";

beforeAll(() => {
  for (const folder of ["", "bin", "node_modules/.bin"]) {
    mkdirSync(join(hostile, folder), { recursive: true });
    for (const name of PLANTED) {
      const path = join(hostile, folder, name);
      writeFileSync(path, `#!/bin/dash\necho "$0" >> ${executed}\nexit 0\n`);
      chmodSync(path, 0o755);
    }
  }
  const evil = join(hostile, "evil.cjs");
  writeFileSync(evil, `require("node:fs").writeFileSync(${JSON.stringify(executed)}, "evil")`);
  for (const folder of ["", ".config/wasm-sandbox", ".wasm-sandbox", "wasm-sandbox"]) {
    mkdirSync(join(hostile, folder), { recursive: true });
    for (const name of [
      "policy.yaml",
      "policy.json",
      "wasm-sandbox.yaml",
      ".wasm-sandbox.yaml",
      "config.yaml",
      "skill.yaml",
    ]) {
      writeFileSync(join(hostile, folder, name), EVERYTHING);
    }
  }
});

/** What a hostile folder's tooling could set; LD_PRELOAD is the operator's own, and takes effect before we are there. */
const HOSTILE_ENV = {
  PATH: `.:bin:node_modules/.bin:${hostile}/bin:/usr/bin:/bin`,
  NODE_OPTIONS: "--require ./evil.cjs",
  NODE_PATH: hostile,
  PERL5LIB: hostile,
  PERL5OPT: "-Mevil",
  BASH_ENV: "./sh",
  ENV: "./sh",
  npm_config_node_options: "--require ./evil.cjs",
  WASM_SANDBOX_POLICY: "policy.yaml",
  WASM_SANDBOX_ALLOW_FS_READ: "/",
  WASM_SANDBOX_ENGINE: "./node",
};

describe.skipIf(compilerMissing).each(PROGRAMS)("A30: a hostile current folder, for a run of %s", (_, program) => {
  test("nothing of it is executed, also where a helper program is needed, and nothing in it grants anything", async () => {
    const base = layOut({ data: { file: "content" }, secret: "SECRET" });
    const { answers, code, stderr } = await doSteps(
      program,
      [`--dir=${base}/data::d`],
      [
        ["times-at", "d", "file", 1, 1_000_000_001n, 1_000_000_001n, 5],
        ["times-at", "d", "file", 1, 1_000_000_001n, 0, 1],
        ["cat", "/", "etc/passwd"],
        ["cat", ".", "policy.yaml"],
        ["put", ".", "made", "PWNED"],
        ["cat", "d", "file"],
        ["preopens"],
      ],
      { cwd: hostile, env: HOSTILE_ENV },
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(answers.slice(0, 2)).toEqual(["", ""]);
    expect(answers.slice(2, 5)).toEqual(["EBADF", "EBADF", "EBADF"]);
    expect(answers.slice(5)).toEqual(["content", "d"]);
    // The real touch(1) did it, to the nanosecond.
    expect(statSync(join(base, "data/file"), { bigint: true }).mtimeNs).toBe(1_000_000_001n);
    expect(existsSync(executed) ? readFileSync(executed, "utf8") : "").toBe("");
  });
});
