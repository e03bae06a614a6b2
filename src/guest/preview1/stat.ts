import type { FileStat, NewTime } from "../file-messages.ts";
import { Failure } from "./errno.ts";
import { checkFlags, FILETYPE, FSTFLAG } from "./flags.ts";
import type { GuestMemory } from "./memory.ts";

const FILESTAT_BYTES = 64;

/** What a stream says of itself: it is of no type that a guest would take for a terminal. */
export const STREAM_STAT: FileStat = {
  kind: "unknown",
  links: 1n,
  size: 0n,
  accessed: 0n,
  modified: 0n,
  changed: 0n,
  device: 0n,
  inode: 0n,
};

export function putStat(memory: GuestMemory, pointer: number, stat: FileStat): void {
  const view = memory.view(pointer, FILESTAT_BYTES);
  view.setBigUint64(0, stat.device, true);
  view.setBigUint64(8, stat.inode, true);
  view.setUint8(16, FILETYPE[stat.kind]);
  view.setBigUint64(24, stat.links, true);
  view.setBigUint64(32, stat.size, true);
  view.setBigUint64(40, stat.accessed, true);
  view.setBigUint64(48, stat.modified, true);
  view.setBigUint64(56, stat.changed, true);
}

/** @throws Failure `inval` when a time is to be both a given one and now */
export function newTimes(accessed: bigint, modified: bigint, flags: number): [accessed: NewTime, modified: NewTime] {
  checkFlags(flags, FSTFLAG);
  return [
    newTime(accessed, flags & FSTFLAG.atim, flags & FSTFLAG.atimNow),
    newTime(modified, flags & FSTFLAG.mtim, flags & FSTFLAG.mtimNow),
  ];
}

function newTime(time: bigint, given: number, now: number): NewTime {
  if (given !== 0 && now !== 0) throw new Failure("inval");
  if (now !== 0) return "now";
  return given === 0 ? undefined : time;
}
