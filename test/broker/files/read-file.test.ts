import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { EVERYTHING, guest, NOTHING, only, WAYS } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";

describe.each(WAYS)("read-file, by %s", (_, way) => {
  test("gives a granted file, and every file of a granted folder", async () => {
    const base = layOut({ file: "one", folder: { deep: { file: "two" } } });
    const files = guest(way, { read: only(`${base}/file`, `${base}/folder`) });
    expect(await files.readFile(`${base}/file`)).toEqual({
      kind: "done",
      value: "one",
      rule: `--allow-fs-read=${base}/file`,
    });
    expect(await files.readFile(`${base}/folder/deep/file`)).toMatchObject({ kind: "done", value: "two" });
  });

  test("takes relative paths from the folder of the run", async () => {
    const base = layOut({ folder: { file: "here" } });
    const files = guest(way, { read: only(`${base}/folder`) }, { cwd: `${base}/folder` });
    expect(await files.readFile("file")).toMatchObject({ value: "here" });
    expect(await files.readFile("./../folder/file")).toMatchObject({ value: "here" });
    expect(await files.readFile("../../etc/passwd")).toMatchObject({ kind: "denied", rule: "default-deny" });
  });

  test("without any grant says that the capability is missing, and which flag gives it", async () => {
    const files = guest(way, { read: NOTHING, write: EVERYTHING });
    expect(await files.readFile("/etc/passwd")).toEqual({
      kind: "denied",
      reason: "filesystem-read capability not granted",
      hint: "--allow-fs-read=/etc/passwd",
      rule: "default-deny",
    });
  });

  test("denies what no grant covers, whether it exists or not, in the same words", async () => {
    const base = layOut({ granted: {}, other: { secret: "s" } });
    const files = guest(way, { read: only(`${base}/granted`) });
    const [there, missing] = [`${base}/other/secret`, `${base}/other/missing`];
    const answer = { kind: "denied", reason: "path is outside the granted files and folders", rule: "default-deny" };
    expect(await files.readFile(there)).toEqual({ ...answer, hint: `--allow-fs-read=${there}` });
    expect(await files.readFile(missing)).toEqual({ ...answer, hint: `--allow-fs-read=${missing}` });
  });

  test("tells the world's refusals apart", async () => {
    const base = layOut({ folder: {}, file: "f" });
    const files = guest(way, { read: only(base, `${base}/file/below`) });
    expect(await files.readFile(`${base}/missing`)).toMatchObject({ kind: "failed", reason: "no such file or folder" });
    expect(await files.readFile(`${base}/missing/x`)).toMatchObject({
      kind: "failed",
      reason: "no such file or folder",
    });
    expect(await files.readFile(`${base}/folder`)).toMatchObject({ kind: "failed", reason: "is a folder" });
    expect(await files.readFile(base)).toMatchObject({ kind: "failed", reason: "is a folder" });
    expect(await files.readFile(`${base}/file/x`)).toMatchObject({ kind: "failed", reason: "not a folder" });
    expect(await files.readFile(`${base}/file/below`)).toMatchObject({ kind: "failed", reason: "not a folder" });
    expect(await files.readFile(`${base}/file/`)).toMatchObject({ kind: "failed", reason: "not a folder" });
    expect(await files.readFile(`${base}/file/.`)).toMatchObject({ kind: "failed", reason: "not a folder" });
    expect(await files.readFile(`${base}/${"n".repeat(300)}`)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/too long/),
    });
  });

  test("paths that no file has end before anything is looked at", async () => {
    const files = guest(way, { read: EVERYTHING });
    expect(await files.readFile("")).toEqual({ kind: "failed", reason: "the path is empty", rule: "invalid-path" });
    expect(await files.readFile("/etc/passwd\0.txt")).toMatchObject({
      kind: "denied",
      rule: "invalid-path",
      hint: undefined,
    });
    expect(await files.readFile(`/${"a".repeat(5000)}`)).toMatchObject({ kind: "failed", rule: "invalid-path" });
    expect(await files.readFile(`/${"ä".repeat(2100)}`)).toMatchObject({ kind: "failed", rule: "invalid-path" });
    expect(await files.readFile("/a".repeat(300))).toMatchObject({ kind: "failed", rule: "invalid-path" });
  });

  test("a file that the operating system keeps from us stays shut", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root reads every file");
    const base = layOut({ file: "f" });
    chmodSync(`${base}/file`, 0);
    const files = guest(way, { read: only(base) });
    expect(await files.readFile(`${base}/file`)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/does not permit/),
    });
  });

  test("only regular files: a FIFO and a socket are refused, and nothing waits for them", async () => {
    const base = layOut({});
    execFileSync("mkfifo", [join(base, "fifo")]);
    const server = createServer().listen(join(base, "socket"));
    onTestFinished(() => void server.close());
    await new Promise((listening) => server.once("listening", listening));
    const files = guest(way, { read: only(base, `${base}/fifo`) });
    for (const path of [`${base}/fifo`, `${base}/socket`]) {
      expect(await files.readFile(path)).toMatchObject({ kind: "denied", rule: "not-a-regular-file", hint: undefined });
    }
  });

  test("gives text exactly: empty, with a byte order mark, with NUL, outside the BMP", async () => {
    const texts = ["", "\ufeffmark", "a\0b", "naïve 🦀\r\n", "\ufffd"];
    const base = layOut(Object.fromEntries(texts.map((text, index) => [String(index), text])));
    const files = guest(way, { read: only(base) });
    for (const [index, text] of texts.entries()) {
      expect(await files.readFile(`${base}/${index}`)).toMatchObject({ kind: "done", value: text });
    }
  });

  test.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0x61, 0xe2, 0x82]], [[0xf4, 0x90, 0x80, 0x80]]])(
    "bytes %j are no text",
    async (bytes) => {
      const base = layOut({ file: Uint8Array.from(bytes) });
      const files = guest(way, { read: only(base) });
      expect(await files.readFile(`${base}/file`)).toMatchObject({
        kind: "failed",
        reason: "the file is not valid UTF-8 text",
      });
    },
  );

  test("a file above the cap is refused by its size, before memory is taken for it", async () => {
    const base = layOut({ exact: "12345678", over: "123456789", huge: "" });
    truncateSync(`${base}/huge`, 2 ** 40);
    const files = guest(way, { read: only(base) }, { fileBytes: 8 });
    expect(await files.readFile(`${base}/exact`)).toMatchObject({ kind: "done", value: "12345678" });
    expect(await files.readFile(`${base}/over`)).toMatchObject({
      kind: "failed",
      reason: "the file is 9 bytes, more than the 8 bytes that one read may return",
    });
    expect(await files.readFile(`${base}/huge`)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/the file is 1099511627776 bytes/),
    });
  });

  test("the cap is 16 MiB unless the caller says otherwise", async () => {
    const base = layOut({ fits: "", over: "" });
    truncateSync(`${base}/fits`, 16 * 2 ** 20);
    truncateSync(`${base}/over`, 17 * 2 ** 20);
    const files = guest(way, { read: only(base) });
    const fits = await files.readFile(`${base}/fits`);
    expect(fits.kind === "done" && fits.value.length).toBe(16 * 2 ** 20);
    expect(await files.readFile(`${base}/over`)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/the file is 17825792 bytes/),
    });
  });

  test("a file that grows between the look and the read is read to its end, or refused at the cap", async () => {
    const base = layOut({ a: "1", b: "1" });
    const files = guest(way, { read: only(base) }, { fileBytes: 100_000 });
    const grow = (name: string, bytes: number) => () => appendFileSync(`${base}/${name}`, "x".repeat(bytes));
    const grown = await files.readFile(`${base}/a`, grow("a", 90_000));
    expect(grown.kind === "done" && grown.value.length).toBe(90_001);
    expect(await files.readFile(`${base}/b`, grow("b", 100_000))).toMatchObject({
      kind: "failed",
      reason: "the file is growing, more than the 100000 bytes that one read may return",
    });
  });

  test("announces the rule once, before the effect, for all that is not denied", async () => {
    const base = layOut({ file: "f" });
    const files = guest(way, { read: only(base) });
    const heard: string[] = [];
    const announce = (rule: string) => void heard.push(rule);
    await files.readFile(`${base}/file`, announce);
    await files.readFile(`${base}/missing`, announce);
    await files.readFile("/etc/passwd", announce);
    expect(heard).toEqual([`--allow-fs-read=${base}`, `--allow-fs-read=${base}`]);
  });

  test("an announcement that fails ends the request with that error", async () => {
    const base = layOut({ file: "f" });
    const files = guest(way, { read: only(base) });
    const full = Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write" });
    const announce = () => Promise.reject(full);
    await expect(files.readFile(`${base}/file`, announce)).rejects.toBe(full);
  });

  test("a grant means what the operator's path meant at the start", async () => {
    const base = layOut({ real: { file: "real" }, link: ["real"], tofile: ["real/file"], other: { file: "other" } });
    const files = guest(way, { read: only(`${base}/link`, `${base}/tofile`) });
    expect(await files.readFile(`${base}/link/file`)).toMatchObject({ value: "real" });
    expect(await files.readFile(`${base}/tofile`)).toMatchObject({ value: "real" });
    expect(await files.readFile(`${base}/real/file`)).toMatchObject({ value: "real" });
    expect(await files.readFile(`${base}/other/file`)).toMatchObject({ kind: "denied" });
  });

  test("a file that appears after the start is found; a folder that was missing is not", async () => {
    const base = layOut({});
    const files = guest(way, { read: only(`${base}/later`, `${base}/no/such`) });
    expect(await files.readFile(`${base}/later`)).toMatchObject({ kind: "failed", reason: "no such file or folder" });
    writeFileSync(`${base}/later`, "came");
    expect(await files.readFile(`${base}/later`)).toMatchObject({ value: "came" });
    expect(await files.readFile(`${base}/no/such`)).toMatchObject({ kind: "failed", reason: "no such file or folder" });
  });

  test("after close nothing is read any more", async () => {
    const base = layOut({ file: "f" });
    const files = guest(way, { read: only(base) });
    const underWay = files.readFile(`${base}/file`);
    files.close();
    expect(await underWay).toMatchObject({ kind: "done" });
    expect(await files.readFile(`${base}/file`)).toEqual({ kind: "failed", reason: "the run is over", rule: "closed" });
  });
});
