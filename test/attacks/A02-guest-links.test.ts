import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { temporaryFolder } from "../support/files.ts";
import { compilerMissing, doSteps, type GuestStep, OFLAGS, PROGRAMS, RIGHTS } from "../support/steps-guest.ts";

const SECRET = "OUTSIDE";

/** `data` is granted; what lies beside it must stay as it is. */
function around(): { base: string; dir: string; untouched: () => void } {
  const base = layOut({
    data: {
      inside: "inside",
      sub: { deep: { deeper: {} } },
      "to-outside": ["../outside"],
      "to-secret": ["../outside/secret"],
    },
    outside: { secret: SECRET, folder: {} },
  });
  const before = statSync(join(base, "outside/secret"));
  const untouched = () => {
    expect(readFileSync(join(base, "outside/secret"), "utf8")).toBe(SECRET);
    expect(readdirSync(join(base, "outside")).sort()).toEqual(["folder", "secret"]);
    expect(readdirSync(join(base, "outside/folder"))).toEqual([]);
    expect(readdirSync(base).sort()).toEqual(["data", "outside"]);
    const { mtimeMs, nlink, mode } = statSync(join(base, "outside/secret"));
    expect({ mtimeMs, nlink, mode }).toEqual({ mtimeMs: before.mtimeMs, nlink: 1, mode: before.mode });
  };
  return { base, dir: `--dir=${join(base, "data")}::data`, untouched };
}

