import { spawnSync } from "node:child_process";
import { mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { temporaryFolder } from "../../support/prepare-options.ts";

/** A file system of the test's own, of so many KiB. */
export function mounted(kibibytes: number): string {
  const place = emptyFolder();
  const options = `size=${kibibytes}k,mode=0700`;
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]).status).toBe(0);
  onTestFinished(() => void spawnSync("umount", ["-l", place]));
  return place;
}

export function makeReadOnly(place: string): void {
  expect(spawnSync("mount", ["-o", "remount,ro", place]).status).toBe(0);
}

/** Why no file system can be mounted here, for the name of a skipped test. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== "linux") return "only on Linux";
  const place = emptyFolder();
  const { status, stderr, error } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", place], { encoding: "utf8" });
  if (status !== 0) return error?.message ?? stderr.trim();
  spawnSync("umount", ["-l", place]);
  rmdirSync(place);
  return undefined;
}

function emptyFolder(): string {
  const place = join(temporaryFolder(), "disk");
  mkdirSync(place);
  return place;
}
