import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { describe, expect, test } from "vitest";
import type { Attack, GuestRun } from "../../src/doctor/attack.ts";
import { acrossGrants } from "../../src/doctor/attacks/across-grants.ts";
import { allocation } from "../../src/doctor/attacks/allocation.ts";
import { executedLater } from "../../src/doctor/attacks/executed-later.ts";
import { exitCodes } from "../../src/doctor/attacks/exit-codes.ts";
import { readOnly } from "../../src/doctor/attacks/read-only.ts";
import type { Outcome } from "../../src/run/outcome.ts";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

async function moduleOf({ guest }: Attack): Promise<string> {
  const path = join(temporaryFolder(), "attack.wasm");
  writeFileSync(path, await parse(typeof guest === "string" ? guest : ""));
  return path;
}

describe("the programs of the WASI attacks do what they are said to, where it is granted", () => {
  test("A05: the file is cut, linked and renamed", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/file"), "content");
    expect((await cli(["run", "--dir=data::data", await moduleOf(readOnly)], { cwd: folder })).code).toBe(0);
    expect(readdirSync(join(folder, "data")).sort()).toEqual(["linked", "made", "new", "pointed", "renamed"]);
    expect(readFileSync(join(folder, "data/renamed"), "utf8")).toBe("");
  });

  test("A06: the file is linked and renamed within one grant", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "ro"));
    mkdirSync(join(folder, "rw"));
    writeFileSync(join(folder, "rw/planted"), "content");
    writeFileSync(join(folder, "rw/mine"), "mine");
    await cli(["run", "--dir=ro::ro:ro", "--dir=rw::rw", await moduleOf(acrossGrants)], { cwd: folder });
    expect(readdirSync(join(folder, "rw")).sort()).toEqual(["planted", "second"]);
    expect(readFileSync(join(folder, "rw/planted"), "utf8")).toBe("");
  });

  test("A20: a grant that names the place is written", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, ".git/hooks"), { recursive: true });
    writeFileSync(join(folder, ".git/hooks/file"), "content");
    await cli(["run", "--dir=.git/hooks::data", await moduleOf(readOnly)], { cwd: folder });
    expect(existsSync(join(folder, ".git/hooks/new"))).toBe(true);
  });
});

const EXITED: Outcome = { kind: "exited", code: 0 };

/** What a sandbox that lets it through would leave. */
const BROKEN: readonly (readonly [Attack, Outcome, (folder: string) => void])[] = [
  [readOnly, EXITED, (folder) => truncateSync(join(folder, "data/file"), 0)],
  [readOnly, EXITED, (folder) => writeFileSync(join(folder, "data/new"), "")],
  [readOnly, { kind: "trapped", message: "x" }, () => {}],
  [acrossGrants, EXITED, (folder) => truncateSync(join(folder, "outside/secret.txt"), 0)],
  [acrossGrants, EXITED, (folder) => truncateSync(join(folder, "ro/file"), 0)],
  [allocation, EXITED, () => {}],
  [allocation, { kind: "limit", limit: "disk", reason: "x" }, (folder) => truncateSync(join(folder, "data/file"), 1)],
  [executedLater, EXITED, (folder) => writeFileSync(join(folder, "repo/.bashrc"), "")],
  [executedLater, EXITED, (folder) => truncateSync(join(folder, "repo/.git/hooks/pre-commit"), 0)],
  [exitCodes, { kind: "limit", limit: "timeout", reason: "x" }, () => {}],
];

test.each(BROKEN.map(([attack, ...rest], index) => [attack.id, index, attack, ...rest] as const))(
  "the attack %s (%i) is NOT contained by a sandbox that lets it through",
  async (_id, _index, attack, outcome, effect) => {
    const folder = temporaryFolder();
    const result = await attack.run({
      folder,
      async runGuest() {
        effect(folder);
        return { outcome, denials: 0 } as GuestRun;
      },
      probe: async () => "no probe",
    });
    expect(result.verdict).toBe("NOT contained");
  },
);
