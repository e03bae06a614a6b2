import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXECUTED_LATER } from "../../src/policy/protected-places.ts";
import { layOut } from "../broker/files/support/tree.ts";
import { cli, HOME, ROOT } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";
import { compilerMissing, doSteps, type GuestStep, PROGRAMS } from "../support/steps-guest.ts";

const RELATIVE = EXECUTED_LATER.filter((place) => !place.startsWith("/"));
const ABSOLUTE = EXECUTED_LATER.filter((place) => place.startsWith("/"));

/** Every file and folder below, with what it holds. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).isFile() ? readFileSync(path, "utf8") : "folder"}`)
    .sort();
}

/** Everything that would put something at the place, or below it. `x` and `f` are a file and a folder of the guest's. */
function writesTo(folder: string, place: string): GuestStep[] {
  return [
    ["put", folder, place, "PWNED"],
    ["put", folder, `${place}/x`, "PWNED"],
    ["append", folder, place, "PWNED"],
    ["mkdir", folder, place],
    ["mkdir", folder, `${place}/hooks`],
    ["symlink", "x", folder, place],
    ["rename", folder, "x", folder, place],
    ["rename", folder, "f", folder, place],
    ["link", folder, "x", 0, folder, place],
    ["times-at", folder, place, 1, 1000, 1000, 5],
    ["unlink", folder, place],
    ["rmdir", folder, place],
    ["rename", folder, place, folder, "taken"],
  ];
}

