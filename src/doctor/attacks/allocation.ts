import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { FIRST_FOLDER as DATA, OPENED, OPENED_AT, RIGHTS, wasiModule } from "../wasi-module.ts";

const MIB = 1024 * 1024;
/** What this process may grow by while it serves the guest. */
const GROWTH = 200 * MIB;

export const allocation: Attack = {
  id: "A08",
  title: "files of 2^60 bytes, and open files without end",
  guest: wasiModule(
    [
      ["path_open", DATA, 1, "file", 0, RIGHTS.everything, 0n, 0, OPENED_AT],
      ["fd_filestat_set_size", OPENED, 1n << 60n],
    ],
    1_000_000,
  ),
  async run({ folder, runGuest }) {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/file"), "");
    const before = process.memoryUsage.rss();
    const { outcome } = await runGuest({ dirs: ["data::data"] });
    const grown = process.memoryUsage.rss() - before;
    const { size } = statSync(join(folder, "data/file"));
    if (size > 0) return { verdict: "NOT contained", evidence: `the file grew to ${size} bytes` };
    if (outcome.kind !== "limit") return { verdict: "NOT contained", evidence: `no limit ended it: ${outcome.kind}` };
    if (grown > GROWTH) return { verdict: "NOT contained", evidence: `it took ${Math.round(grown / MIB)} MiB of ours` };
    return { verdict: "contained", evidence: `ended by the limit on ${outcome.limit}` };
  },
};
