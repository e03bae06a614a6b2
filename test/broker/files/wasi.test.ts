import { existsSync, linkSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeEntries, decodeStat } from "../../../src/guest/file-messages.ts";
import { u32, u64 } from "../../../src/guest/messages.ts";
import { EVERYTHING, only } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";
import { type WasiGuest, wasiGuest } from "./support/wasi.ts";

const NOFOLLOW = Uint8Array.of(0);
const text = (bytes: Uint8Array | string) => Buffer.from(bytes).toString();

async function names(guest: WasiGuest, folder: number): Promise<string[]> {
  const listing = await guest.ask("openListing", u32(folder));
  if (typeof listing === "string") throw new Error(listing);
  const found: string[] = [];
  for (;;) {
    const entries = decodeEntries(Buffer.from(await guest.ask("nextEntries", listing)));
    if (entries.length === 0) return found.sort();
    found.push(...entries.map((entry) => entry.name));
  }
}

describe("a folder that was granted", () => {
  test("is preopened under its own name, and files in it are read and written", async () => {
    const base = layOut({ data: { old: "one" } });
    const guest = await wasiGuest({ read: only(`${base}/data`), write: only(`${base}/data`) });
    const folder = await guest.folder(`${base}/data`);
    const file = await guest.open(folder, "new", "read", "write", "create");
    expect(file).toBeTypeOf("number");
    expect(await guest.ask("writeAt", u32(Number(file)), u64(2n), "xy")).toEqual(u32(2));
    expect(text(await guest.ask("readAt", u32(Number(file)), u64(0n), u32(100)))).toBe("\0\0xy");
    expect(readFileSync(`${base}/data/new`, "utf8")).toBe("\0\0xy");
    expect(lstatSync(`${base}/data/new`).mode & 0o777).toBe(0o600);
    expect(await names(guest, folder)).toEqual(["new", "old"]);
    const seen = guest.decisions.map(({ operation, allowed }) => [operation, allowed]);
    expect(seen).toEqual([
      ["open", true],
      ["list", true],
    ]);
  });

  test("read-only stays as it is, and says so", async () => {
    const base = layOut({ data: { old: "one", deep: {} } });
    const guest = await wasiGuest({ dirs: [{ host: `${base}/data`, guest: "/d", readOnly: true }] });
    const folder = await guest.folder("/d");
    expect(await guest.open(folder, "old", "write")).toBe("read-only");
    expect(await guest.open(folder, "old", "read", "truncate")).toBe("read-only");
    expect(await guest.open(folder, "new", "create")).toBe("read-only");
    expect(await guest.ask("unlinkFileAt", u32(folder), "old")).toBe("read-only");
    expect(await guest.ask("renameAt", u32(folder), "old", u32(folder), "deep/x")).toBe("read-only");
    expect(await guest.ask("setTimesAt", u32(folder), "old", NOFOLLOW, u64(1n), u64(1n))).toBe("read-only");
    const file = Number(await guest.open(folder, "old", "read"));
    expect(await guest.ask("setSize", u32(file), u64(0n))).toBe("bad-descriptor");
    expect(readFileSync(`${base}/data/old`, "utf8")).toBe("one");
    expect(guest.decisions.filter((decision) => !decision.allowed)).toHaveLength(6);
  });

  test("write does not imply read", async () => {
    const base = layOut({ out: { old: "one" } });
    const guest = await wasiGuest({ write: only(`${base}/out`) });
    const folder = await guest.folder(`${base}/out`);
    expect(await guest.open(folder, "old", "read")).toBe("not-permitted");
    expect(await guest.ask("openListing", u32(folder))).toBe("not-permitted");
    expect(await guest.open(folder, "new", "write", "create")).toBeTypeOf("number");
  });

  test("a folder in it with more rights has them, whichever way it is reached", async () => {
    const base = layOut({ data: { file: "one", out: {} } });
    const guest = await wasiGuest({ read: only(`${base}/data`), write: only(`${base}/data/out`) });
    const folder = await guest.folder(`${base}/data`);
    expect(await guest.open(folder, "file", "write")).toBe("read-only");
    const file = await guest.open(folder, "out/new", "read", "write", "create");
    expect(file).toBeTypeOf("number");
    expect(await guest.ask("renameAt", u32(folder), "file", u32(folder), "out/moved")).toBe("read-only");
    expect(existsSync(`${base}/data/file`)).toBe(true);
  });
});

