import { Refused } from "../door.ts";
import { type FileKind, type FileStat, type ListedEntry, type NewTime, OPEN } from "../file-messages.ts";
import * as files from "../files.ts";
import { InputStream, OutputStream, StreamError } from "./io.ts";

interface DescriptorFlags {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly fileIntegritySync?: boolean;
  readonly dataIntegritySync?: boolean;
  readonly requestedWriteSync?: boolean;
  readonly mutateDirectory?: boolean;
}

interface OpenFlags {
  readonly create?: boolean;
  readonly directory?: boolean;
  readonly exclusive?: boolean;
  readonly truncate?: boolean;
}

interface PathFlags {
  readonly symlinkFollow?: boolean;
}

interface Datetime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

type NewTimestamp = { tag: "no-change" } | { tag: "now" } | { tag: "timestamp"; val: Datetime };

/** A handle of the broker's that a descriptor and its streams share; the last of them gives it back. */
class Held {
  readonly handle: number;
  #users = 1;

  constructor(handle: number) {
    this.handle = handle;
  }

  shared(): this {
    this.#users += 1;
    return this;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users === 0) files.close(this.handle);
  }
}

/** A file or folder that the broker holds. An error case is thrown as the name of its error code: so the glue lowers it. */
class Descriptor {
  readonly #held: Held;
  readonly #kind: FileKind;
  readonly #flags: DescriptorFlags;

  constructor(handle: number, kind: FileKind, flags: DescriptorFlags) {
    this.#held = new Held(handle);
    this.#kind = kind;
    this.#flags = flags;
  }