describe.skipIf(compilerMissing).each(PROGRAMS)("A20: where something is executed later, by %s", (_, program) => {
  test.each([
    ["that is not there yet", false],
    ["that is there", true],
  ])("every published place %s is refused inside of a writable grant", async (_state, there) => {
    const base = layOut({ data: { x: "mine", f: { g: "mine" }, deep: {} } });
    const data = join(base, "data");
    for (const place of RELATIVE) {
      for (const above of ["", "deep"]) mkdirSync(dirname(join(data, above, place)), { recursive: true });
      if (there && !existsSync(join(data, place))) writeFileSync(join(data, place), "original");
    }
    const before = contents(data);
    const steps = RELATIVE.flatMap((place) => [
      ...writesTo("d", place),
      ["put", "d", `deep/${place}`, "PWNED"] as const,
    ]);
    const { answers, code } = await doSteps(program, [`--dir=${data}::d`], steps);
    expect(code).toBe(0);
    const worked = steps.filter((_step, index) => !/^E(PERM|NOENT|NOTDIR|ISDIR|EXIST)$/.test(answers[index] ?? ""));
    expect(worked.map((step) => step.join(" "))).toEqual([]);
    expect(contents(data)).toEqual(before);
  });

  test("other spellings that a file system may take for the same name are refused too", async () => {
    const base = layOut({ data: { x: "mine", f: {} } });
    const spellings = [
      ".GIT/hooks/x",
      ".Git",
      ".giT/",
      ".ｇｉｔ/config",
      ".g\u200cit/config",
      ".git\ufeff",
      ".BASHRC",
      ".Bashrc",
      ".ﬁ".replace("ﬁ", "bashrc\u2060"),
      "./.git/x",
      "f/../.git/x",
      ".MCP.JSON",
      "f//.vscode//tasks.json",
    ];
    const steps = spellings.flatMap((place) => writesTo("d", place));
    const { answers } = await doSteps(program, [`--dir=${base}/data::d`], steps);
    expect(answers.filter((answer) => !/^E(PERM|NOENT|NOTDIR|ISDIR)$/.test(answer))).toEqual([]);
    expect(contents(join(base, "data"))).toEqual([`${base}/data/f folder`, `${base}/data/x mine`]);
  });

  test("a parent is not renamed away, nor another folder into its place, nor built up beside it", async () => {
    const base = layOut({
      data: {
        repo: { ".git": { hooks: { "pre-commit": "original" } } },
        ".config": { autostart: { a: "original" } },
        mine: { autostart: { a: "PWNED" }, bin: { tool: "PWNED" }, workflows: { w: "PWNED" } },
      },
    });
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/data::d`],
      [
        ["rename", "d", ".config", "d", "away"],
        ["rename", "d", "mine", "d", ".config"],
        ["rename", "d", "mine", "d", ".github"],
        ["rename", "d", "mine", "d", ".cargo"],
        ["rename", "d", "mine", "d", ".local"],
        ["rename", "d", "mine", "d", "node_modules"],
        ["rename", "d", "mine/bin", "d", ".local/bin"],
        ["mkdir", "d", ".local"],
        ["rename", "d", "mine/bin", "d", ".local/bin"],
        ["symlink", "../mine/bin", "d", ".local/bin"],
        ["symlink", "mine", "d", ".github"],
        ["rename", "d", "repo/.git", "d", "repo/git"],
        ["put", "d", "repo/.git/hooks/pre-commit", "PWNED"],
        ["symlink", ".git/hooks", "d", "repo/shortcut"],
        ["put", "d", "repo/shortcut/pre-commit", "PWNED"],
      ],
    );
    expect([answers[7], answers[10], answers[13]]).toEqual(["", "", ""]);
    const refused = answers.filter((_answer, index) => ![6, 7, 10, 13].includes(index));
    expect(refused).toEqual(refused.map(() => "EPERM"));
    expect(readFileSync(join(base, "data/repo/.git/hooks/pre-commit"), "utf8")).toBe("original");
    expect(existsSync(join(base, "data/.local/bin"))).toBe(false);
    expect(readdirSync(join(base, "data/.config/autostart"))).toEqual(["a"]);
  });

  test("a grant that names such a place opens it, and no further such place inside", async () => {
    const base = layOut({ ".claude": { skills: {} }, x: "mine" });
    const { answers } = await doSteps(
      program,
      [`--dir=${base}/.claude::named`, `--dir=${base}::above`],
      [
        ["put", "named", "skills/notes", "wanted"],
        ["put", "named", "skills/.git/config", "PWNED"],
        ["put", "named", ".bashrc", "PWNED"],
        ["put", "named", "skills/.vscode", "PWNED"],
        ["put", "above", ".claude/skills/other", "PWNED"],
        ["mkdir", "above", ".git"],
      ],
    );
    expect(answers).toEqual(["", "EPERM", "EPERM", "EPERM", "EPERM", "EPERM"]);
    expect(contents(base)).toEqual([
      `${base}/.claude folder`,
      `${base}/.claude/skills folder`,
      `${base}/.claude/skills/notes wanted`,
      `${base}/x mine`,
    ]);
  });

  test("a whole-machine grant opens none of the machine's own places", async () => {
    const names = ABSOLUTE.map((place) => join(place, "wasm-sandbox-attack"));
    const steps = names.flatMap((path): GuestStep[] => [
      ["put", "/", path.slice(1), "PWNED"],
      ["mkdir", "/", path.slice(1)],
      ["symlink", "x", "/", path.slice(1)],
    ]);
    const { answers } = await doSteps(program, ["--allow-fs-write", "--allow-fs-read"], steps);
    expect(answers.filter((answer) => !/^E(PERM|NOENT|NOTDIR)$/.test(answer))).toEqual([]);
    expect(names.filter((path) => existsSync(path))).toEqual([]);
  });

  test("our own cache, package and audit log are not reached under any name", async () => {
    const audit = join(layOut({ logs: {} }), "logs/audit.jsonl");
    await doSteps(program, ["--allow-fs-read=/nonexistent"], [["preopens"]]);
    const cache = join(HOME, ".cache/wasm-sandbox");
    // Not one that another test is just writing: its name begins with a dot.
    const name = readdirSync(cache).find((one) => !one.startsWith("."));
    const entry = join(cache, name ?? "none");
    const guest = join(ROOT, "dist/guest.cjs");
    const before = [entry, guest].map(digestOf);
    mkdirSync(join(HOME, ".config"), { recursive: true });
    rmSync(join(HOME, "alias"), { force: true });
    linkSync(entry, join(HOME, "alias"));
    const flags = [
      "--allow-fs-read",
      "--allow-fs-write",
      `--audit-log=${audit}`,
      `--dir=${HOME}::home`,
      `--dir=${ROOT}::package`,
    ];
    const { answers } = await doSteps(program, flags, [
      ["cat", "/", entry.slice(1)],
      ["put", "/", entry.slice(1), "PWNED"],
      ["put", "home", entry.slice(HOME.length + 1), "PWNED"],
      ["put", "home", ".cache/wasm-sandbox/planted", "PWNED"],
      ["put", "home", "alias", "PWNED"],
      ["rename", "home", ".cache", "home", "away"],
      ["rename", "home", ".cache/wasm-sandbox", "home", "away"],
      ["put", "package", "dist/guest.cjs", "PWNED"],
      ["unlink", "package", "dist/guest.cjs"],
      ["rename", "package", "dist", "package", "away"],
      ["put", "/", guest.slice(1), "PWNED"],
      ["put", "/", audit.slice(1), "PWNED"],
      ["unlink", "/", audit.slice(1)],
      ["rename", "/", dirname(audit).slice(1), "/", `${dirname(audit).slice(1)}-away`],
      ["put", "/", `${audit.slice(1)}.lock`, "PWNED"],
      ["mkdir", "home", ".config/wasm-sandbox"],
      ["put", "home", ".config/wasm-sandbox/policy.yaml", "PWNED"],
      ["put", "/", "etc/wasm-sandbox/policy.yaml", "PWNED"],
    ]);
    expect(answers.filter((answer) => !/^E(PERM|NOENT)$/.test(answer))).toEqual([]);
    expect(existsSync(join(HOME, ".config/wasm-sandbox"))).toBe(false);
    expect([entry, guest].map(digestOf)).toEqual(before);
    expect(readFileSync(audit, "utf8")).toMatch(/execution_completed/);
  });
});

describe("A20: where something is executed later, by the skill interface", () => {
  test("every published place is refused, also when the grant covers everything around it", async () => {
    const base = layOut({ data: {} });
    for (const place of RELATIVE) mkdirSync(dirname(join(base, "data", place)), { recursive: true });
    const before = contents(base);
    const component = await componentFile(
      RELATIVE.flatMap((place) => [
        { write: `${base}/data/${place}`, content: "PWNED" },
        { write: `${base}/data/${place}/x`, content: "PWNED" },
      ]),
    );
    const { stdout } = await cli(["run", `--allow-fs-write=${base}/data`, component]);
    expect(
      stdout
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("err ")),
    ).toEqual([]);
    expect(stdout.trim().split("\n")).toHaveLength(2 * RELATIVE.length);
    expect(contents(base)).toEqual(before);
  });
});

function digestOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
