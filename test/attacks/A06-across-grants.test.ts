import { linkSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { compilerMissing, doSteps, type GuestStep, OFLAGS, PROGRAMS, RIGHTS } from "../support/steps-guest.ts";

const ORIGINAL = "original";

function original(path: string): () => void {
  utimesSync(path, 1_000_000, 1_000_000);
  return () => {
    expect(readFileSync(path, "utf8")).toBe(ORIGINAL);
    expect(statSync(path).mtimeMs).toBe(1_000_000_000);
  };
}

/** Two folders of which one may only be read, in each way that a command line can say so. */
const PAIRS: readonly (readonly [string, (base: string) => { flags: string[]; from: string; to: string }])[] = [
  [
    "--dir …:ro and --dir",
    (base) => ({ flags: [`--dir=${base}/ro::ro:ro`, `--dir=${base}/rw::rw`], from: "ro", to: "rw" }),
  ],
  [
    "--allow-fs-read and --allow-fs-write",
    (base) => ({
      flags: [`--allow-fs-read=${base}`, `--allow-fs-write=${base}/rw`],
      from: base,
      to: `${base}/rw`,
    }),
  ],
];

describe.skipIf(compilerMissing).each(PROGRAMS)("A06: hard links and renames across grants, by %s", (_, program) => {
  test.each(PAIRS)("%s: a file that may only be read gets no name where it could be written", async (_name, pair) => {
    const base = layOut({ ro: { file: ORIGINAL, sub: { file: ORIGINAL } }, rw: { mine: "mine" } });
    const unchanged = original(join(base, "ro/file"));
    const { flags, from, to } = pair(base);
    const at = (name: string) => (from === base ? `ro/${name}` : name);
    const { answers } = await doSteps(program, flags, [
      ["cat", from, at("file")],
      ["link", from, at("file"), 0, to, "alias"],
      ["link", from, at("file"), 1, to, "alias"],
      ["rename", from, at("file"), to, "moved"],
      ["rename", from, at("sub"), to, "sub"],
      ["rename", to, "mine", from, at("file")],
      ["link", to, "mine", 0, from, at("planted")],
      ["put", to, "alias", "new"],
      ["put", to, "moved", "new"],
    ]);
    expect(answers[0]).toBe(ORIGINAL);
    for (const answer of answers.slice(1, 7)) expect(answer).toMatch(/^E(PERM|XDEV|ROFS|NOTCAPABLE|ACCES)$/);
    unchanged();
    expect(readdirSync(join(base, "ro")).sort()).toEqual(["file", "sub"]);
    expect(statSync(join(base, "ro/file")).nlink).toBe(1);
  });

  test("what may only be written gets no name in another grant where it could be read", async () => {
    const base = layOut({ blind: { secret: ORIGINAL, sub: { secret: ORIGINAL } }, rw: {} });
    const unchanged = original(join(base, "blind/secret"));
    const blind = `${base}/blind`;
    const { answers } = await doSteps(
      program,
      [`--allow-fs-write=${blind}`, `--dir=${base}/rw::rw`],
      [
        ["rename", blind, "secret", "rw", "moved"],
        ["link", blind, "secret", 0, "rw", "alias"],
        ["rename", blind, "sub", "rw", "sub"],
        ["cat", "rw", "moved"],
        ["cat", "rw", "alias"],
        ["cat", "rw", "sub/secret"],
      ],
    );
    expect(answers).toEqual(["EXDEV", "EXDEV", "EXDEV", "ENOENT", "ENOENT", "ENOENT"]);
    unchanged();
    expect(readdirSync(join(base, "rw"))).toEqual([]);
  });

  test("a hard link from before the run is not written, not cut and keeps its times, whatever links the guest makes", async () => {
    const base = layOut({ data: { mine: "mine", other: "other", third: "third" }, outside: ORIGINAL });
    linkSync(join(base, "outside"), join(base, "data/alias"));
    linkSync(join(base, "outside"), join(base, "data/alias2"));
    const unchanged = original(join(base, "outside"));
    const attempts: GuestStep[] = [
      ["put", "data", "alias", "PWNED"],
      ["append", "data", "alias", "PWNED"],
      ["open", "data", "alias", 1, OFLAGS.truncate, RIGHTS.read, 0, 1],
      ["open", "data", "alias", 1, 0, RIGHTS.both, 0, 1],
      ["times-at", "data", "alias", 1, 1000, 1000, 5],
      ["symlink", "alias", "data", "soft"],
      ["put", "data", "soft", "PWNED"],
    ];
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/data::data`],
      [
        ...attempts,
        ["link", "data", "alias", 0, "data", "b"],
        ["link", "data", "alias", 0, "data", "c"],
        ["rename", "data", "mine", "data", "b"],
        ["rename", "data", "other", "data", "c"],
        ["rename", "data", "alias2", "data", "moved"],
        ["rename", "data", "third", "data", "moved"],
        ["unlink", "data", "b"],
        ...attempts.slice(0, 5),
      ],
    );
    for (const index of [0, 1, 2, 3, 4, 6, 7, 8, 14, 15, 16, 17, 18])
      expect([index, answers[index]]).toEqual([index, "EPERM"]);
    unchanged();
  });

  test("the count of a file's own links is right after links, renames over them and removals", async () => {
    const base = layOut({ data: { file: "mine", x: "x", y: "y" } });
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/data::data`],
      [
        ["link", "data", "file", 0, "data", "a"],
        ["link", "data", "file", 0, "data", "b"],
        ["put", "data", "a", "one"],
        ["rename", "data", "x", "data", "a"],
        ["rename", "data", "file", "data", "b"],
        ["put", "data", "b", "two"],
        ["unlink", "data", "b"],
        ["put", "data", "file", "three"],
        ["cat", "data", "file"],
      ],
    );
    expect(answers).toEqual(["", "", "", "", "", "", "", "", "three"]);
  });

  test("a file that the guest linked itself, and that gets a name outside meanwhile, is not written any more", async () => {
    const base = layOut({ data: { file: ORIGINAL, x: "x" } });
    const path = await program();
    const linked = [
      ["link", "data", "file", 0, "data", "a"],
      ["rename", "data", "x", "data", "a"],
    ] as const;
    expect((await doSteps(path, [`--dir=${base}/data::data`], linked)).answers).toEqual(["", ""]);
    linkSync(join(base, "data/file"), join(base, "outside"));
    const unchanged = original(join(base, "outside"));
    const { answers } = await doSteps(path, [`--dir=${base}/data::data`], [["put", "data", "file", "PWNED"]]);
    expect(answers).toEqual(["EPERM"]);
    unchanged();
  });
});
