import { Failure } from "./errno.ts";

/** Bits of `lookupflags`. */
export const LOOKUP = { follow: 1 } as const;

/** Bits of `oflags`. */
export const OFLAG = { create: 1, directory: 2, exclusive: 4, truncate: 8 } as const;

/** Bits of `fdflags`. */
export const FDFLAG = { append: 1, dsync: 2, nonblock: 4, rsync: 8, sync: 16 } as const;

/** Bits of `fstflags`. */
export const FSTFLAG = { atim: 1, atimNow: 2, mtim: 4, mtimNow: 8 } as const;

/** Values of `filetype`. */
export const FILETYPE = { unknown: 0, folder: 3, file: 4, link: 7 } as const;

/** @throws Failure `inval` when a bit is set that has no meaning */
export function checkFlags(given: number, known: Readonly<Record<string, number>>): void {
  const all = Object.values(known).reduce((sum, bit) => sum | bit, 0);
  if ((given & ~all) !== 0) throw new Failure("inval");
}
