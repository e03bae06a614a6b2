import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { type Step, scripted } from "../support/scripted-component.ts";

/** Runs a skill that may read and write a folder, with these limits; the exit code and what ended it. */
async function run(folder: string, steps: readonly Step[], ...limits: readonly string[]) {
  const path = join(temporaryFolder(), "skill.wasm");
  writeFileSync(path, await scripted(steps));
  const grants = [`--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
  const { stdout } = await cli(["run", "--json", ...grants, ...limits, path]);
  const { exit, outcome } = JSON.parse(stdout);
  return { exit, limit: outcome.limit };
}

const CONTENT = "x".repeat(5000);

test.each([
  ["--max-disk=4096", "disk"],
  ["--max-host-write=4999", "host-write"],
  ["--max-open-files=0", "open-files"],
])("what a skill writes counts: %s", async (flag, limit) => {
  const folder = temporaryFolder();
  expect(await run(folder, [{ write: join(folder, "new"), content: CONTENT }], flag)).toEqual({ exit: 124, limit });
  expect(existsSync(join(folder, "new"))).toBe(false);
});

test("a file that is there grows by what is more", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "old"), CONTENT);
  const over = { write: join(folder, "old"), content: `${CONTENT}${"y".repeat(100)}` };
  expect(await run(folder, [over], "--max-disk=100")).toEqual({ exit: 0, limit: undefined });
  writeFileSync(join(folder, "old"), CONTENT);
  expect(await run(folder, [over], "--max-disk=99")).toEqual({ exit: 124, limit: "disk" });
  expect(readFileSync(join(folder, "old"), "utf8")).toBe(CONTENT);
});

test.each([
  ["--max-host-read=4999", "host-read"],
  ["--max-open-files=0", "open-files"],
])("what a skill reads counts: %s", async (flag, limit) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "old"), CONTENT);
  expect(await run(folder, [{ read: join(folder, "old") }], flag)).toEqual({ exit: 124, limit });
});

test("a skill may read its own component and manifest, and write neither", async () => {
  const folder = temporaryFolder();
  const [skill, manifest] = [join(folder, "skill.wasm"), join(folder, "SKILL.md")];
  const steps = [{ write: manifest, content: "" }, { write: skill, content: "" }, { read: manifest }];
  const component = await scripted(steps);
  writeFileSync(skill, component);
  const grants = [`--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`];
  const first = await cli(["run", ...grants, skill]);
  expect(first.stdout.match(/^err /gm)).toHaveLength(3);
  expect(existsSync(manifest)).toBe(false);
  writeFileSync(manifest, "---\nname: skill\n---\nwords\n");
  const second = await cli(["run", ...grants, skill]);
  expect(second.stdout).toContain("ok ---\nname: skill");
  expect(second.stderr).toContain("rule: own-files");
  expect(readFileSync(manifest, "utf8")).toContain("words");
  expect(readFileSync(skill)).toEqual(Buffer.from(component));
});
