import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeEntry, encodeEntry } from "../../../src/engine/cache/entry.ts";
import { defaultCacheFolder } from "../../../src/engine/cache/folder.ts";
import { cacheKey } from "../../../src/engine/cache/key.ts";
import { loadEntry } from "../../../src/engine/cache/load.ts";
import { entryPath } from "../../../src/engine/cache/names.ts";
import { storeEntry } from "../../../src/engine/cache/store.ts";
import { temporaryFolder } from "../support/prepare-options.ts";
import { entry, plain } from "./support/entries.ts";

const key = cacheKey("00".repeat(32));
describe("an entry", () => {
  it("comes back as it was", () => {
    expect(plain(decodeEntry(key, Buffer.from(encodeEntry(key, entry))))).toEqual(plain(entry));
    const withoutCache = { ...entry, codeCache: undefined };
    expect(plain(decodeEntry(key, Buffer.from(encodeEntry(key, withoutCache))))).toEqual(plain(withoutCache));
  });

  it("is not read when any one bit of it has changed", () => {
    const bytes = Buffer.from(encodeEntry(key, entry));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(decodeEntry(key, changed), `byte ${at}`).toBeUndefined();
    }
  });

  it("is not read when it is cut short, empty, longer, or another entry's", () => {
    const bytes = Buffer.from(encodeEntry(key, entry));
    for (let length = 0; length < bytes.length; length += 1)
      expect(decodeEntry(key, bytes.subarray(0, length))).toBeUndefined();
    expect(decodeEntry(key, Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined();
    expect(decodeEntry(cacheKey("11".repeat(32)), bytes)).toBeUndefined();
  });

  it("is not read when a right digest covers what is no header", () => {
    const content = Buffer.concat([Buffer.from([2, 0, 0, 0]), Buffer.from("{x")]);
    const digest = createHash("sha256").update(content).digest();
    expect(decodeEntry(key, Buffer.concat([digest, content]))).toBeUndefined();
  });
});

describe("the folder", () => {
  it("is the one of the base directory specification, which ignores relative paths", () => {
    expect(defaultCacheFolder({ XDG_CACHE_HOME: "/x/y" })).toBe("/x/y/wasm-sandbox");
    const home = join(homedir(), ".cache/wasm-sandbox");
    expect([{}, { XDG_CACHE_HOME: "" }, { XDG_CACHE_HOME: "x" }].map(defaultCacheFolder)).toEqual([home, home, home]);
  });

  it("does not take the leftovers of a killed run for entries", () => {
    const folder = join(temporaryFolder(), "cache");
    expect(storeEntry(folder, key, entry)).toBeUndefined();
    const whole = encodeEntry(key, entry);
    writeFileSync(join(folder, `.${key}.killed`), whole.subarray(0, whole.length / 2));
    expect(plain(loadEntry(folder, key))).toEqual(plain(entry));
    expect(readdirSync(folder)).toHaveLength(2);
    expect(loadEntry(folder, cacheKey("22".repeat(32)))).toBeUndefined();
  });

  it("has each entry replaced in one step", () => {
    const folder = join(temporaryFolder(), "cache");
    for (const source of ["1", "22", "333"]) expect(storeEntry(folder, key, { ...entry, source })).toBeUndefined();
    expect(loadEntry(folder, key)?.source).toBe("333");
    expect(readdirSync(folder)).toEqual([entryPath("", key)]);
  });
});
