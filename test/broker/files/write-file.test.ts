import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, lstatSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERYTHING, guest, only, WAYS } from "./support/guest.ts";
import { mountDisk } from "./support/mounts.ts";
import { layOut } from "./support/tree.ts";

const bytes = (text: string) => Buffer.from(text);
const exists = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

describe.each(WAYS)("write-file, by %s", (_, way) => {
  test("creates a file that only its owner may touch", async () => {
    const base = layOut({ folder: {} });
    const files = guest(way, { write: only(base) });
    expect(await files.writeFile(`${base}/folder/new`, bytes("hello"))).toEqual({
      kind: "done",
      value: undefined,
      rule: `--allow-fs-write=${base}`,
    });
    expect(readFileSync(`${base}/folder/new`, "utf8")).toBe("hello");
    expect(statSync(`${base}/folder/new`).mode & 0o7777).toBe(0o600);
  });

  test("replaces the content of a file and keeps the file itself", async () => {
    const base = layOut({ file: "a much longer text than the new one" });
    chmodSync(`${base}/file`, 0o640);
    const { ino } = statSync(`${base}/file`);
    const files = guest(way, { write: only(base) });
    expect((await files.writeFile(`${base}/file`, bytes("new"))).kind).toBe("done");
    expect(readFileSync(`${base}/file`, "utf8")).toBe("new");
    expect(statSync(`${base}/file`)).toMatchObject({ ino, mode: 0o100640 });
    expect((await files.writeFile(`${base}/file`, bytes(""))).kind).toBe("done");
    expect(statSync(`${base}/file`).size).toBe(0);
  });

  test("a grant on a name that is not there yet creates exactly that file", async () => {
    const base = layOut({ linked: ["folder"], folder: {} });
    const files = guest(way, { write: only(`${base}/new`, `${base}/linked/new`) });
    expect((await files.writeFile(`${base}/new`, bytes("1"))).kind).toBe("done");
    expect((await files.writeFile(`${base}/linked/new`, bytes("2"))).kind).toBe("done");
    expect(await files.writeFile(`${base}/new2`, bytes("3"))).toMatchObject({ kind: "denied", rule: "default-deny" });
    expect([readFileSync(`${base}/new`, "utf8"), readFileSync(`${base}/folder/new`, "utf8")]).toEqual(["1", "2"]);
    expect(exists(`${base}/new2`)).toBe(false);
  });

  test("makes no folders, and none of what is not a file", async () => {
    const base = layOut({ folder: {} });
    const files = guest(way, { write: only(base, `${base}/a/b/c`) });
    expect(await files.writeFile(`${base}/no/file`, bytes("x"))).toMatchObject({
      kind: "failed",
      reason: "no such file or folder",
    });
    expect(await files.writeFile(`${base}/a/b/c`, bytes("x"))).toMatchObject({
      kind: "failed",
      reason: "no such file or folder",
    });
    expect(await files.writeFile(`${base}/new/`, bytes("x"))).toMatchObject({
      kind: "failed",
      reason: "no such file or folder",
    });
    expect(await files.writeFile(`${base}/folder`, bytes("x"))).toMatchObject({
      kind: "failed",
      reason: "is a folder",
    });
    expect(await files.writeFile(base, bytes("x"))).toMatchObject({ kind: "failed", reason: "is a folder" });
    expect([exists(`${base}/no`), exists(`${base}/new`)]).toEqual([false, false]);
    expect(files.changed()).toEqual([]);
  });

  test("reading and writing are granted apart", async () => {
    const base = layOut({ r: { file: "r" }, w: { file: "w" } });
    utimesSync(`${base}/r/file`, 1000, 1000);
    const files = guest(way, { read: only(`${base}/r`), write: only(`${base}/w`) });
    expect(await files.readFile(`${base}/w/file`)).toMatchObject({
      kind: "denied",
      hint: `--allow-fs-read=${base}/w/file`,
    });
    const denial = { kind: "denied", rule: "default-deny", hint: `--allow-fs-write=${base}/r/file` };
    expect(await files.writeFile(`${base}/r/file`, bytes(""))).toMatchObject(denial);
    expect(await files.writeFile(`${base}/r/new`, bytes("x"))).toMatchObject({ kind: "denied" });
    expect(readFileSync(`${base}/r/file`, "utf8")).toBe("r");
    expect(statSync(`${base}/r/file`).mtimeMs).toBe(1_000_000);
    expect(exists(`${base}/r/new`)).toBe(false);
  });

  test("without any write grant says that the capability is missing", async () => {
    const base = layOut({ file: "f" });
    const files = guest(way, { read: EVERYTHING });
    expect(await files.writeFile(`${base}/file`, bytes("x"))).toEqual({
      kind: "denied",
      reason: "filesystem-write capability not granted",
      hint: `--allow-fs-write=${base}/file`,
      rule: "default-deny",
    });
    expect(readFileSync(`${base}/file`, "utf8")).toBe("f");
  });

  test("a file with a second name is not written, wherever that name is", async () => {
    const base = layOut({ granted: {}, outside: { original: "original" } });
    linkSync(`${base}/outside/original`, `${base}/granted/alias`);
    const files = guest(way, { write: only(`${base}/granted`) });
    for (const content of ["", "overwritten"]) {
      expect(await files.writeFile(`${base}/granted/alias`, bytes(content))).toMatchObject({
        kind: "denied",
        rule: "hard-linked-write",
      });
    }
    expect(readFileSync(`${base}/outside/original`, "utf8")).toBe("original");
  });

  test("a FIFO is refused, and nothing waits for its reader", async () => {
    const base = layOut({});
    execFileSync("mkfifo", [join(base, "fifo")]);
    const files = guest(way, { write: only(base) });
    expect(await files.writeFile(`${base}/fifo`, bytes("x"))).toMatchObject({
      kind: "denied",
      rule: "not-a-regular-file",
    });
  });

  test("content above the cap is refused and changes nothing", async () => {
    const base = layOut({ file: "old" });
    const files = guest(way, { write: only(base) }, { fileBytes: 8 });
    const answer = await files.writeFile(`${base}/file`, bytes("123456789"));
    expect(answer).toMatchObject({
      kind: "failed",
      reason: "the content is 9 bytes, more than the 8 bytes that one write may take",
    });
    expect(readFileSync(`${base}/file`, "utf8")).toBe("old");
  });

  test("an announcement that fails comes before the effect", async () => {
    const base = layOut({ file: "old" });
    const files = guest(way, { write: only(base) });
    const announce = () => {
      throw new Error("the log is full");
    };
    await expect(files.writeFile(`${base}/file`, bytes("new"), announce)).rejects.toThrow("the log is full");
    await expect(files.writeFile(`${base}/created`, bytes("new"), announce)).rejects.toThrow("the log is full");
    expect(readFileSync(`${base}/file`, "utf8")).toBe("old");
    expect(exists(`${base}/created`)).toBe(false);
  });

  test("a name taken at the last moment is not followed or overwritten", async () => {
    const base = layOut({ outside: "outside", granted: {} });
    const files = guest(way, { write: only(`${base}/granted`) });
    const take = () => {
      execFileSync("ln", ["-s", "../outside", `${base}/granted/new`]);
    };
    expect(await files.writeFile(`${base}/granted/new`, bytes("x"), take)).toMatchObject({ kind: "failed" });
    expect(readFileSync(`${base}/outside`, "utf8")).toBe("outside");
  });

  test("a file replaced at the last moment is left alone", async () => {
    const base = layOut({ granted: { file: "checked" }, other: "other" });
    const files = guest(way, { write: only(`${base}/granted`) });
    const replace = () => renameSync(`${base}/other`, `${base}/granted/file`);
    await files.writeFile(`${base}/granted/file`, bytes("x"), replace);
    expect(readFileSync(`${base}/granted/file`, "utf8")).toBe("other");
  });

  test("lists every file once, with what it really is called", async () => {
    const base = layOut({ folder: { old: "o" }, link: ["folder"] });
    const files = guest(way, { write: only(base) });
    await files.writeFile(`${base}/link/old`, bytes("1"));
    await files.writeFile(`${base}/link/new`, bytes("1"));
    await files.writeFile(`${base}/folder/new`, bytes("2"));
    await files.writeFile("/etc/passwd", bytes("3"));
    expect(files.changed()).toEqual([
      { path: `${base}/folder/old`, created: false },
      { path: `${base}/folder/new`, created: true },
    ]);
  });

  test("a full disk: the new file is taken back, the old one is cut, and both are told", async ({ skip }) => {
    const base = layOut({ disk: {} });
    if (!mountDisk(`${base}/disk`, "64k")) skip("needs the right to mount");
    writeFileSync(`${base}/disk/old`, "old");
    const files = guest(way, { write: only(base) });
    const big = new Uint8Array(128 * 1024).fill(0x61);
    const full = { kind: "failed", reason: "no space is left on the file system" };
    expect(await files.writeFile(`${base}/disk/new`, big)).toMatchObject(full);
    expect(exists(`${base}/disk/new`)).toBe(false);
    expect(await files.writeFile(`${base}/disk/old`, big)).toMatchObject(full);
    expect(readFileSync(`${base}/disk/old`, "utf8")).toMatch(/^a+$/);
    expect(files.changed()).toEqual([{ path: `${base}/disk/old`, created: false }]);
  });
});
