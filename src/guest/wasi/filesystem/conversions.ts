import { type FileKind, type FileStat, type NewTime, OPEN } from "../../file-messages.ts";

export interface DescriptorFlags {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly fileIntegritySync?: boolean;
  readonly dataIntegritySync?: boolean;
  readonly requestedWriteSync?: boolean;
  readonly mutateDirectory?: boolean;
}

export interface OpenFlags {
  readonly create?: boolean;
  readonly directory?: boolean;
  readonly exclusive?: boolean;
  readonly truncate?: boolean;
}

export interface PathFlags {
  readonly symlinkFollow?: boolean;
}

interface Datetime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

export type NewTimestamp = { tag: "no-change" } | { tag: "now" } | { tag: "timestamp"; val: Datetime };

export function follows({ symlinkFollow }: PathFlags): boolean {
  return symlinkFollow === true;
}

export function openBits(
  pathFlags: PathFlags,
  { create, directory, exclusive, truncate }: OpenFlags,
  flags: DescriptorFlags,
) {
  const bit = (wanted: boolean | undefined, value: number) => (wanted === true ? value : 0);
  return (
    bit(flags.read, OPEN.read) |
    bit(flags.write, OPEN.write) |
    bit(create, OPEN.create) |
    bit(exclusive, OPEN.exclusive) |
    bit(truncate, OPEN.truncate) |
    bit(directory, OPEN.folder) |
    bit(pathFlags.symlinkFollow, OPEN.follow)
  );
}

const TYPE_NAMES: Readonly<Record<FileKind, string>> = {
  unknown: "unknown",
  file: "regular-file",
  folder: "directory",
  link: "symbolic-link",
};

export function typeName(kind: FileKind): string {
  return TYPE_NAMES[kind];
}

export function descriptorStat({ kind, links, size, accessed, modified, changed }: FileStat) {
  return {
    type: typeName(kind),
    linkCount: links,
    size,
    dataAccessTimestamp: datetime(accessed),
    dataModificationTimestamp: datetime(modified),
    statusChangeTimestamp: datetime(changed),
  };
}

export function hashOf({ device, inode }: FileStat): { upper: bigint; lower: bigint } {
  return { upper: device, lower: inode };
}

function datetime(nanoseconds: bigint): Datetime {
  return { seconds: nanoseconds / SECOND, nanoseconds: Number(nanoseconds % SECOND) };
}

export function newTime(time: NewTimestamp): NewTime {
  if (time.tag === "no-change") return undefined;
  return time.tag === "now" ? "now" : BigInt.asUintN(64, time.val.seconds * SECOND + BigInt(time.val.nanoseconds));
}

const SECOND = 1_000_000_000n;
