import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { compilerMissing, doSteps, FDFLAGS, type GuestStep, OFLAGS, PROGRAMS, RIGHTS } from "../support/steps-guest.ts";

/** Everything that would change something, on a file, a folder and a link in the folder of that name. */
function changes(folder: string): GuestStep[] {
  const opens = [
    [OFLAGS.truncate, RIGHTS.read, FDFLAGS.none],
    [OFLAGS.truncate, RIGHTS.write, FDFLAGS.none],
    [OFLAGS.truncate, 0, FDFLAGS.none],
    [OFLAGS.none, RIGHTS.write, FDFLAGS.none],
    [OFLAGS.none, RIGHTS.both, FDFLAGS.none],
    [OFLAGS.none, RIGHTS.write, FDFLAGS.append],
    [OFLAGS.create, RIGHTS.write, FDFLAGS.none],
    [OFLAGS.create | OFLAGS.truncate, RIGHTS.both, FDFLAGS.none],
  ] as const;
  return [
    ...opens.flatMap(([oflags, rights, fdflags]): GuestStep[] => [
      ["open", folder, "file", 1, oflags, rights, fdflags, 1],
      ["open", folder, "link", 1, oflags, rights, fdflags, 1],
    ]),
    ["open", folder, "new", 1, OFLAGS.create | OFLAGS.exclusive, RIGHTS.write, 0, 1],
    ["open", folder, "sub/new", 1, OFLAGS.create, RIGHTS.read, 0, 1],
    ["put", folder, "file", "PWNED"],
    ["append", folder, "file", "PWNED"],
    ["times-at", folder, "file", 1, 1000, 1000, 5],
    ["times-at", folder, "link", 0, 1000, 1000, 5],
    ["times-at", folder, ".", 1, 1000, 1000, 5],
    ["times-at", folder, "sub", 1, 0, 0, 10],
    ["mkdir", folder, "new"],
    ["rmdir", folder, "sub"],
    ["unlink", folder, "file"],
    ["unlink", folder, "link"],
    ["rename", folder, "file", folder, "moved"],
    ["rename", folder, "sub", folder, "moved"],
    ["link", folder, "file", 0, folder, "second"],
    ["symlink", "file", folder, "planted"],
  ];
}

/** What must be refused on a descriptor that was opened for reading, whatever it is of. */
function onReader(folder: string): GuestStep[] {
  return [
    ["open", folder, "file", 1, 0, RIGHTS.read, 0, 5],
    ["write", "@5", "PWNED"],
    ["pwrite", "@5", "PWNED", 0],
    ["size", "@5", 0],
    ["size", "@5", 2n ** 60n],
    ["allocate", "@5", 0, 4096],
    ["times", "@5", 1000, 1000, 5],
    ["open", folder, "sub", 1, OFLAGS.directory, RIGHTS.list, 0, 6],
    ["times", "@6", 1000, 1000, 5],
    ["times", folder, 1000, 1000, 5],
    ["setflags", "@5", FDFLAGS.append],
    ["write", "@5", "PWNED"],
  ];
}

function readOnly(): { base: string; state: () => unknown } {
  const base = layOut({ data: { file: "original", sub: {}, link: ["file"] } });
  for (const name of ["data/file", "data/sub", "data"]) utimesSync(join(base, name), 1_000_000, 1_000_000);
  const state = () => ({
    file: readFileSync(join(base, "data/file"), "utf8"),
    names: readdirSync(join(base, "data")).sort(),
    below: readdirSync(join(base, "data/sub")),
    times: ["data", "data/file", "data/sub"].map((name) => statSync(join(base, name)).mtimeMs),
    mode: statSync(join(base, "data/file")).mode,
  });
  return { base, state };
}

const GRANTS: readonly (readonly [string, string, (base: string) => string[]])[] = [
  ["--dir …:ro", "data", (base) => [`--dir=${base}/data::data:ro`]],
  ["--allow-fs-read", "BASE/data", (base) => [`--allow-fs-read=${base}/data`]],
  ["--dir with a denial", "data", (base) => [`--dir=${base}/data::data`, `--deny-fs-write=${base}/data`]],
  [
    "a read-only folder beside a writable one",
    "data",
    (base) => [`--dir=${base}/data::data:ro`, `--dir=${base}/data/sub::rw`],
  ],
];

