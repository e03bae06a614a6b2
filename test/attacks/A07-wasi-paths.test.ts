import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { compilerMissing, doSteps, type GuestStep, OFLAGS, PROGRAMS, RIGHTS } from "../support/steps-guest.ts";

const SECRET = "OUTSIDE";

function around() {
  const base = layOut({
    data: { "x.txt": "inside", sub: { deep: {} }, "a\\b": "backslash", "line\nbreak": "newline" },
    "data-evil": { "x.txt": SECRET },
    DATA: { "x.txt": SECRET },
    secret: SECRET,
  });
  const untouched = () => {
    for (const name of ["data-evil/x.txt", "DATA/x.txt", "secret"])
      expect(readFileSync(join(base, name), "utf8")).toBe(SECRET);
    expect(readdirSync(base).sort()).toEqual(["DATA", "data", "data-evil", "secret"]);
  };
  return { base, untouched };
}

const TRICKS: readonly (string | Uint8Array)[] = [
  "..",
  "../",
  "../secret",
  "../data-evil/x.txt",
  "sub/../../secret",
  "sub/deep/../../../secret",
  "./.././secret",
  ".//..//secret",
  "x.txt/../../secret",
  "missing/../../secret",
  "/etc/passwd",
  "//etc/passwd",
  "/",
  "",
  "x.txt\0",
  "x.txt\0/../../secret",
  "..\0",
  Uint8Array.of(0x2e, 0x2e, 0x2f, 0x73, 0xff),
  Uint8Array.of(0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x73),
  "‥/secret",
  "．．/secret",
  "%2e%2e/secret",
  "..\\secret",
  "~/secret",
  "x.txt/",
  "x.txt/.",
  "X.TXT",
  `${"sub/../".repeat(100)}../secret`,
  "a".repeat(5000),
  `${"a/".repeat(300)}x`,
  "proc/self/environ",
  "dev/fd/0",
];

