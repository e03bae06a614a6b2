/** Numbers of wasi_snapshot_preview1's error codes: those that this host gives. */
export const ERRNO = {
  success: 0,
  acces: 2,
  again: 6,
  already: 7,
  badf: 8,
  busy: 10,
  deadlk: 16,
  dquot: 19,
  exist: 20,
  fault: 21,
  fbig: 22,
  ilseq: 25,
  inprogress: 26,
  intr: 27,
  inval: 28,
  io: 29,
  isdir: 31,
  loop: 32,
  mlink: 34,
  msgsize: 35,
  nametoolong: 37,
  nodev: 43,
  noent: 44,
  nolck: 46,
  nomem: 48,
  nospc: 51,
  notdir: 54,
  notempty: 55,
  notrecoverable: 56,
  notsock: 57,
  notsup: 58,
  notty: 59,
  nxio: 60,
  overflow: 61,
  perm: 63,
  pipe: 64,
  rofs: 69,
  spipe: 70,
  txtbsy: 74,
  xdev: 75,
  notcapable: 76,
} as const;

export type ErrnoName = keyof typeof ERRNO;

/** A call answers with this number instead of doing what it was asked for. */
export class Failure extends Error {
  readonly errno: number;

  constructor(name: ErrnoName) {
    super(name);
    this.errno = ERRNO[name];
  }
}

/** The number for an error code of wasi:filesystem, which is how the door words a refusal. */
export function errnoOfRefusal(code: string): number {
  return ERRNO[BY_ERROR_CODE.get(code) ?? "io"];
}

const BY_ERROR_CODE: ReadonlyMap<string, ErrnoName> = new Map([
  ["access", "acces"],
  ["would-block", "again"],
  ["already", "already"],
  ["bad-descriptor", "badf"],
  ["busy", "busy"],
  ["deadlock", "deadlk"],
  ["quota", "dquot"],
  ["exist", "exist"],
  ["file-too-large", "fbig"],
  ["illegal-byte-sequence", "ilseq"],
  ["in-progress", "inprogress"],
  ["interrupted", "intr"],
  ["invalid", "inval"],
  ["io", "io"],
  ["is-directory", "isdir"],
  ["loop", "loop"],
  ["too-many-links", "mlink"],
  ["message-size", "msgsize"],
  ["name-too-long", "nametoolong"],
  ["no-device", "nodev"],
  ["no-entry", "noent"],
  ["no-lock", "nolck"],
  ["insufficient-memory", "nomem"],
  ["insufficient-space", "nospc"],
  ["not-directory", "notdir"],
  ["not-empty", "notempty"],
  ["not-recoverable", "notrecoverable"],
  ["unsupported", "notsup"],
  ["no-tty", "notty"],
  ["no-such-device", "nxio"],
  ["overflow", "overflow"],
  ["not-permitted", "perm"],
  ["pipe", "pipe"],
  ["read-only", "rofs"],
  ["invalid-seek", "spipe"],
  ["text-file-busy", "txtbsy"],
  ["cross-device", "xdev"],
]);
