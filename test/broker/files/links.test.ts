import { describe, expect, test } from "vitest";
import { EVERYTHING, guest, only, WAYS } from "./support/guest.ts";
import { layOut, place } from "./support/tree.ts";

describe.each(WAYS)("symbolic links, by %s", (_, way) => {
  test("are followed inside the grant", async () => {
    const base = layOut({});
    place(`${base}/granted`, {
      folder: { file: "in folder", up: ["../top"], self: ["."] },
      top: "at the top",
      short: ["folder/file"],
      dir: ["folder"],
      chain: ["dir/self/./file"],
      absolute: [`${base}/granted/folder/file`],
      detour: [`${base}/elsewhere/../granted/top`],
    });
    const files = guest(way, { read: only(`${base}/granted`) });
    const read = async (path: string) => (await files.readFile(`${base}/granted/${path}`)) as { value?: string };
    expect((await read("short")).value).toBe("in folder");
    expect((await read("dir/file")).value).toBe("in folder");
    expect((await read("chain")).value).toBe("in folder");
    expect((await read("folder/up")).value).toBe("at the top");
    expect((await read("absolute")).value).toBe("in folder");
    expect((await read("detour")).value).toBe("at the top");
  });

  test(".. after a link goes up from where the link led, as the kernel does", async () => {
    const base = layOut({ a: { deep: { f: "deep" }, f: "beside deep" }, link: ["a/deep"], f: "at the top" });
    const files = guest(way, { read: only(base) });
    expect(await files.readFile(`${base}/link/../f`)).toMatchObject({ value: "beside deep" });
  });

  test.each([
    ["relative", "../outside/secret"],
    ["absolute", "BASE/outside/secret"],
    ["to a folder", "../outside", "/secret"],
    ["with a slash at its end", "../outside/", "/secret"],
    ["chained", "hop", ""],
    ["in the middle of its target", "folder/../../outside/secret"],
    ["to a folder that only begins with the same letters", "BASE/granted-evil/secret"],
    ["to the root", "/", "/etc/passwd"],
    ["to nothing outside", "../outside/missing"],
  ])("that leave the grant are denied: %s", async (_, target, below = "") => {
    const base = layOut({ outside: { secret: "OUTSIDE" }, "granted-evil": { secret: "OUTSIDE" } });
    place(`${base}/granted`, { folder: {}, hop: ["../outside/secret"], link: [target.replace("BASE", base)] });
    const files = guest(way, { read: only(`${base}/granted`), write: only(`${base}/granted`) });
    const denial = { kind: "denied", rule: "link-leaves-grant", hint: undefined };
    expect(await files.readFile(`${base}/granted/link${below}`)).toMatchObject(denial);
    expect(await files.writeFile(`${base}/granted/link${below}`, Buffer.from("x"))).toMatchObject(denial);
  });

  test("that leave and come back are denied too", async () => {
    const base = layOut({ granted: { file: "f", link: ["../granted/file"], via: ["../way/file"] }, way: ["granted"] });
    const files = guest(way, { read: only(`${base}/granted`) });
    expect(await files.readFile(`${base}/granted/link`)).toMatchObject({ rule: "link-leaves-grant" });
    expect(await files.readFile(`${base}/granted/via`)).toMatchObject({ rule: "link-leaves-grant" });
  });

  test("a granted name that became a link after the start is denied", async () => {
    const base = layOut({ outside: "OUTSIDE", dangling: ["outside2"] });
    const files = guest(way, { read: only(`${base}/name`), write: only(`${base}/dangling`, `${base}/name`) });
    expect(await files.readFile(`${base}/name`)).toMatchObject({ kind: "failed" });
    place(base, { name: ["outside"] });
    expect(await files.readFile(`${base}/name`)).toMatchObject({ rule: "link-leaves-grant" });
    expect(await files.writeFile(`${base}/name`, Buffer.from("x"))).toMatchObject({ rule: "link-leaves-grant" });
    expect(await files.writeFile(`${base}/dangling`, Buffer.from("x"))).toMatchObject({ rule: "link-leaves-grant" });
  });

  test("loops and chains longer than 40 end", async () => {
    const chain = Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`l${n}`, [`l${n + 1}`] as const]));
    const base = layOut({ self: ["self"], a: ["b"], b: ["a/x"], ...chain, l41: "end" });
    const files = guest(way, { read: only(base) });
    const reason = "too many symbolic links on the way";
    for (const name of ["self", "a", "b", "self/x", "l0"]) {
      expect(await files.readFile(`${base}/${name}`)).toMatchObject({ kind: "failed", reason });
    }
    expect(await files.readFile(`${base}/l1`)).toMatchObject({ value: "end" });
  });

  test("that double their length at each step end without taking memory", async () => {
    const bombs = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`b${n}`, [`${`b${n + 1}/../`.repeat(8)}.`] as const]),
    );
    const base = layOut({ ...bombs, b30: {} });
    const files = guest(way, { read: only(base) });
    expect(await files.readFile(`${base}/b0`)).toMatchObject({ kind: "failed" });
  });

  test("a bare grant follows them anywhere, but not into what it does not open", async () => {
    const base = layOut({
      file: "f",
      rel: ["file"],
      shadow: ["/etc/shadow"],
      root: ["/"],
      above: ["../../../../../../etc/passwd"],
    });
    const files = guest(way, { read: EVERYTHING });
    expect(await files.readFile(`${base}/rel`)).toMatchObject({ value: "f" });
    expect(await files.readFile(`${base}/root${base}/file`)).toMatchObject({ value: "f" });
    expect((await files.readFile(`${base}/above`)).kind).toBe("done");
    expect(await files.readFile(`${base}/shadow`)).toMatchObject({ kind: "denied", rule: "credential-places" });
    expect(await files.readFile(`${base}/root/etc/shadow`)).toMatchObject({
      kind: "denied",
      rule: "credential-places",
    });
  });
});
