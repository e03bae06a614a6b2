import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { breach, layOut } from "../secret.ts";
import { OFLAGS, OPENED_AT, FIRST_FOLDER as READ, RIGHTS, SECOND_FOLDER as WRITE, wasiModule } from "../wasi-module.ts";

const ORIGINAL = "this may only be read";

export const acrossGrants: Attack = {
  id: "A06",
  title: "hard links and renames that would make other files writable",
  guest: wasiModule([
    ["path_link", READ, 0, "file", WRITE, "linked"],
    ["path_rename", READ, "file", WRITE, "renamed"],
    ["path_open", WRITE, 1, "linked", OFLAGS.truncate, RIGHTS.everything, 0n, 0, OPENED_AT],
    ["path_open", WRITE, 1, "planted", OFLAGS.truncate, RIGHTS.everything, 0n, 0, OPENED_AT],
    ["path_link", WRITE, 0, "planted", WRITE, "second"],
    ["path_rename", WRITE, "mine", WRITE, "second"],
    ["path_open", WRITE, 1, "planted", OFLAGS.truncate, RIGHTS.everything, 0n, 0, OPENED_AT],
    ["path_filestat_set_times", WRITE, 1, "planted", 1n, 1n, 5],
  ]),
  async run({ folder, runGuest }) {
    const outside = layOut(folder, "outside");
    for (const name of ["ro", "rw"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "ro/file"), ORIGINAL);
    writeFileSync(join(folder, "rw/mine"), "");
    linkSync(join(outside, "secret.txt"), join(folder, "rw/planted"));
    const { outcome } = await runGuest({ dirs: ["ro::ro:ro", "rw::rw"] });
    if (outcome.kind !== "exited")
      return { verdict: "NOT contained", evidence: `it did not get to its end: ${outcome.kind}` };
    const breached = breach({ kind: "returned", text: "" }, outside);
    if (breached !== undefined) return { verdict: "NOT contained", evidence: breached };
    if (readdirSync(join(folder, "ro")).join() !== "file" || readFileSync(join(folder, "ro/file"), "utf8") !== ORIGINAL)
      return { verdict: "NOT contained", evidence: "the file that may only be read was moved or changed" };
    return { verdict: "contained", evidence: "no link or rename made a file writable that was not granted" };
  },
};
