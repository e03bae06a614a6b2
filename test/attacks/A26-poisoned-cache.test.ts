import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { type PrepareOptions, prepare } from "../../src/engine/prepare.ts";
import type { Prepared } from "../../src/engine/prepared.ts";
import { greeter, validComponents } from "../component-fixtures/components.ts";
import { bringToLife } from "../engine/support/bring-to-life.ts";
import { prepareOptions, temporaryFolder, withoutHelper } from "../engine/support/prepare-options.ts";
import { EVERYTHING } from "../support/amount.ts";

const MARK = "globalThis.poisoned = 1";

let bytes: Uint8Array<ArrayBuffer>;
let first: PrepareOptions;
let original: Prepared;

beforeAll(async () => {
  bytes = await greeter();
  // Builds the helper when its sources have changed: not on the clock of the first test.
  first = await prepareOptions();
  original = await prepare(bytes, first);
});

/** With a copy of the first entry in its cache: making it again takes longer than most of these tests. */
async function preparedOptions(): Promise<PrepareOptions> {
  const options = await prepareOptions();
  const entry = onlyEntry(first);
  mkdirSync(options.cacheDir, { mode: 0o700 });
  copyFileSync(entry, join(options.cacheDir, basename(entry)));
  return options;
}

describe("A26: an entry that is not what we wrote is never run, and made again", () => {
  const poisons: readonly (readonly [string, (entry: string) => void | Promise<void>])[] = [
    [
      "its script replaced by another of the same length",
      (entry) => replaceIn(entry, "function instantiate", `${MARK};        `),
    ],
    ["a script put before it", (entry) => replaceIn(entry, '"use strict";', `"use strict";${MARK};`)],
    ["one byte of its code cache changed", (entry) => changeByte(entry, -2000)],
    ["its code cache made by somebody else", swapCodeCache],
    ["its last byte gone", (entry) => writeFileSync(entry, readFileSync(entry).subarray(0, -1))],
    ["nothing in it", (entry) => writeFileSync(entry, "")],
    ["zeros in it", (entry) => writeFileSync(entry, new Uint8Array(10_000))],
    ["another component's whole entry under its name", swapEntry],
    ["a folder in its place", (entry) => void mkdirSync(join(emptied(entry), "deep"), { recursive: true })],
    ["a FIFO in its place", async (entry) => void (await execa("mkfifo", [emptied(entry)]))],
    ["a link to a whole entry elsewhere", linkElsewhere],
    ["a link to a file that we must not touch", (entry) => symlinkSync(victim(), emptied(entry))],
    ["a link that leads nowhere", (entry) => symlinkSync("/nonexistent/x", emptied(entry))],
    ["rights for everybody to write it", (entry) => chmodSync(entry, 0o666)],
  ];

  // The long tests try each of them.
  const tried = EVERYTHING ? poisons : poisons.filter((_, row) => row % 3 === 0);

  it.each(tried)("%s", async (_, poison) => {
    const options = await preparedOptions();
    const { source } = original;
    const entry = onlyEntry(options);
    await poison(entry);
    const again = await prepare(bytes, options);
    expect(again).toMatchObject({ cached: false, source, notKept: undefined });
    expect(answerOf(again)).toBe("asked for http://example.com/");
    expect(Reflect.get(globalThis, "poisoned")).toBeUndefined();
    expect(lstatSync(entry).isFile()).toBe(true);
    expect((await prepare(bytes, withoutHelper(options))).cached).toBe(true);
  });

  it("a link's target is neither read nor removed nor changed", async () => {
    const options = await preparedOptions();
    const [entry, target] = [onlyEntry(options), victim()];
    symlinkSync(target, emptied(entry));
    await prepare(bytes, options);
    expect(readFileSync(target, "utf8")).toBe("untouched");
  });

  it("control: an entry that nobody touched is used", async () => {
    for (const options of [first, await preparedOptions()]) {
      expect((await prepare(bytes, withoutHelper(options))).cached).toBe(true);
    }
  });
});

describe("A26: a folder that is not ours alone is not used", () => {
  const plants: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ["writable by everybody", (folder) => chmodSync(folder, 0o777), /can be written by others/],
    ["writable by its group", (folder) => chmodSync(folder, 0o770), /can be written by others/],
    ["a link to a folder", (folder) => symlinkSync(moved(folder), folder), /symbolic link/],
    ["a file", (folder) => writeFileSync(emptied(folder), ""), /is not a folder/],
    ["in a folder that everybody can write", (folder) => chmodSync(dirname(folder), 0o777), /written by everybody/],
  ];

  it.each(plants)("%s", async (_, plant, message) => {
    const options = await preparedOptions();
    plant(options.cacheDir);
    const before = listing(options.cacheDir);
    const refused = {
      code: "refused",
      message: expect.stringMatching(message),
      hint: expect.stringContaining("XDG_CACHE_HOME"),
    };
    await expect(prepare(bytes, options)).rejects.toMatchObject(refused);
    expect(listing(options.cacheDir)).toEqual(before);
  });

  it.runIf(process.getuid?.() === 0).each([
    ["somebody else's", (folder: string) => folder],
    ["in a folder of somebody else's", dirname],
  ])("%s", async (_, which) => {
    const options = await preparedOptions();
    chownSync(which(options.cacheDir), 65_534, 65_534);
    await expect(prepare(bytes, options)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringMatching(/belongs to somebody else/),
    });
  });

  it.runIf(process.getuid?.() === 0)("somebody else's entry in our folder is made again", async () => {
    const options = await preparedOptions();
    chownSync(onlyEntry(options), 65_534, 65_534);
    expect((await prepare(bytes, options)).cached).toBe(false);
  });

  it("is made with 0700, and entries with 0600, whatever the umask", async () => {
    const options = await prepareOptions();
    const umask = process.umask(0);
    await prepare(bytes, options).finally(() => process.umask(umask));
    expect(lstatSync(options.cacheDir).mode & 0o777).toBe(0o700);
    expect(lstatSync(onlyEntry(options)).mode & 0o777).toBe(0o600);
  });
});

