import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rawPath } from "../../src/skill/raw-path.ts";
import { readFile } from "../../src/skill/read-file.ts";
import { tree } from "./support/tree.ts";

const read = (path: string, follow: boolean, maxBytes = 100) => readFile(rawPath(path), { maxBytes, follow });

describe("readFile", () => {
  it("does not follow a link that took the place of a file", () => {
    const root = tree({ "secret.py": "password = 1" });
    symlinkSync("secret.py", join(root, "link.py"));
    expect(read(join(root, "link.py"), false)).toMatchObject({ kind: "refused", cause: "not-a-file" });
    expect(read(join(root, "link.py"), true)).toMatchObject({ kind: "file" });
  });

  it("refuses a folder that took the place of a file", () => {
    expect(read(tree({}), false)).toEqual({ kind: "refused", cause: "not-a-file", reason: "a folder" });
  });

  it.each([99, 100, 101])("holds %d bytes against a limit of 100", (size) => {
    const path = join(tree({ "a.py": "x".repeat(size) }), "a.py");
    const bytes = Buffer.from("x".repeat(size));
    expect(read(path, false)).toEqual(size <= 100 ? { kind: "file", bytes } : { kind: "file", bytes, size: 101 });
  });

  it("reads an empty file under a limit of 0, and no other", () => {
    const root = tree({ "empty.py": "", "one.py": "x" });
    expect(read(join(root, "empty.py"), false, 0)).not.toHaveProperty("size");
    expect(read(join(root, "one.py"), false, 0)).toMatchObject({ size: 1 });
  });

  it.runIf(process.platform === "linux")("reads a file that says it is empty and is not, within the limit", () => {
    const root = tree({});
    symlinkSync("/proc/self/status", join(root, "status.py"));
    symlinkSync("/proc/self/maps", join(root, "maps.py"));
    expect(read(join(root, "status.py"), true, 100_000)).toMatchObject({ kind: "file" });
    expect(read(join(root, "maps.py"), true, 500)).toMatchObject({ size: expect.any(Number) });
  });

  it("reads no more than the beginning of a huge file", () => {
    const path = join(tree({ "big.py": "import os" }), "big.py");
    truncateSync(path, 2 ** 40);
    const found = read(path, false, 1000);
    expect(found).toMatchObject({ kind: "file", size: 2 ** 40 });
    expect(found.kind === "file" && found.bytes.length).toBe(4096);
  });

  it("throws what is no word of the system", () => {
    expect(() => read("a\0b", false)).toThrow(/null bytes/);
  });
});
