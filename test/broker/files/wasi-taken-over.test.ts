import { execFileSync } from "node:child_process";
import { linkSync, lstatSync, readFileSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { u32, u64 } from "../../../src/guest/messages.ts";
import { layOut } from "./support/tree.ts";
import { wasiGuest } from "./support/wasi.ts";

/** Our own code in the guest process checks rights too, but a guest process that was taken over asks for anything. */
describe("a guest process that was taken over", () => {
  const around = async (readOnly: boolean) => {
    const base = layOut({ data: { file: "original" }, outside: "outside" });
    linkSync(`${base}/outside`, `${base}/data/alias`);
    for (const name of ["data/file", "outside", "data"]) utimesSync(`${base}/${name}`, 1000, 1000);
    const guest = await wasiGuest({ dirs: [{ host: `${base}/data`, guest: ".", readOnly }] });
    const unchanged = () => {
      expect(readFileSync(`${base}/data/file`, "utf8")).toBe("original");
      const times = ["data/file", "outside", "data"].map((name) => lstatSync(`${base}/${name}`).mtimeMs);
      expect(times).toEqual([1_000_000, 1_000_000, 1_000_000]);
    };
    return { base, guest, folder: await guest.folder("."), unchanged };
  };

  test("writes nothing through a file that it opened for reading", async () => {
    const { guest, folder, unchanged } = await around(false);
    const file = u32(Number(await guest.open(folder, "file", "read")));
    expect(await guest.ask("writeAt", file, u64(0n), "PWNED")).toBe("bad-descriptor");
    expect(await guest.ask("append", file, "PWNED")).toBe("bad-descriptor");
    expect(await guest.ask("setSize", file, u64(0n))).toBe("bad-descriptor");
    unchanged();
  });

  test("reads nothing through a file that it opened for writing, or only named", async () => {
    const { guest, folder } = await around(false);
    for (const bits of [["write"], []] as const) {
      const file = u32(Number(await guest.open(folder, "file", ...bits)));
      expect(await guest.ask("readAt", file, u64(0n), u32(100))).toBe("bad-descriptor");
    }
  });

  test("sets no times of what may only be read, or has names elsewhere", async () => {
    const reading = await around(true);
    const file = u32(Number(await reading.guest.open(reading.folder, "file", "read")));
    expect(await reading.guest.ask("setTimes", file, u64(0n), u64(0n))).toBe("read-only");
    expect(await reading.guest.ask("setTimes", u32(reading.folder), u64(0n), u64(0n))).toBe("read-only");
    reading.unchanged();
    const writing = await around(false);
    const alias = u32(Number(await writing.guest.open(writing.folder, "alias", "read")));
    expect(await writing.guest.ask("setTimes", alias, u64(0n), u64(0n))).toBe("not-permitted");
    writing.unchanged();
  });

  test.skipIf(process.platform === "win32")("opens no pipe, which would be another program's", async () => {
    const { base, guest, folder } = await around(false);
    execFileSync("mkfifo", [`${base}/data/pipe`]);
    for (const bit of ["read", "write"] as const) {
      expect(await guest.open(folder, "pipe", bit)).toBe("not-permitted");
    }
    expect(guest.decisions.filter(({ allowed }) => !allowed).map(({ rule }) => rule)).toEqual([
      "not-a-regular-file",
      "not-a-regular-file",
    ]);
  });
});
