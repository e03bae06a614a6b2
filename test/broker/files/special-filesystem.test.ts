import { existsSync, rmSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { EVERYTHING, guest, only, WAYS } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";

const DENIAL = {
  kind: "denied",
  rule: "special-filesystem",
  reason: "the file system there is an interface of the kernel",
  hint: undefined,
};

describe.runIf(process.platform === "linux").each(WAYS)("interfaces of the kernel, by %s", (_, way) => {
  const paths = [
    "/proc/self/environ",
    "/proc/1/cmdline",
    "/proc/self/root/etc/passwd",
    "/proc/self/fd/0",
    "/dev/fd/0",
    "/dev/stdin",
    "/sys/kernel/notes",
    "/proc/missing",
  ];

  test.each(paths)("%s is refused under a bare grant", async (path) => {
    const files = guest(way, { read: EVERYTHING, write: EVERYTHING });
    expect(await files.readFile(path)).toEqual(DENIAL);
    expect(await files.writeFile(path, Buffer.from("x"))).toEqual(DENIAL);
  });

  test.each(["/proc/self/environ", "/proc/sys/kernel/core_pattern", "/sys/kernel/notes"])(
    "%s is refused even when it is granted",
    async (path) => {
      const folder = path.slice(0, path.lastIndexOf("/"));
      for (const grant of [only(path), only(folder), only(path.slice(0, path.indexOf("/", 1)))]) {
        const files = guest(way, { read: grant, write: grant });
        expect(await files.readFile(path)).toEqual(DENIAL);
        expect(await files.writeFile(path, Buffer.from("x"))).toEqual(DENIAL);
      }
    },
  );

  test("a link to them does not open them", async () => {
    const base = layOut({ environ: ["/proc/self/environ"], self: ["/proc/self"] });
    const files = guest(way, { read: EVERYTHING });
    expect(await files.readFile(`${base}/environ`)).toEqual(DENIAL);
    expect(await files.readFile(`${base}/self/environ`)).toEqual(DENIAL);
    const granted = guest(way, { read: only(`${base}/environ`, `${base}/self`) });
    expect(await granted.readFile(`${base}/environ`)).toEqual(DENIAL);
    expect(await granted.readFile(`${base}/self/environ`)).toEqual(DENIAL);
  });

  test("the device folder is refused, though it says that it is a tmpfs", async () => {
    const path = `/dev/wasm-sandbox-test-${process.pid}`;
    onTestFinished(() => rmSync(path, { force: true }));
    const files = guest(way, { read: only("/dev"), write: only("/dev", path) });
    expect(await files.readFile("/dev/null")).toMatchObject({ kind: "denied" });
    expect(await files.writeFile(path, Buffer.from("x"))).toMatchObject({ kind: "denied" });
    expect(existsSync(path)).toBe(false);
  });

  test("a real tmpfs is storage", async ({ skip }) => {
    if (!existsSync("/dev/shm")) skip("no tmpfs here");
    const files = guest(way, { read: only("/dev/shm") });
    expect(await files.readFile("/dev/shm/wasm-sandbox-missing")).toMatchObject({
      kind: "failed",
      reason: "no such file or folder",
    });
  });
});