describe("a single file that was granted", () => {
  test("is all that can be seen of its folder", async () => {
    const base = layOut({ data: { granted: "one", secret: "two", folder: { x: "3" } } });
    const guest = await wasiGuest({ read: only(`${base}/data/granted`), write: only(`${base}/data/granted`) });
    const folder = await guest.folder(`${base}/data`);
    expect(await guest.ask("openListing", u32(folder))).toBe("not-permitted");
    expect(await guest.open(folder, "granted", "read", "write")).toBeTypeOf("number");
    for (const path of ["secret", "absent", "folder", "folder/x", "folder/../secret"]) {
      expect(await guest.open(folder, path, "read")).toBe("not-permitted");
      expect(await guest.ask("statAt", u32(folder), path, NOFOLLOW)).toBe("not-permitted");
    }
    expect(await guest.ask("renameAt", u32(folder), "granted", u32(folder), "other")).toBe("not-permitted");
    expect(readdirSync(`${base}/data`).sort()).toEqual(["folder", "granted", "secret"]);
  });
});

describe("a bare grant", () => {
  test("preopens the root, and the credential places stay shut unless one is named", async () => {
    const base = layOut({ ".ssh": { config: "named", id_rsa: "secret" }, plain: "open" });
    const guest = await wasiGuest({ read: { ...EVERYTHING, paths: [`${base}/.ssh/config`] } });
    const root = await guest.folder("/");
    const inside = base.slice(1);
    expect(await guest.open(root, `${inside}/plain`, "read")).toBeTypeOf("number");
    expect(await guest.open(root, `${inside}/.ssh/id_rsa`, "read")).toBe("not-permitted");
    expect(await guest.open(root, `${inside}/.ssh/config`, "read")).toBeTypeOf("number");
    expect(await names(guest, Number(await guest.open(root, `${inside}/.ssh`, "folder")))).toEqual(["config"]);
  });
});