describe.skipIf(compilerMissing).each(PROGRAMS)("A02: links that leave the grant, by %s", (_, program) => {
  test("a link whose text leads out, or could, is not made", async () => {
    const { base, dir, untouched } = around();
    const texts = [
      "../outside/secret",
      "..",
      "../",
      "../data/../outside/secret",
      "sub/../../outside/secret",
      "./../outside",
      join(base, "outside/secret"),
      "/",
      "/etc/passwd",
      "//etc/passwd",
      "sub/deep/../../../outside",
      "sub/deep/..",
    ];
    const steps = texts.map((text, index): GuestStep => ["symlink", text, "data", `made-${index}`]);
    const { answers } = await doSteps(program, [dir], steps);
    expect(answers).toEqual(texts.map(() => "EPERM"));
    expect(readdirSync(join(base, "data")).filter((name) => name.startsWith("made"))).toEqual([]);
    untouched();
  });

  test("links whose texts stay inside one by one lead out by no chain of them", async () => {
    const { base, dir, untouched } = around();
    const { answers } = await doSteps(
      program,
      [dir],
      [
        ["symlink", "../..", "data", "sub/deep/up"],
        ["symlink", ".", "data", "here"],
        ["symlink", "sub/deep/up/../outside/secret", "data", "chained"],
        ["symlink", "here/here/here/../../../outside/secret", "data", "circle"],
        ["symlink", "sub/deep/up/to-secret", "data", "second"],
        ["symlink", "second", "data", "third"],
        ["cat", "data", "third"],
        ["put", "data", "third", "PWNED"],
        ["cat", "data", "sub/deep/up/../outside/secret"],
        ["cat", "data", "sub/deep/up/inside"],
      ],
    );
    expect(answers).toEqual(["", "", "EPERM", "EPERM", "", "", "EPERM", "EPERM", "EPERM", "inside"]);
    expect(existsSync(join(base, "data/chained"))).toBe(false);
    untouched();
  });

  test("a link that is moved to where its text would lead out stays where it is", async () => {
    const { base, dir, untouched } = around();
    const { answers } = await doSteps(
      program,
      [dir],
      [
        ["symlink", "../../outside/secret", "data", "sub/deep/link"],
        ["rename", "data", "sub/deep/link", "data", "sub/link"],
        ["rename", "data", "sub/deep/link", "data", "link"],
        ["link", "data", "sub/deep/link", 0, "data", "link"],
        ["rename", "data", "sub/deep", "data", "raised"],
        ["cat", "data", "raised/link"],
        ["symlink", "../../inside", "data", "sub/deep/good"],
        ["rename", "data", "sub/deep/good", "data", "sub/deep/deeper/good"],
        ["cat", "data", "sub/deep/good"],
      ],
    );
    expect(answers).toEqual(["", "EPERM", "EPERM", "EPERM", "EPERM", "ENOENT", "", "", "ENOENT"]);
    expect(readlinkSync(join(base, "data/sub/deep/link"))).toBe("../../outside/secret");
    untouched();
  });

  test("every operation through a link that leads out is refused, and is in the log", async () => {
    const { base, dir, untouched } = around();
    const log = join(temporaryFolder(), "audit.jsonl");
    const steps: GuestStep[] = [
      ["cat", "data", "to-secret"],
      ["put", "data", "to-secret", "PWNED"],
      ["append", "data", "to-secret", "PWNED"],
      ["put", "data", "to-outside/new", "PWNED"],
      ["open", "data", "to-secret", 1, OFLAGS.truncate, RIGHTS.write, 0, 0],
      ["open", "data", "to-outside", 1, OFLAGS.directory, RIGHTS.list, 0, 0],
      ["open", "data", "to-outside/", 0, OFLAGS.directory, RIGHTS.list, 0, 0],
      ["open", "data", "to-outside/.", 0, OFLAGS.directory, RIGHTS.list, 0, 0],
      ["mkdir", "data", "to-outside/new"],
      ["rmdir", "data", "to-outside/folder"],
      ["rmdir", "data", "to-outside/"],
      ["unlink", "data", "to-outside/secret"],
      ["rename", "data", "to-outside/secret", "data", "stolen"],
      ["rename", "data", "inside", "data", "to-outside/inside"],
      ["rename", "data", "to-outside/", "data", "stolen"],
      ["link", "data", "to-outside/secret", 0, "data", "stolen"],
      ["link", "data", "to-secret", 1, "data", "stolen"],
      ["link", "data", "inside", 0, "data", "to-outside/inside"],
      ["symlink", "inside", "data", "to-outside/planted"],
      ["stat", "data", "to-secret", 1],
      ["stat", "data", "to-outside/secret", 0],
      ["stat", "data", "to-outside/", 0],
      ["readlink", "data", "to-outside/secret"],
      ["times-at", "data", "to-secret", 1, 1000, 1000, 5],
      ["times-at", "data", "to-outside/secret", 0, 1000, 1000, 5],
      ["ls", "data", "to-outside"],
      ["cat", "data", "to-outside/../outside/secret"],
    ];
    const { answers } = await doSteps(program, [dir, `--audit-log=${log}`], steps);
    expect(answers.filter((answer) => answer !== "EPERM")).toEqual([]);
    expect(answers).toHaveLength(steps.length);
    untouched();
    expect(lstatSync(join(base, "data/to-outside")).isSymbolicLink()).toBe(true);
    const events = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const denied = events.filter(({ event }) => event === "capability_denied");
    expect(denied.length).toBeGreaterThanOrEqual(steps.length - 4);
    for (const { rule, argument } of denied) {
      expect(rule).toMatch(/^link-leaves-grant$/);
      expect(argument).not.toContain(SECRET);
    }
  });

  test("a folder renamed under a link's feet leads nowhere else", async () => {
    const { dir, untouched } = around();
    const { answers } = await doSteps(
      program,
      [dir],
      [
        ["mkdir", "data", "a"],
        ["mkdir", "data", "a/b"],
        ["symlink", "a/b", "data", "l"],
        ["put", "data", "l/file", "mine"],
        ["rename", "data", "a", "data", "c"],
        ["rename", "data", "to-outside", "data", "a"],
        ["cat", "data", "l/file"],
        ["rename", "data", "to-outside", "data", "c/b/out"],
        ["cat", "data", "c/b/out/secret"],
        ["cat", "data", "a/secret"],
      ],
    );
    expect(answers.slice(0, 5)).toEqual(["", "", "", "", ""]);
    expect(answers.slice(5)).not.toContain(SECRET);
    untouched();
  });
});
