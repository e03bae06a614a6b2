import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { FIRST_FOLDER as DATA, OFLAGS, OPENED, OPENED_AT, RIGHTS, wasiModule } from "../wasi-module.ts";

const ORIGINAL = "this may only be read";
const WRITTEN_SECONDS = 1_000_000;

export const readOnly: Attack = {
  id: "A05",
  title: "truncating, resizing, dating, renaming and removing where only reading is granted",
  guest: wasiModule([
    ["path_open", DATA, 1, "file", OFLAGS.truncate, RIGHTS.read, 0n, 0, OPENED_AT],
    ["path_open", DATA, 1, "file", OFLAGS.truncate, RIGHTS.everything, 0n, 0, OPENED_AT],
    ["path_open", DATA, 1, "new", OFLAGS.create, RIGHTS.everything, 0n, 0, OPENED_AT],
    ["path_open", DATA, 1, "file", 0, RIGHTS.read, 0n, 0, OPENED_AT],
    ["fd_filestat_set_size", OPENED, 0n],
    ["fd_filestat_set_times", OPENED, 1n, 1n, 5],
    ["path_filestat_set_times", DATA, 1, "file", 1n, 1n, 5],
    ["path_link", DATA, 0, "file", DATA, "linked"],
    ["path_rename", DATA, "file", DATA, "renamed"],
    ["path_symlink", "file", DATA, "pointed"],
    ["path_create_directory", DATA, "made"],
    ["path_unlink_file", DATA, "file"],
  ]),
  async run({ folder, runGuest }) {
    const data = join(folder, "data");
    mkdirSync(data);
    writeFileSync(join(data, "file"), ORIGINAL);
    utimesSync(join(data, "file"), WRITTEN_SECONDS, WRITTEN_SECONDS);
    const { outcome } = await runGuest({ dirs: ["data::data:ro"] });
    if (outcome.kind !== "exited")
      return { verdict: "NOT contained", evidence: `it did not get to its end: ${outcome.kind}` };
    const names = readdirSync(data).join();
    if (names !== "file") return { verdict: "NOT contained", evidence: `the folder holds ${names}` };
    if (readFileSync(join(data, "file"), "utf8") !== ORIGINAL)
      return { verdict: "NOT contained", evidence: "the file was changed" };
    const { mtimeMs } = statSync(join(data, "file"));
    if (mtimeMs !== WRITTEN_SECONDS * 1000)
      return { verdict: "NOT contained", evidence: "the file's time was changed" };
    return { verdict: "contained", evidence: "content, size, time and names stayed as they were" };
  },
};
