import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rawPath } from "../../src/skill/raw-path.ts";
import { readSource } from "../../src/skill/read-file.ts";
import { tree } from "./support/tree.ts";

const read = (path: string, follow: boolean, maxBytes = 100) =>
  readSource(rawPath(path), { maxBytes, follow, assumePython: false });

describe("readSource", () => {
  it("does not follow a link that took the place of a file", () => {
    const root = tree({ "secret.py": "password = 1" });
    symlinkSync("secret.py", join(root, "link.py"));
    expect(read(join(root, "link.py"), false)).toMatchObject({ kind: "refused", cause: "not-a-file" });
    expect(read(join(root, "link.py"), true)).toMatchObject({ kind: "source" });
  });

  it("refuses a folder that took the place of a file", () => {
    expect(read(tree({}), false)).toEqual({ kind: "refused", cause: "not-a-file", reason: "a folder" });
  });

  it.each([99, 100, 101])("holds %d bytes against a limit of 100", (size) => {
    const path = join(tree({ "a.py": "x".repeat(size) }), "a.py");
    expect(read(path, false).kind).toBe(size <= 100 ? "source" : "refused");
  });

  it("reads an empty file under a limit of 0, and no other", () => {
    const root = tree({ "empty.py": "", "one.py": "x" });
    expect(read(join(root, "empty.py"), false, 0).kind).toBe("source");
    expect(read(join(root, "one.py"), false, 0).kind).toBe("refused");
  });

  it.runIf(process.platform === "linux")("reads a file that says it is empty and is not, within the limit", () => {
    const root = tree({});
    symlinkSync("/proc/self/status", join(root, "status.py"));
    symlinkSync("/proc/self/maps", join(root, "maps.py"));
    expect(read(join(root, "status.py"), true, 100_000)).toMatchObject({ kind: "source" });
    expect(read(join(root, "maps.py"), true, 500)).toMatchObject({ kind: "refused", cause: "too-large" });
  });

  it("gives other kinds by their first bytes, and throws what is no word of the system", () => {
    const root = tree({});
    writeFileSync(join(root, "tool"), "#!/bin/sh\n");
    expect(read(join(root, "tool"), false)).toEqual({ kind: "other", language: "shell", size: 10 });
    expect(() => read("a\0b", false)).toThrow(/null bytes/);
  });
});