describe("A26: two entries swapped", () => {
  it("are both made again, and neither component is given the other's script", async () => {
    const [options, second] = [await prepareOptions(), await other()];
    const sources = [(await prepare(bytes, options)).source, (await prepare(second, options)).source];
    const [one = "", two = ""] = readdirSync(options.cacheDir).map((name) => join(options.cacheDir, name));
    const aside = join(temporaryFolder(), "aside");
    for (const [from, to] of [
      [one, aside],
      [two, one],
      [aside, two],
    ] as const)
      renameSync(from, to);
    const again = [await prepare(bytes, options), await prepare(second, options)];
    expect(again.map(({ source }) => source)).toEqual(sources);
    expect(again.map(({ cached }) => cached)).toEqual([false, false]);
    expect(again.map(({ digest }) => digest)).toEqual([bytes, second].map(sha256));
  });

  it("of two builds: an entry of another generation under this one's name is made again", async () => {
    const options = await preparedOptions();
    const entry = onlyEntry(options);
    const older = entry.replace(/[0-9a-f]{32}-/, `${"0".repeat(32)}-`);
    writeFileSync(entry, resealed(readFileSync(entry), basename(older, ".component")));
    expect((await prepare(bytes, options)).cached).toBe(false);
  });
});

describe("A26: a helper that turned against us", () => {
  it("cannot write another entry, nor anything else, nor reach out; what it could do is in its answer", async () => {
    const options = await preparedOptions();
    const before = listing(options.cacheDir);
    const folder = temporaryFolder();
    const attempts = [
      `fs.writeFileSync(${JSON.stringify(join(options.cacheDir, "planted"))}, "x")`,
      `fs.writeFileSync(${JSON.stringify(onlyEntry(options))}, "x")`,
      `fs.writeFileSync(${JSON.stringify(join(folder, "planted"))}, "x")`,
      `fs.readFileSync("/etc/passwd")`,
      `fs.readdirSync(${JSON.stringify(options.cacheDir)})`,
      `require("child_process").execFileSync("/bin/sh", ["-c", "true"])`,
      `if (Object.keys(process.env).length === 0) throw new Error("empty environment")`,
      `process.kill(process.ppid, 0)`,
    ];
    const hostile = await withHelper(
      options,
      `
      const fs = require("fs");
      const verdicts = [];
      ${attempts.map((code) => `try { ${code}; verdicts.push("done") } catch { verdicts.push("no") }`).join("\n")}
      send({ ok: false, code: "refused", message: verdicts.join(" ") });`,
    );
    await expect(prepare(Uint8Array.from(await other()), hostile)).rejects.toMatchObject({
      message: "no no no no no no no no",
    });
    expect(listing(options.cacheDir)).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ["glue that does more than glue", `glue("process.exit(66);")`, /The code generated for the component was not used/],
    [
      "glue that is something else",
      `send({ ok: true, glue: 4, modules: [] }, "evil")`,
      /The code generated for the component/,
    ],
    [
      "a module that the component does not have",
      `send({ ok: true, glue: 0, modules: [{ name: "component.core.wasm", original: 7 }] })`,
      /nothing of it was used/,
    ],
    [
      "a made module with hostile names",
      `send({ ok: true, glue: GLUE.length, modules: [{ name: "component.core.wasm", length: 20 }] }, GLUE + "\\0asm\\x01\\0\\0\\0\\x07\\x0a\\x01\\x06';x;'\\0\\0\\0")`,
      /the core name/,
    ],
    ["no answer", `process.exit(0)`, /The prepare helper ended with code 0/],
    ["a request for a file", `frame(2, Buffer.from("/etc/passwd"))`, /The prepare helper asked for readFile/],
    ["an endless answer", `frame(7, Buffer.alloc(9 * 1024 * 1024))`, /more than 8 MiB of glue/],
  ])("%s is refused, and nothing is kept", async (_, code, message) => {
    const options = await prepareOptions();
    await expect(prepare(bytes, await withHelper(options, code))).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
    expect(() => readdirSync(options.cacheDir)).toThrow("ENOENT");
  });

  it("control: the same helper with an honest answer is believed", async () => {
    const options = await prepareOptions();
    const prepared = await prepare(bytes, await withHelper(options, `glue("")`));
    expect(prepared.cached).toBe(false);
  });
});

