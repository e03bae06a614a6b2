import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Check } from "../check.ts";

/** O_PATH, which node does not name. */
const O_PATH = 0o10000000;

export const raceFreePaths: Check = {
  id: "race-free-paths",
  title: "paths are walked by descriptors, so that a swapped folder is not followed",
  look() {
    const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-doctor-"));
    try {
      if (process.platform === "linux" && readsThroughDescriptor(folder)) {
        return { state: "holds", detail: "a file was read through the descriptor of its folder" };
      }
      return { state: "weaker", detail: "each part of a path is looked at before it is used (lstat)" };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function readsThroughDescriptor(folder: string): boolean {
  writeFileSync(join(folder, "file"), "content");
  const descriptor = openSync(folder, O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    return readFileSync(`/proc/self/fd/${descriptor}/file`, "utf8") === "content";
  } catch {
    // No /proc: the broker walks in the other way too.
    return false;
  } finally {
    closeSync(descriptor);
  }
}
