import type { FileKind, FileStat } from "../../file-messages.ts";
import * as files from "../../files.ts";
import type { InputStream, OutputStream } from "../io.ts";
import { attempt } from "./attempt.ts";
import {
  type DescriptorFlags,
  descriptorStat,
  follows,
  hashOf,
  type NewTimestamp,
  newTime,
  type OpenFlags,
  openBits,
  type PathFlags,
  typeName,
} from "./conversions.ts";
import { DirectoryEntryStream } from "./directory-entry-stream.ts";
import { Held } from "./held.ts";
import { appendStream, readStream, writeStream } from "./streams.ts";

/** A file or folder that the broker holds. An error case is thrown as the name of its error code: so the glue lowers it. */
export class Descriptor {
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
    this.#mustBeReadable();
    return readStream(this.#held.shared(), offset);
  }
  writeViaStream(offset: bigint): OutputStream {
    this.#mustBeWritable();
    return writeStream(this.#held.shared(), offset);
  }
  appendViaStream(): OutputStream {
    this.#mustBeWritable();
    return appendStream(this.#held.shared());
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
    this.#mustBeReadable();
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
  #mustBeReadable(): void {
    this.#mustBeFile();
    if (this.#flags.read !== true) throw "bad-descriptor";
  }
  #mustBeWritable(): void {
    this.#mustBeFile();
    if (this.#flags.write !== true) throw "bad-descriptor";
  }
}

/** What a folder allows is judged by what is done in it. */
export const FOLDER_FLAGS: DescriptorFlags = { read: true, mutateDirectory: true };
