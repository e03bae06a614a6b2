import { setTimesAt, statAt } from "../files.ts";
import { checkFlags, LOOKUP } from "./flags.ts";
import type { Host } from "./host.ts";
import { need, RIGHT } from "./rights.ts";
import { newTimes, putStat } from "./stat.ts";

/** What is at a path, without opening it. */
export function pathStat({ memory, table }: Host) {
  return {
    path_filestat_get(fd: number, lookup: number, path: number, length: number, out: number) {
      const folder = table.folder(fd);
      need(folder, RIGHT.pathFilestatGet);
      checkFlags(lookup, LOOKUP);
      putStat(memory, out, statAt(folder.handle, memory.path(path, length), lookup !== 0));
    },
    path_filestat_set_times(
      fd: number,
      lookup: number,
      path: number,
      length: number,
      accessed: bigint,
      modified: bigint,
      flags: number,
    ) {
      const folder = table.folder(fd);
      need(folder, RIGHT.pathFilestatSetTimes);
      checkFlags(lookup, LOOKUP);
      const times = newTimes(accessed, modified, flags);
      setTimesAt(folder.handle, memory.path(path, length), lookup !== 0, ...times);
    },
  };
}
