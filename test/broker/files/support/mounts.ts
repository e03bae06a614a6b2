import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";

/** Shows one folder under a second name until the test ends; false where that is not permitted. */
export function bindMount(from: string, to: string): boolean {
  return mount(["--bind", from, to], to);
}

/** A file system of its own and of that size until the test ends; false where that is not permitted. */
export function mountDisk(folder: string, size: string): boolean {
  return mount(["-t", "tmpfs", "-o", `size=${size}`, "none", folder], folder);
}

function mount(words: readonly string[], folder: string): boolean {
  try {
    execFileSync("mount", words, { stdio: "ignore" });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return true;
}