describe("nothing leads out", () => {
  test.each([
    "..",
    "../secret",
    "a/../../secret",
    "/etc/passwd",
    "a/b/../../../secret",
    "abs",
    "rel",
    "chain",
    "loopless/../..",
  ])("not %s", async (path) => {
    const base = layOut({ secret: "OUTSIDE", grant: { a: { b: {} } } });
    symlinkSync(`${base}/secret`, `${base}/grant/abs`);
    symlinkSync("../secret", `${base}/grant/rel`);
    symlinkSync("rel", `${base}/grant/chain`);
    symlinkSync("a", `${base}/grant/loopless`);
    const guest = await wasiGuest({ dirs: [{ host: `${base}/grant`, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    expect(await guest.open(folder, path, "read", "follow")).toBe("not-permitted");
    expect(await guest.open(folder, path, "write", "follow", "truncate")).toBe("not-permitted");
    expect(readFileSync(`${base}/secret`, "utf8")).toBe("OUTSIDE");
  });

  test("an old handle stays on its folder when the name leads elsewhere", async () => {
    const base = layOut({ outside: { f: "OUTSIDE" }, grant: { dir: { f: "inside" } } });
    const guest = await wasiGuest({ dirs: [{ host: `${base}/grant`, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    const held = Number(await guest.open(folder, "dir", "folder"));
    expect(text(await guest.ask("renameAt", u32(folder), "dir", u32(folder), "moved"))).toBe("");
    symlinkSync(`${base}/outside`, `${base}/grant/dir`);
    const file = Number(await guest.open(held, "f", "read"));
    expect(text(await guest.ask("readAt", u32(file), u64(0n), u32(10)))).toBe("inside");
    expect(await guest.open(folder, "dir/f", "read")).toBe("not-permitted");
  });

  test("a link of the guest's own points inside, or is not made", async () => {
    const base = layOut({ grant: { a: {}, f: "inside" } });
    const guest = await wasiGuest({ dirs: [{ host: `${base}/grant`, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    for (const target of ["/etc/passwd", "../x", "a/../../x", `${base}/grant/f`]) {
      expect(await guest.ask("symlinkAt", target, u32(folder), "link")).toBe("not-permitted");
    }
    expect(await guest.ask("symlinkAt", "../../x", u32(folder), "a/link")).toBe("not-permitted");
    expect(text(await guest.ask("symlinkAt", "../f", u32(folder), "a/link"))).toBe("");
    expect(text(await guest.ask("readLinkAt", u32(folder), "a/link"))).toBe("../f");
    const file = Number(await guest.open(folder, "a/link", "read", "follow"));
    expect(text(await guest.ask("readAt", u32(file), u64(0n), u32(10)))).toBe("inside");
  });
});

describe("hard links", () => {
  test("a file with a name elsewhere is not written, one that the guest linked itself is", async () => {
    const base = layOut({ outside: "OUTSIDE", grant: { f: "inside" } });
    linkSync(`${base}/outside`, `${base}/grant/planted`);
    const guest = await wasiGuest({ dirs: [{ host: `${base}/grant`, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    expect(await guest.open(folder, "planted", "write", "truncate")).toBe("not-permitted");
    expect(text(await guest.ask("linkAt", u32(folder), "f", NOFOLLOW, u32(folder), "g"))).toBe("");
    expect(await guest.open(folder, "g", "write")).toBeTypeOf("number");
    expect(await guest.ask("linkAt", u32(folder), "planted", NOFOLLOW, u32(folder), "p2")).toBe("not-permitted");
    expect(readFileSync(`${base}/outside`, "utf8")).toBe("OUTSIDE");
  });
});

describe("places where something is executed later", () => {
  test.each([
    ".git/hooks/pre-commit",
    ".git",
    ".bashrc",
    "a/.vscode/settings.json",
    ".mcp.json",
    ".GIT/config",
    ".config/autostart/x",
  ])("%s is not written, there or not", async (path) => {
    const base = layOut({ a: {}, ".config": {}, git: { hooks: {} } });
    const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    expect(await guest.open(folder, path, "write", "create")).toBe("not-permitted");
    expect(await guest.ask("makeFolderAt", u32(folder), path)).toBe("not-permitted");
    expect(await guest.ask("renameAt", u32(folder), "git", u32(folder), path)).toBe("not-permitted");
    expect(await guest.ask("symlinkAt", "git", u32(folder), path)).toBe("not-permitted");
    expect(existsSync(`${base}/${path}`)).toBe(false);
  });

  test("a folder that may hold one keeps its name, and no other folder gets it", async () => {
    const base = layOut({ ".config": { autostart: {} }, mine: { autostart: { x: "run me" } } });
    const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }] });
    const folder = await guest.folder(".");
    expect(await guest.ask("renameAt", u32(folder), ".config", u32(folder), "c2")).toBe("not-permitted");
    expect(await guest.ask("renameAt", u32(folder), "mine", u32(folder), ".config")).toBe("not-permitted");
    expect(readdirSync(base).sort()).toEqual([".config", "mine"]);
  });

  test("what belongs to us keeps its name too", async () => {
    const base = layOut({ home: { cache: { ours: "x" } } });
    const own = [`${base}/home/cache/ours`, `${base}/home/later/ours`];
    const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }], protectedPaths: own });
    const folder = await guest.folder(".");
    expect(await guest.ask("renameAt", u32(folder), "home", u32(folder), "h2")).toBe("not-permitted");
    expect(await guest.ask("renameAt", u32(folder), "home/cache", u32(folder), "c2")).toBe("not-permitted");
    expect(await guest.open(folder, "home/cache/ours", "read")).toBe("not-permitted");
    expect(readFileSync(`${base}/home/cache/ours`, "utf8")).toBe("x");
  });
});

describe("limits", () => {
  test("what a file would grow is taken before it grows", async () => {
    const base = layOut({ f: "12345" });
    const guest = await wasiGuest({
      dirs: [{ host: base, guest: ".", readOnly: false }],
      limits: { maxDiskBytes: 10 },
    });
    const file = Number(await guest.open(await guest.folder("."), "f", "write"));
    expect(await guest.ask("setSize", u32(file), u64(2n ** 60n))).toBe("quota");
    expect(await guest.ask("writeAt", u32(file), u64(12n), "1234")).toBe("quota");
    expect(await guest.ask("writeAt", u32(file), u64(3n), "abcdefgh")).toEqual(u32(8));
    expect(readFileSync(`${base}/f`, "utf8")).toBe("123abcdefgh");
    expect(guest.limits).toEqual(["disk", "disk"]);
  });

  test("as many are open at once as may be", async () => {
    const base = layOut({ f: "1" });
    const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }], limits: { maxOpenFiles: 3 } });
    const folder = await guest.folder(".");
    const [first, second] = [await guest.open(folder, "f", "read"), await guest.open(folder, "f", "read")];
    expect([first, second].every((handle) => typeof handle === "number")).toBe(true);
    expect(await guest.open(folder, "f", "read")).toBe("insufficient-memory");
    expect(guest.limits).toEqual(["open-files"]);
    guest.close(Number(first));
    expect(await guest.open(folder, "f", "read")).toBeTypeOf("number");
  });
});

test("deterministic: listings are sorted, and nothing of the host's clock or inodes shows", async () => {
  const base = layOut({ b: "", a: "", "b-a": "", Z: "", ä: "" });
  const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: true }], deterministic: true });
  const folder = await guest.folder(".");
  const listing = Buffer.from(await guest.ask("openListing", u32(folder)));
  const entries = decodeEntries(Buffer.from(await guest.ask("nextEntries", listing)));
  expect(entries.map((entry) => entry.name)).toEqual(["Z", "a", "b", "b-a", "ä"]);
  expect(entries.map((entry) => entry.inode)).toEqual([1n, 2n, 3n, 4n, 5n]);
  const { accessed, modified, changed, inode } = decodeStat(
    Buffer.from(await guest.ask("statAt", u32(folder), "b", NOFOLLOW)),
  );
  expect({ accessed, modified, changed, inode }).toEqual({ accessed: 0n, modified: 0n, changed: 0n, inode: 3n });
});