describe.skipIf(compilerMissing).each(PROGRAMS)("A07: path tricks of a WASI program, by %s", (_, program) => {
  test.each(["--dir", "--allow-fs"])("under %s none reads, opens, tells or changes anything", async (flag) => {
    const { base, untouched } = around();
    const data = join(base, "data");
    const folder = flag === "--dir" ? "d" : data;
    const flags = flag === "--dir" ? [`--dir=${data}::d`] : [`--allow-fs-read=${data}`, `--allow-fs-write=${data}`];
    const steps = TRICKS.filter((trick) => trick !== "").flatMap((trick): GuestStep[] => [
      ["cat", folder, trick],
      ["stat", folder, trick, 1],
      ["stat", folder, trick, 0],
      ["open", folder, trick, 1, OFLAGS.none, RIGHTS.both, 0, 1],
      ["open", folder, trick, 0, OFLAGS.directory, RIGHTS.list, 0, 1],
      ["unlink", folder, trick],
      ["rmdir", folder, trick],
      ["rename", folder, trick, folder, "stolen"],
      ["link", folder, trick, 1, folder, "stolen"],
      ["times-at", folder, trick, 1, 1000, 1000, 5],
    ]);
    const { answers, code } = await doSteps(program, flags, [...steps, ["cat", folder, "x.txt"]]);
    expect(code).toBe(0);
    for (const [index, answer] of answers.slice(0, -1).entries()) {
      expect([steps[index]?.join(" ").slice(0, 100), answer]).toEqual([
        expect.anything(),
        expect.stringMatching(/^E[A-Z]+$/),
      ]);
    }
    expect(answers.at(-1)).toBe("inside");
    expect(answers).toHaveLength(steps.length + 1);
    expect(readdirSync(data).sort()).toEqual(["a\\b", "line\nbreak", "sub", "x.txt"]);
    untouched();
  });

  test("names that only look strange are names inside the grant", async () => {
    const { base, untouched } = around();
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/data::d`],
      [
        ["cat", "d", "a\\b"],
        ["cat", "d", "line\nbreak"],
        ["put", "d", "..\\..\\secret", "mine"],
        ["put", "d", "...", "mine"],
        ["put", "d", " ", "mine"],
        ["put", "d", "-rf", "mine"],
        ["times-at", "d", "-rf", 1, 1001, 1001, 5],
        ["mkdir", "d", "$(touch x)"],
      ],
    );
    expect(answers).toEqual(["backslash", "newline", "", "", "", "", "", ""]);
    expect(statSync(join(base, "data/-rf")).size).toBe(4);
    untouched();
  });

  test("the root of a grant is not removed, renamed or replaced", async () => {
    const { base, untouched } = around();
    const spellings = [".", "./", "sub/..", "sub/../", "sub/deep/../.."];
    const { answers } = await doSteps(
      program,
      [`--allow-fs-read=${base}/data`, `--allow-fs-write=${base}/data`],
      [
        ...spellings.flatMap((path): GuestStep[] => [
          ["rmdir", `${base}/data`, path],
          ["unlink", `${base}/data`, path],
          ["rename", `${base}/data`, path, `${base}/data`, "sub/new"],
          ["rename", `${base}/data`, "sub/deep", `${base}/data`, path],
          ["link", `${base}/data`, "x.txt", 0, `${base}/data`, path],
          ["symlink", "x.txt", `${base}/data`, path],
          ["mkdir", `${base}/data`, path],
        ]),
      ],
    );
    expect(answers.filter((answer) => !/^E[A-Z]+$/.test(answer))).toEqual([]);
    expect(readdirSync(join(base, "data")).sort()).toEqual(["a\\b", "line\nbreak", "sub", "x.txt"]);
    untouched();
  });

  test("of a granted file neither the neighbours nor their folder are seen or touched", async () => {
    const base = layOut({ data: { file: "mine", sibling: SECRET, sub: { file: SECRET } } });
    const folder = `${base}/data`;
    const { answers } = await doSteps(
      program,
      [`--allow-fs-read=${folder}/file`, `--allow-fs-write=${folder}/file`],
      [
        ["cat", folder, "file"],
        ["put", folder, "file", "changed"],
        ["list", folder],
        ["ls", folder, "."],
        ["stat", folder, "sibling", 1],
        ["stat", folder, "missing", 1],
        ["cat", folder, "sibling"],
        ["put", folder, "sibling", "PWNED"],
        ["put", folder, "new", "PWNED"],
        ["mkdir", folder, "new"],
        ["unlink", folder, "sibling"],
        ["rename", folder, "sibling", folder, "file"],
        ["rename", folder, "file", folder, "other"],
        ["link", folder, "sibling", 0, folder, "file"],
        ["link", folder, "file", 0, folder, "other"],
        ["times", folder, 1000, 1000, 5],
        ["unlink", folder, "file"],
        ["symlink", "sibling", folder, "file"],
        ["symlink", "sub/file", folder, "file"],
        ["put", folder, "file", "again"],
      ],
    );
    expect([answers[0], answers[1], answers[16], answers[19]]).toEqual(["mine", "", "", ""]);
    const refused = [...answers.slice(2, 16), ...answers.slice(17, 19)];
    expect(refused.filter((answer) => !/^E[A-Z]+$/.test(answer))).toEqual([]);
    // Whether a neighbour exists cannot be told.
    expect(answers[4]).toBe(answers[5]);
    expect(readdirSync(folder).sort()).toEqual(["file", "sibling", "sub"]);
    expect(readFileSync(join(folder, "sibling"), "utf8")).toBe(SECRET);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("again");
  });

  test("a bare grant is '/' and '.', without the places for credentials, the kernel's own and ours", async () => {
    const base = layOut({ ".ssh": { id_rsa: SECRET }, ".aws": { credentials: SECRET }, plain: "plain" });
    const paths = ["proc/self/environ", "proc/1/cmdline", "dev/fd/0", "sys/kernel/notes", "etc/shadow"];
    const { answers } = await doSteps(
      program,
      ["--allow-fs-read", "--allow-fs-write"],
      [
        ["preopens"],
        ["cat", ".", "plain"],
        ["cat", "/", `${base.slice(1)}/plain`],
        ["cat", ".", ".ssh/id_rsa"],
        ["cat", "/", `${base.slice(1)}/.aws/credentials`],
        ["rename", ".", ".ssh", ".", "visible"],
        ["rename", ".", ".ssh/id_rsa", ".", "visible"],
        ["link", ".", ".ssh/id_rsa", 0, ".", "visible"],
        ["cat", ".", "../plain"],
        ...paths.map((path): GuestStep => ["cat", "/", path]),
        ["put", "/", "proc/self/comm", "PWNED"],
      ],
      { cwd: base },
    );
    expect(answers.slice(0, 3)).toEqual(["/ .", "plain", "plain"]);
    expect(answers.slice(3).filter((answer) => !/^E[A-Z]+$/.test(answer))).toEqual([]);
    expect(readdirSync(base).sort()).toEqual([".aws", ".ssh", "plain"]);
  });

  test("a granted name that is not there yet may be made as a file, and nothing beside it", async () => {
    const base = layOut({ data: {} });
    const flags = [`--allow-fs-read=${base}/data/new`, `--allow-fs-write=${base}/data/new`];
    const { answers } = await doSteps(program, flags, [
      ["put", `${base}/data`, "other", "PWNED"],
      ["put", `${base}/data`, "new", "mine"],
      ["cat", `${base}/data`, "new"],
    ]);
    expect(answers).toEqual([expect.stringMatching(/^E/), "", "mine"]);
    expect(readdirSync(join(base, "data"))).toEqual(["new"]);
  });
});