function answerOf(prepared: Parameters<typeof bringToLife>[0]): unknown {
  return (bringToLife(prepared, bytes)["sandbox:skill/skill"] as { run(): unknown }).run();
}

function onlyEntry({ cacheDir }: PrepareOptions): string {
  const [name = "", ...more] = readdirSync(cacheDir);
  expect(more).toEqual([]);
  return join(cacheDir, name);
}

function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The same entry for another key, with the digest of what it then holds. */
function resealed(entry: Buffer, key: string): Buffer {
  const content = entry.toString("latin1", 32).replace(/"key":"[0-9a-f-]+"/, `"key":"${key}"`);
  const bytes = Buffer.from(content, "latin1");
  return Buffer.concat([createHash("sha256").update(bytes).digest(), bytes]);
}

function listing(folder: string): readonly string[] {
  if (!lstatSync(folder).isDirectory()) return ["no folder"];
  return readdirSync(folder).map(
    (name) =>
      `${name} ${createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex")}`,
  );
}

function replaceIn(entry: string, text: string, by: string): void {
  const content = readFileSync(entry, "latin1");
  expect(content).toContain(text);
  writeFileSync(entry, content.replace(text, by), "latin1");
}

function changeByte(entry: string, at: number): void {
  const content = readFileSync(entry);
  const index = content.length + at;
  content.writeUInt8(content.readUInt8(index) ^ 0xff, index);
  writeFileSync(entry, content);
}

async function other(): Promise<Uint8Array> {
  return (await validComponents())[3]?.bytes ?? new Uint8Array();
}

async function entryOf(component: Uint8Array, flags: readonly string[] | undefined): Promise<Buffer> {
  const options = await prepareOptions();
  await prepare(component, { ...options, guestFlags: flags });
  return readFileSync(onlyEntry(options));
}

async function swapEntry(entry: string): Promise<void> {
  writeFileSync(entry, await entryOf(await other(), undefined));
}

/** The parts of an entry with a code cache under the digest of one without. */
async function swapCodeCache(entry: string): Promise<void> {
  const cached = await entryOf(bytes, []);
  writeFileSync(entry, Buffer.concat([readFileSync(entry).subarray(0, 32), cached.subarray(32)]));
}

function linkElsewhere(entry: string): void {
  const copy = join(temporaryFolder(), "entry");
  copyFileSync(entry, copy);
  symlinkSync(copy, emptied(entry));
}

/** The path, with nothing there any more. */
function emptied(path: string): string {
  rmSync(path, { recursive: true });
  return path;
}

function moved(path: string): string {
  renameSync(path, `${path}-real`);
  return `${path}-real`;
}

function victim(): string {
  const path = join(temporaryFolder(), "victim");
  writeFileSync(path, "untouched");
  return path;
}

/** The same, with a helper of the test's own making: `code` says what it does once it has been given a component. */
async function withHelper(options: PrepareOptions, code: string): Promise<PrepareOptions> {
  const distDir = temporaryFolder();
  mkdirSync(join(distDir, "engine"));
  for (const name of ["launch.pl", "engine/bindgen.wasm", "engine/known-lines.txt"]) {
    copyFileSync(join(options.distDir, name), join(distDir, name));
  }
  const { source } = original;
  writeFileSync(join(distDir, "prepare.cjs"), hostileHelper(source, code));
  return { ...options, distDir };
}

/** A helper that speaks at the door by hand; `GLUE` is what an honest one would have answered. */
function hostileHelper(source: string, code: string): string {
  const bodyStart = source.indexOf(") {") + 3;
  const body = source.slice(bodyStart, -2);
  const head = `"use components";\nexport ${source.slice('"use strict";('.length, bodyStart)}`;
  return `
    const { readSync, writeSync } = require("node:fs");
    const u32 = (value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes;
    };
    const frame = (operation, field) => {
      const bytes = Buffer.concat([u32(5 + field.length), Buffer.of(operation), u32(field.length), field]);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(3, bytes, at);
        } catch (error) {
          if (error.code !== "EAGAIN") throw error;
        }
      }
    };
    const send = (header, rest = "") => {
      const json = Buffer.from(JSON.stringify(header));
      frame(7, Buffer.concat([u32(json.length), json, Buffer.from(rest, "latin1")]));
    };
    const around = (body) => ${JSON.stringify(head)} + body + "};\\n\\nexport const _util = {\\n  \\n}\\n\\n";
    const GLUE = around(${JSON.stringify(body)});
    const glue = (extra) => {
      const text = around(extra + ${JSON.stringify(body)});
      send({ ok: true, glue: text.length, modules: [] }, text);
    };
    readSync(3, Buffer.alloc(65536));
    ${code};
    setInterval(() => {}, 1000);`;
}
