import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ceilings } from "../../src/doctor/checks/ceilings.ts";
import { diagnose } from "../../src/doctor/doctor.ts";
import { findInstallation } from "../../src/installation.ts";
import { doctorText } from "../../src/report/doctor-text.ts";
import { ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const NOWHERE = { cwd: "/", environment: {} };

test("an engine that is not the published one is absent, and nothing can be run", async () => {
  const installation = findInstallation(ROOT, join(temporaryFolder(), "cache"));
  const diagnosis = await diagnose(
    { ...installation, engine: { ...installation.engine, digest: "0".repeat(64) } },
    NOWHERE,
  );
  expect(diagnosis.missing).toEqual(["pinned engine"]);
  expect(doctorText(diagnosis)).toMatch(/\n {2}absent {2}pinned engine .*not the published binary/);
  expect(doctorText(diagnosis)).toMatch(/\nNothing can be run: pinned engine\n$/);
});

test("what a stranger could have named is neutralised on the page", () => {
  const row = {
    id: "cache",
    title: "cache folder",
    state: "weaker",
    detail: "/tmp/\u001b[2J\u202e",
    fix: "\u0007",
  } as const;
  const page = doctorText({ machine: [row], promises: [row], missing: [] });
  expect(page).not.toMatch(/[\u001b\u202e\u0007]/);
});

test("a ceiling is listed with what it demands, and a broken one stops every run", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "wasm-sandbox"), { mode: 0o700 });
  const machine = { environment: { XDG_CONFIG_HOME: folder }, cwd: "/", installation: findInstallation(ROOT, folder) };
  const look = (content: string) => {
    writeFileSync(join(folder, "wasm-sandbox/policy.yaml"), content, { mode: 0o600 });
    return ceilings.look({ ...machine, nativeProbe: () => Promise.reject(new Error("not needed")) });
  };
  expect(await look("isolation: bubblewrap\nrequire-walls: true\n")).toMatchObject({
    state: "holds",
    detail: expect.stringMatching(/policy\.yaml, isolation bubblewrap, walls required$/),
  });
  expect(await look("isolation: everything\n")).toMatchObject({
    state: "absent",
    detail: expect.stringMatching(/^every run stops: /),
  });
});