  get #handle(): number {
    return this.#held.handle;
  }

  readViaStream(offset: bigint): InputStream {
    this.#mustBeFile();
    if (this.#flags.read !== true) throw "bad-descriptor";
    const held = this.#held.shared();
    let position = offset;
    const read = (length: number) => {
      if (length === 0) return new Uint8Array();
      const bytes = files.readAt(held.handle, position, length);
      position += BigInt(bytes.length);
      return bytes.length === 0 ? undefined : bytes;
    };
    return new InputStream({ read, blockingRead: read, close: () => held.release() });
  }

  writeViaStream(offset: bigint): OutputStream {
    this.#mustBeWritable();
    const held = this.#held.shared();
    let position = offset;
    return new OutputStream({
      close: () => held.release(),
      write(bytes) {
        for (let sent = 0; sent < bytes.length; ) {
          const count = files.writeAt(held.handle, position, bytes.subarray(sent));
          sent += count;
          position += BigInt(count);
        }
      },
    });
  }

  appendViaStream(): OutputStream {
    this.#mustBeWritable();
    const held = this.#held.shared();
    return new OutputStream({
      close: () => held.release(),
      write(bytes) {
        for (let sent = 0; sent < bytes.length; ) sent += files.append(held.handle, bytes.subarray(sent));
      },
    });
  }

  advise(): void {
    this.#mustBeFile();
  }
  syncData(): void {
    attempt(() => files.sync(this.#handle, true));
  }
  sync(): void {
    attempt(() => files.sync(this.#handle, false));
  }
  getFlags(): DescriptorFlags {
    return this.#flags;
  }
  getType(): string {
    return typeName(this.#kind);
  }
  setSize(size: bigint): void {
    this.#mustBeWritable();
    attempt(() => files.setSize(this.#handle, size));
  }
  setTimes(accessed: NewTimestamp, modified: NewTimestamp): void {
    attempt(() => files.setTimes(this.#handle, newTime(accessed), newTime(modified)));
  }

  read(length: bigint, offset: bigint): [Uint8Array, boolean] {
    this.#mustBeFile();
    if (this.#flags.read !== true) throw "bad-descriptor";
    const wanted = Number(length < BigInt(files.MAX_READ) ? length : BigInt(files.MAX_READ));
    const bytes = attempt(() => files.readAt(this.#handle, offset, wanted));
    return [bytes, bytes.length < wanted];
  }

  write(bytes: Uint8Array, offset: bigint): bigint {
    this.#mustBeWritable();
    return BigInt(attempt(() => files.writeAt(this.#handle, offset, bytes)));
  }

  readDirectory(): DirectoryEntryStream {
    this.#mustBeFolder();
    return new DirectoryEntryStream(attempt(() => files.openListing(this.#handle)));
  }
  createDirectoryAt(path: string): void {
    this.#mustBeFolder();
    attempt(() => files.makeFolderAt(this.#handle, path));
  }
  stat() {
    return descriptorStat(attempt(() => files.stat(this.#handle)));
  }
  statAt(flags: PathFlags, path: string) {
    return descriptorStat(this.#lookAt(flags, path));
  }
  setTimesAt(flags: PathFlags, path: string, accessed: NewTimestamp, modified: NewTimestamp): void {
    this.#mustBeFolder();
    attempt(() => files.setTimesAt(this.#handle, path, follows(flags), newTime(accessed), newTime(modified)));
  }
  linkAt(flags: PathFlags, path: string, to: Descriptor, toPath: string): void {
    this.#mustBeFolder();
    to.#mustBeFolder();
    attempt(() => files.linkAt(this.#handle, path, follows(flags), to.#handle, toPath));
  }

  openAt(pathFlags: PathFlags, path: string, openFlags: OpenFlags, flags: DescriptorFlags): Descriptor {
    this.#mustBeFolder();
    const bits = openBits(pathFlags, openFlags, flags);
    const { handle, kind } = attempt(() => files.openAt(this.#handle, path, bits));
    return new Descriptor(handle, kind, kind === "folder" ? FOLDER_FLAGS : flags);
  }

  readlinkAt(path: string): string {
    this.#mustBeFolder();
    return attempt(() => files.readLinkAt(this.#handle, path));
  }
  removeDirectoryAt(path: string): void {
    this.#mustBeFolder();
    attempt(() => files.removeFolderAt(this.#handle, path));
  }
  renameAt(path: string, to: Descriptor, toPath: string): void {
    this.#mustBeFolder();
    to.#mustBeFolder();
    attempt(() => files.renameAt(this.#handle, path, to.#handle, toPath));
  }
  symlinkAt(target: string, path: string): void {
    this.#mustBeFolder();
    attempt(() => files.symlinkAt(target, this.#handle, path));
  }
  unlinkFileAt(path: string): void {
    this.#mustBeFolder();
    attempt(() => files.unlinkFileAt(this.#handle, path));
  }
  isSameObject(other: Descriptor): boolean {
    const [mine, theirs] = [files.stat(this.#handle), files.stat(other.#handle)];
    return mine.inode === theirs.inode && mine.device === theirs.device;
  }
  metadataHash() {
    return hashOf(attempt(() => files.stat(this.#handle)));
  }
  metadataHashAt(flags: PathFlags, path: string) {
    return hashOf(this.#lookAt(flags, path));
  }
  [Symbol.dispose](): void {
    this.#held.release();
  }

  #lookAt(flags: PathFlags, path: string): FileStat {
    this.#mustBeFolder();
    return attempt(() => files.statAt(this.#handle, path, follows(flags)));
  }
  #mustBeFolder(): void {
    if (this.#kind !== "folder") throw "not-directory";
  }
  #mustBeFile(): void {
    if (this.#kind === "folder") throw "is-directory";
  }
  #mustBeWritable(): void {
    this.#mustBeFile();
    if (this.#flags.write !== true) throw "bad-descriptor";
  }
}

class DirectoryEntryStream {
  readonly #listing: number;
  #ahead: ListedEntry[] = [];

  constructor(listing: number) {
    this.#listing = listing;
  }

  readDirectoryEntry(): { type: string; name: string } | undefined {
    if (this.#ahead.length === 0) this.#ahead = [...attempt(() => files.nextEntries(this.#listing))].reverse();
    const entry = this.#ahead.pop();
    return entry && { type: typeName(entry.kind), name: entry.name };
  }
  [Symbol.dispose](): void {
    files.close(this.#listing);
  }
}

export const filesystem = {
  "wasi:filesystem/types": { Descriptor, DirectoryEntryStream, filesystemErrorCode },
  "wasi:filesystem/preopens": {
    getDirectories: () =>
      files.preopens().map(({ handle, name }) => [new Descriptor(handle, "folder", FOLDER_FLAGS), name] as const),
  },
} as const;

/** What a folder allows is judged by what is done in it. */
const FOLDER_FLAGS: DescriptorFlags = { read: true, mutateDirectory: true };

function filesystemErrorCode(error: unknown): string | undefined {
  return error instanceof StreamError ? error.message : undefined;
}

function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refused) throw error.message;
    throw error;
  }
}

function follows({ symlinkFollow }: PathFlags): boolean {
  return symlinkFollow === true;
}

function openBits(pathFlags: PathFlags, { create, directory, exclusive, truncate }: OpenFlags, flags: DescriptorFlags) {
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

function typeName(kind: FileKind): string {
  return TYPE_NAMES[kind];
}

function descriptorStat({ kind, links, size, accessed, modified, changed }: FileStat) {
  return {
    type: typeName(kind),
    linkCount: links,
    size,
    dataAccessTimestamp: datetime(accessed),
    dataModificationTimestamp: datetime(modified),
    statusChangeTimestamp: datetime(changed),
  };
}

function hashOf({ device, inode }: FileStat): { upper: bigint; lower: bigint } {
  return { upper: device, lower: inode };
}

function datetime(nanoseconds: bigint): Datetime {
  return { seconds: nanoseconds / SECOND, nanoseconds: Number(nanoseconds % SECOND) };
}

function newTime(time: NewTimestamp): NewTime {
  if (time.tag === "no-change") return undefined;
  return time.tag === "now" ? "now" : BigInt.asUintN(64, time.val.seconds * SECOND + BigInt(time.val.nanoseconds));
}

const SECOND = 1_000_000_000n;
