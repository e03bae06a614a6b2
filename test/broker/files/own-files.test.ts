import { linkSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EVERYTHING, guest, only, WAYS } from "./support/guest.ts";
import { bindMount } from "./support/mounts.ts";
import { layOut } from "./support/tree.ts";

const DENIAL = {
  kind: "denied",
  rule: "own-files",
  reason: "the path belongs to wasm-sandbox itself",
  hint: undefined,
};

describe.each(WAYS)("our own files, by %s", (_, way) => {
  test("are reached through no grant, for reading or writing", async () => {
    const base = layOut({ cache: { entry: { code: "ours" } }, "audit.log": "ours", other: "other" });
    const own = [`${base}/cache`, `${base}/audit.log`];
    const granted = [
      only(base),
      EVERYTHING,
      only(...own),
      only(`${base}/cache/entry`, `${base}/cache/entry/code`, `${base}/audit.log`),
    ];
    for (const grant of granted) {
      const files = guest(way, { read: grant, write: grant }, { protectedPaths: own });
      for (const path of ["cache/entry/code", "audit.log"]) {
        expect(await files.readFile(`${base}/${path}`)).toEqual(DENIAL);
        expect(await files.writeFile(`${base}/${path}`, Buffer.from("theirs"))).toEqual(DENIAL);
        expect(readFileSync(`${base}/${path}`, "utf8")).toBe("ours");
      }
    }
    const files = guest(way, { read: only(base) }, { protectedPaths: own });
    expect(await files.readFile(`${base}/other`)).toMatchObject({ value: "other" });
  });

  test("are known by what they are: behind links, hard links, another name", async () => {
    const base = layOut({ real: { code: "ours" }, cache: ["real"], link: ["cache/code"], "audit.log": "ours" });
    linkSync(`${base}/audit.log`, `${base}/alias`);
    const files = guest(
      way,
      { read: only(base), write: only(base) },
      { protectedPaths: [`${base}/cache`, `${base}/audit.log`] },
    );
    for (const path of ["real/code", "cache/code", "link", "alias"]) {
      expect(await files.readFile(`${base}/${path}`)).toEqual(DENIAL);
    }
    renameSync(`${base}/real`, `${base}/renamed`);
    expect(await files.readFile(`${base}/renamed/code`)).toEqual(DENIAL);
  });

  test("are shut as a whole: a grant on such a folder does not even say that it is one", async () => {
    const base = layOut({ cache: { code: "ours" } });
    const files = guest(way, { read: only(`${base}/cache`) }, { protectedPaths: [`${base}/cache`] });
    expect(await files.readFile(`${base}/cache`)).toEqual(DENIAL);
    expect(await files.readFile(`${base}/cache/missing`)).toEqual(DENIAL);
  });

  test("are known where they are mounted a second time, and that is granted", async ({ skip }) => {
    const base = layOut({ cache: { code: "ours" }, mounted: {} });
    if (!bindMount(`${base}/cache`, `${base}/mounted`)) skip("needs the right to mount");
    const files = guest(way, { read: only(`${base}/mounted`) }, { protectedPaths: [`${base}/cache`] });
    expect(await files.readFile(`${base}/mounted/code`)).toEqual(DENIAL);
  });

  test("are known by name before they exist, in any case", async () => {
    const base = layOut({});
    const files = guest(
      way,
      { read: only(base), write: only(base) },
      { protectedPaths: [`${base}/policy/rules.json`] },
    );
    expect(await files.writeFile(`${base}/policy/rules.json`, Buffer.from("mine"))).toMatchObject({ kind: "failed" });
    mkdirSync(`${base}/policy`);
    for (const name of ["rules.json", "RULES.JSON", "rules.JSON/x"]) {
      expect(await files.writeFile(`${base}/policy/${name}`, Buffer.from("mine"))).toEqual(DENIAL);
      expect(lstatSync(`${base}/policy/${name}`, { throwIfNoEntry: false })).toBeUndefined();
    }
    writeFileSync(`${base}/policy/rules.json`, "ours");
    expect(await files.readFile(`${base}/policy/rules.json`)).toEqual(DENIAL);
    expect(await files.writeFile(`${base}/policy/rules.json2`, Buffer.from("theirs"))).toMatchObject({ kind: "done" });
  });
});
