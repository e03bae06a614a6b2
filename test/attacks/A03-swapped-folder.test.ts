import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startSwapping } from "../broker/files/support/swapper.ts";
import { layOut } from "../broker/files/support/tree.ts";
import { compilerMissing, doSteps, OFLAGS, PROGRAMS, RIGHTS } from "../support/steps-guest.ts";
import { racing } from "./support/racing-steps.ts";

const FOLDER = [1, OFLAGS.directory, RIGHTS.folder, 0] as const;

function around() {
  const base = layOut({ data: { dir: { file: "inside" } }, outside: { file: "OUTSIDE", dir: {} } });
  // Absolute, so that the guest may move it about.
  symlinkSync(join(base, "outside"), join(base, "data/trap"));
  const untouched = () => {
    expect(readFileSync(join(base, "outside/file"), "utf8")).toBe("OUTSIDE");
    expect(readdirSync(join(base, "outside")).sort()).toEqual(["dir", "file"]);
    expect(readdirSync(join(base, "outside/dir"))).toEqual([]);
  };
  return { base, flags: [`--dir=${join(base, "data")}::data`], untouched };
}

describe.skipIf(compilerMissing).each(PROGRAMS)("A03: a folder swapped under an open handle, by %s", (_, program) => {
  test("the handle stays on its folder; the old name, now a link that leads out, leads nowhere", async () => {
    const { base, flags, untouched } = around();
    const { answers } = await doSteps(program, flags, [
      ["open", "data", "dir", ...FOLDER, 1],
      ["rename", "data", "dir", "data", "away"],
      ["rename", "data", "trap", "data", "dir"],
      ["cat", "@1", "file"],
      ["put", "@1", "new", "by the handle"],
      ["mkdir", "@1", "made"],
      ["cat", "data", "dir/file"],
      ["put", "data", "dir/file", "PWNED"],
      ["put", "data", "dir/new", "PWNED"],
      ["mkdir", "data", "dir/made"],
      ["unlink", "data", "dir/file"],
      ["rename", "@1", "file", "data", "dir/file"],
      ["rename", "data", "dir/file", "@1", "stolen"],
      ["link", "data", "dir/file", 0, "@1", "stolen"],
      ["open", "data", "dir", ...FOLDER, 2],
      ["cat", "data", "away/new"],
    ]);
    expect(answers.slice(0, 6)).toEqual(["", "", "", "inside", "", ""]);
    expect(answers.slice(6, 15)).toEqual(new Array(9).fill("EPERM"));
    expect(answers[15]).toBe("by the handle");
    expect(readdirSync(join(base, "data/away")).sort()).toEqual(["file", "made", "new"]);
    untouched();
  });

  test("what is judged by its place stays so through a handle from before a move", async () => {
    const { base, untouched } = around();
    const flags = [`--dir=${base}/data::data`, `--deny-fs-write=${base}/data/dir/later`];
    const { answers } = await doSteps(program, flags, [
      ["open", "data", "dir", ...FOLDER, 1],
      ["rename", "data", "dir", "data", "away"],
      ["mkdir", "data", "a"],
      ["open", "data", "a", ...FOLDER, 2],
      ["rename", "data", "a", "data", ".github"],
      ["mkdir", "@2", "workflows"],
      ["rename", "data", "a", "data", "node_modules"],
      ["mkdir", "@2", ".git"],
      ["put", "@1", "later", "PWNED"],
    ]);
    expect(answers).toEqual(["", "EPERM", "", "", "EPERM", "", "EPERM", "EPERM", "EPERM"]);
    untouched();
  });

  test("a handle on a removed folder leads neither up nor into what has its name now", async () => {
    const { base, flags, untouched } = around();
    const { answers } = await doSteps(program, flags, [
      ["mkdir", "data", "gone"],
      ["open", "data", "gone", ...FOLDER, 1],
      ["rmdir", "data", "gone"],
      ["put", "@1", "x", "PWNED"],
      ["cat", "@1", "../dir/file"],
      ["list", "@1"],
      ["rename", "data", "trap", "data", "gone"],
      ["cat", "@1", "file"],
      ["put", "@1", "file", "PWNED"],
      ["close", "@1"],
      ["close", "@1"],
      ["cat", "@1", "file"],
    ]);
    expect(answers.slice(0, 3)).toEqual(["", "", ""]);
    for (const index of [3, 4, 7, 8])
      expect([index, answers[index]]).toEqual([index, expect.stringMatching(/^E(NOENT|PERM)$/)]);
    expect(answers.slice(10)).toEqual(["EBADF", "EBADF"]);
    expect(readdirSync(join(base, "data")).sort()).toEqual(["dir", "gone"]);
    untouched();
  });

  test.runIf(process.platform === "linux")(
    "while another program swaps the folder for a link, nothing gets out",
    async () => {
      const { base, flags, untouched } = around();
      const data = join(base, "data");
      await startSwapping([{ name: `${data}/dir`, real: `${data}/real`, trap: `${data}/trap` }]);
      const { answers, code } = await doSteps(program, flags, racing(40));
      expect(code).toBe(0);
      expect(answers.join()).not.toContain("OUTSIDE");
      untouched();
    },
  );
});
