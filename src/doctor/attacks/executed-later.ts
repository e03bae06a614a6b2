import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { OFLAGS, OPENED_AT, FIRST_FOLDER as REPO, RIGHTS, type WasiCall, wasiModule } from "../wasi-module.ts";

const PLACES = [".git/hooks/post-checkout", ".GIT/hooks/post-checkout", ".bashrc", ".mcp.json", ".vscode", ".envrc"];
const ORIGINAL = "as it was";

export const executedLater: Attack = {
  id: "A20",
  title: "writing where other programs execute it later, in a folder that may be written",
  guest: wasiModule([
    ...PLACES.flatMap((place): WasiCall[] => [
      ["path_open", REPO, 1, place, OFLAGS.create | OFLAGS.truncate, RIGHTS.everything, 0n, 0, OPENED_AT],
      ["path_create_directory", REPO, place],
      ["path_symlink", "mine", REPO, place],
      ["path_rename", REPO, "mine", REPO, place],
      ["path_link", REPO, 0, "mine", REPO, place],
    ]),
    ["path_rename", REPO, ".git", REPO, "git"],
    ["path_rename", REPO, ".git/hooks", REPO, "hooks"],
  ]),
  async run({ folder, runGuest }) {
    const hooks = join(folder, "repo/.git/hooks");
    mkdirSync(hooks, { recursive: true });
    writeFileSync(join(hooks, "pre-commit"), ORIGINAL);
    writeFileSync(join(folder, "repo/mine"), "run me");
    const { outcome } = await runGuest({ dirs: ["repo::repo"] });
    if (outcome.kind !== "exited")
      return { verdict: "NOT contained", evidence: `it did not get to its end: ${outcome.kind}` };
    const made = PLACES.find((place) => existsSync(join(folder, "repo", place)));
    if (made !== undefined) return { verdict: "NOT contained", evidence: `${made} was made` };
    const names = existsSync(hooks) ? readdirSync(hooks).join() : "";
    const kept = names === "pre-commit" && readFileSync(join(hooks, "pre-commit"), "utf8") === ORIGINAL;
    if (!kept) return { verdict: "NOT contained", evidence: "the hooks of the repository were changed" };
    return { verdict: "contained", evidence: `${PLACES.length} places were refused, and what was there stayed` };
  },
};