test("times are set to the nanosecond, one without the other", async () => {
  const base = layOut({ f: "1" });
  const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }] });
  const folder = await guest.folder(".");
  const at = (accessed: Uint8Array, modified: Uint8Array) =>
    guest.ask("setTimesAt", u32(folder), "f", NOFOLLOW, accessed, modified);
  expect(text(await at(u64(1_000_000_001_000_000_007n), u64(5_000n)))).toBe("");
  expect(text(await at(new Uint8Array(), u64(1_500_000_000_123_456_789n)))).toBe("");
  const stats = lstatSync(`${base}/f`, { bigint: true });
  expect([stats.atimeNs, stats.mtimeNs]).toEqual([1_000_000_001_000_000_007n, 1_500_000_000_123_456_789n]);
});

test("what came and went in one run is not listed as changed, what was taken away is", async () => {
  const base = layOut({ old: "1", other: "2" });
  const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }] });
  const folder = await guest.folder(".");
  await guest.open(folder, "brief", "write", "create");
  await guest.ask("unlinkFileAt", u32(folder), "brief");
  await guest.ask("unlinkFileAt", u32(folder), "old");
  await guest.ask("renameAt", u32(folder), "other", u32(folder), "new");
  expect(guest.changed()).toEqual([
    { path: `${base}/old`, created: false, removed: true },
    { path: `${base}/other`, created: false, removed: true },
    { path: `${base}/new`, created: true },
  ]);
});

test("what was made in a folder is listed where the folder is now", async () => {
  const base = layOut({});
  const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }] });
  const folder = await guest.folder(".");
  await guest.ask("makeFolderAt", u32(folder), "before");
  await guest.open(folder, "before/file", "write", "create");
  await guest.ask("renameAt", u32(folder), "before", u32(folder), "after");
  expect(guest.changed().toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
    { path: `${base}/after`, created: true },
    { path: `${base}/after/file`, created: true },
  ]);
});

test("a hard link takes a name, and a name takes disk", async () => {
  const base = layOut({ f: "1" });
  const limits = { maxDiskBytes: 4096 };
  const guest = await wasiGuest({ dirs: [{ host: base, guest: ".", readOnly: false }], limits });
  const folder = await guest.folder(".");
  const link = (name: string) => guest.ask("linkAt", u32(folder), "f", NOFOLLOW, u32(folder), name);
  expect(text(await link("g"))).toBe("");
  expect(await link("h")).toBe("quota");
  expect([existsSync(`${base}/g`), existsSync(`${base}/h`), guest.limits]).toEqual([true, false, ["disk"]]);
});
