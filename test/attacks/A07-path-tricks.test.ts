import { linkSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EVERYTHING, guest, only, WAYS } from "../broker/files/support/guest.ts";
import { layOut } from "../broker/files/support/tree.ts";

describe.each(WAYS)("A07: path tricks against the broker, by %s", (_, way) => {
  const SECRET = "OUTSIDE";
  const around = () =>
    layOut({
      data: { "x.txt": "inside", sub: {} },
      "data-evil": { "x.txt": SECRET },
      "data.txt": SECRET,
      DATA: { "x.txt": SECRET },
      secret: SECRET,
    });

  test.each([
    "data-evil/x.txt",
    "data.txt",
    "data/../data-evil/x.txt",
    "data/../secret",
    "data/sub/../../secret",
    "data/./../secret",
    "data//..//secret",
    "data/sub/../../../../../../../../../../../etc/passwd",
    "DATA/x.txt",
    "data/../DATA/x.txt",
    "data\\..\\secret",
    "data/x.txt\0",
    "data\0/x.txt",
    "../../../../../../../etc/passwd",
    "data/%2e%2e/secret",
    "data/‥/secret",
    "data/．．/secret",
  ])("%j gives nothing and changes nothing", async (trick) => {
    const base = around();
    const granted = only(`${base}/data`);
    const files = guest(way, { read: granted, write: granted }, { cwd: base });
    for (const path of [`${base}/${trick}`, trick, `/${trick}`, `//${base}/${trick}`]) {
      const read = await files.readFile(path);
      expect([path, read.kind]).not.toEqual([path, "done"]);
      expect(JSON.stringify(read)).not.toContain("root:");
      const write = await files.writeFile(path, Buffer.from("PWNED"));
      expect([path, write.kind]).not.toEqual([path, "done"]);
    }
    for (const name of ["data-evil/x.txt", "data.txt", "DATA/x.txt", "secret"]) {
      expect(readFileSync(`${base}/${name}`, "utf8")).toBe(SECRET);
    }
    expect(readdirSync(`${base}/data`).sort()).toEqual(["sub", "x.txt"]);
    expect(files.changed()).toEqual([]);
  });

  test.each(["data/x.txt", "data//x.txt", "./data/./x.txt", "data/sub/../x.txt", "data-evil/../data/x.txt"])(
    "%j is the granted file",
    async (path) => {
      const base = around();
      const files = guest(way, { read: only(`${base}/data`) }, { cwd: base });
      expect(await files.readFile(path)).toMatchObject({ kind: "done", value: "inside" });
    },
  );

  test.each(["..\\..\\secret", "..%2f..%2fsecret"])("%j is only a strange name inside the grant", async (name) => {
    const base = around();
    const granted = only(`${base}/data`);
    const files = guest(way, { read: granted, write: granted }, { cwd: `${base}/data` });
    expect(await files.readFile(name)).toMatchObject({ kind: "failed", reason: "no such file or folder" });
    expect(await files.writeFile(name, Buffer.from("strange"))).toMatchObject({ kind: "done" });
    expect(readFileSync(`${base}/data/${name}`, "utf8")).toBe("strange");
    expect(readFileSync(`${base}/secret`, "utf8")).toBe(SECRET);
  });

  test("a grant on a file covers neither its neighbours nor what lies below a folder of that name", async () => {
    const base = around();
    const files = guest(way, { read: only(`${base}/data/x.txt`) }, { cwd: base });
    for (const path of ["data", "data/", "data/x.txt2", "data/x.tx", "data/sub", "secret"]) {
      expect(await files.readFile(path)).toMatchObject({ kind: "denied", rule: "default-deny" });
    }
    expect((await files.readFile("data/x.txt/..")).kind).toBe("denied");
    expect((await files.readFile("data/x.txt/../../secret")).kind).toBe("denied");
  });

  test("symbolic links that came with the files lead nowhere outside", async () => {
    const base = layOut({
      data: {
        file: ["../secret"],
        folder: [".."],
        absolute: ["/etc/passwd"],
        root: ["/"],
        chain: ["folder"],
        slash: ["../"],
      },
      secret: SECRET,
    });
    const granted = only(`${base}/data`);
    const files = guest(way, { read: granted, write: granted });
    const paths = [
      "file",
      "folder/secret",
      "absolute",
      "root/etc/passwd",
      "chain/secret",
      "slash/secret",
      "slash//secret",
      "folder/data/folder/secret",
    ];
    for (const path of paths) {
      expect((await files.readFile(`${base}/data/${path}`)).kind).toBe("denied");
      expect((await files.writeFile(`${base}/data/${path}`, Buffer.from("PWNED"))).kind).toBe("denied");
    }
    expect(readFileSync(`${base}/secret`, "utf8")).toBe(SECRET);
  });

  test("a hard link from before the run is no way to write outside", async () => {
    const base = layOut({ data: {}, secret: SECRET });
    linkSync(`${base}/secret`, `${base}/data/alias`);
    const files = guest(way, { write: only(`${base}/data`) });
    expect(await files.writeFile(`${base}/data/alias`, Buffer.from("PWNED"))).toMatchObject({
      rule: "hard-linked-write",
    });
    expect(readFileSync(`${base}/secret`, "utf8")).toBe(SECRET);
  });

  test.runIf(process.platform === "linux")(
    "no descriptor or environment of the broker shows through /proc or /dev",
    async () => {
      const base = layOut({ data: { fd: ["/proc/self/fd"], dev: ["/dev/fd"] } });
      const files = guest(way, { read: { all: true, paths: [`${base}/data`, "/proc/self", "/dev/fd"], denied: [] } });
      const paths = [
        "/proc/self/environ",
        "/proc/thread-self/environ",
        `/proc/${process.pid}/environ`,
        "/proc/self/fd/0",
        "/dev/fd/0",
        "/dev/stdin",
      ];
      for (const path of [...paths, `${base}/data/fd/0`, `${base}/data/dev/0`]) {
        expect([path, (await files.readFile(path)).kind]).toEqual([path, "denied"]);
      }
    },
  );

  test("a granted path on a case-insensitive file system still covers only its own spelling", async () => {
    const base = layOut({ data: { file: "inside" } });
    const files = guest(way, { read: only(`${base}/data`), write: EVERYTHING });
    expect(await files.readFile(`${base}/Data/file`)).toMatchObject({ kind: "denied" });
    mkdirSync(`${base}/later`);
    expect(await files.readFile(`${base}/later/../DATA/file`)).toMatchObject({ kind: "denied" });
  });
});