describe.skipIf(compilerMissing).each(PROGRAMS)("A05: what may only be read, by %s", (_, program) => {
  test.each(GRANTS)("%s: nothing changes it", async (_grant, name, flags) => {
    const { base, state } = readOnly();
    const before = state();
    const folder = name.replace("BASE", base);
    const steps = [...changes(folder), ...onReader(folder)];
    const { answers } = await doSteps(program, flags(base), steps);
    const opens = [changes(folder).length, changes(folder).length + 7, changes(folder).length + 10];
    for (const [index, answer] of answers.entries()) {
      if (!opens.includes(index))
        expect([steps[index]?.join(" "), answer]).toEqual([steps[index]?.join(" "), expect.stringMatching(/^E/)]);
    }
    expect(answers).toHaveLength(steps.length);
    expect(state()).toEqual(before);
    expect((await doSteps(program, flags(base), [["cat", folder, "file"]])).answers).toEqual(["original"]);
  });

  test("control: the same steps change it where it may be written", async () => {
    const { base } = readOnly();
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/data::data`],
      [
        ["put", "data", "file", "changed"],
        ["times-at", "data", "file", 1, 1000, 2_000_000_000, 5],
      ],
    );
    expect(answers).toEqual(["", ""]);
    expect(readFileSync(join(base, "data/file"), "utf8")).toBe("changed");
    expect(statSync(join(base, "data/file")).mtimeMs).toBe(2000);
  });

  test("a folder that may only be written is not read, and no change makes it readable", async () => {
    const base = layOut({ data: { secret: "SECRET", folder: { secret: "SECRET" }, pub: {}, outer: { readable: {} } } });
    const flags = [`--allow-fs-write=${base}/data`, `--allow-fs-read=${base}/data/pub,${base}/data/outer/readable`];
    const data = `${base}/data`;
    const { answers } = await doSteps(program, flags, [
      ["cat", data, "secret"],
      ["open", data, "secret", 1, 0, RIGHTS.both, 0, 1],
      ["read", "@1"],
      ["rename", data, "secret", data, "pub/secret"],
      ["link", data, "secret", 0, data, "pub/secret"],
      ["rename", data, "folder", data, "pub/folder"],
      ["rename", data, "outer", data, "old"],
      ["rename", data, "folder", data, "outer"],
      ["open", data, "pub", 1, OFLAGS.directory, RIGHTS.list, 0, 2],
      ["rename", data, "pub", data, "elsewhere"],
      ["rename", data, "secret", data, "elsewhere/secret"],
      ["cat", "@2", "secret"],
      ["symlink", "../secret", data, "pub/link"],
      ["cat", data, "pub/link"],
      ["cat", data, "pub/secret"],
    ]);
    expect(answers.join()).not.toContain("SECRET");
    expect(readFileSync(join(base, "data/secret"), "utf8")).toBe("SECRET");
    expect(readdirSync(join(base, "data")).sort()).toEqual(["folder", "outer", "pub", "secret"]);
  });

  test.each(["secret", "folder"])(
    "what is denied for reading (%s) stays so under every name and with every right",
    async (denied) => {
      const base = layOut({ data: { secret: "SECRET", folder: { secret: "SECRET" } } });
      const path = denied === "folder" ? "folder/secret" : "secret";
      const { answers } = await doSteps(
        program,
        [`--dir=${base}/data::data`, `--deny-fs-read=${base}/data/${denied}`],
        [
          ["cat", "data", path],
          ["open", "data", path, 1, 0, RIGHTS.both, 0, 1],
          ["read", "@1"],
          ["link", "data", path, 0, "data", "other"],
          ["cat", "data", "other"],
          ["rename", "data", path, "data", "moved"],
          ["cat", "data", "moved"],
          ["rename", "data", denied, "data", "renamed"],
          ["symlink", path, "data", "link"],
          ["cat", "data", "link"],
          ["stat", "data", path, 1],
        ],
      );
      expect(answers.join()).not.toContain("SECRET");
      expect(readFileSync(join(base, "data", path), "utf8")).toBe("SECRET");
    },
  );
});
