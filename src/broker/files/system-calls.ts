import fs, { type BigIntStats } from "node:fs";

/** The calls that the broker makes, as promises; a rejection is the system's error. */
export interface SystemCalls {
  open(path: string, flags: number, mode?: number): Promise<number>;
  statDescriptor(fd: number): Promise<BigIntStats>;
  lstat(path: string): Promise<BigIntStats>;
  readLink(path: string): Promise<string>;
  unlink(path: string): Promise<void>;
  makeFolder(path: string, mode: number): Promise<void>;
  removeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  symlink(target: string, path: string): Promise<void>;
  /** Times in seconds; the kernel gets whole microseconds. A last link is followed. */
  setTimes(path: string, accessed: number, modified: number): Promise<void>;
  setLinkTimes(path: string, accessed: number, modified: number): Promise<void>;
  openFolder(path: string): Promise<fs.Dir>;
  nextEntry(folder: fs.Dir): Promise<fs.Dirent | null>;
  closeFolder(folder: fs.Dir): Promise<void>;
  statFilesystem(path: string): Promise<fs.StatsFs>;
  /** How many bytes came; 0 is the end of the file. Without a position: from where the last one ended. */
  read(fd: number, into: Uint8Array, offset: number, length: number, position: number | bigint | null): Promise<number>;
  /** How many bytes were taken; fewer than given when a disk is nearly full. */
  write(fd: number, from: Uint8Array, offset: number, length: number, position: number | null): Promise<number>;
  truncate(fd: number, size: number): Promise<void>;
  sync(fd: number): Promise<void>;
  syncData(fd: number): Promise<void>;
  close(fd: number): Promise<void>;
}

/**
 * On the thread pool, so that a file system that never answers holds one thread and not the event loop.
 * `node:fs/promises` is left alone: its FileHandle costs time at start and per call.
 */
export const pooledCalls: SystemCalls = {
  open: (path, flags, mode) => promised((done) => fs.open(path, flags, mode, done)),
  statDescriptor: (fd) => promised((done) => fs.fstat(fd, { bigint: true }, done)),
  lstat: (path) => promised((done) => fs.lstat(path, { bigint: true }, done)),
  readLink: (path) => promised((done) => fs.readlink(path, done)),
  unlink: (path) => promised((done) => fs.unlink(path, done)),
  makeFolder: (path, mode) => promised((done) => fs.mkdir(path, mode, done)),
  removeFolder: (path) => promised((done) => fs.rmdir(path, done)),
  rename: (from, to) => promised((done) => fs.rename(from, to, done)),
  link: (from, to) => promised((done) => fs.link(from, to, done)),
  symlink: (target, path) => promised((done) => fs.symlink(target, path, done)),
  setTimes: (path, accessed, modified) => promised((done) => fs.utimes(path, accessed, modified, done)),
  setLinkTimes: (path, accessed, modified) => promised((done) => fs.lutimes(path, accessed, modified, done)),
  openFolder: (path) => promised((done) => fs.opendir(path, done)),
  nextEntry: (folder) => promised((done) => folder.read(done)),
  closeFolder: (folder) => promised((done) => folder.close(done)),
  statFilesystem: (path) => promised((done) => fs.statfs(path, done)),
  read: (fd, into, offset, length, position) => promised((done) => fs.read(fd, into, offset, length, position, done)),
  write: (fd, from, offset, length, position) => promised((done) => fs.write(fd, from, offset, length, position, done)),
  truncate: (fd, size) => promised((done) => fs.ftruncate(fd, size, done)),
  sync: (fd) => promised((done) => fs.fsync(fd, done)),
  syncData: (fd) => promised((done) => fs.fdatasync(fd, done)),
  close: (fd) => promised((done) => fs.close(fd, done)),
};

/** On this thread: a tenth of the time, and only for file systems that always answer (`callsFor`). */
export const directCalls: SystemCalls = {
  open: async (path, flags, mode) => fs.openSync(path, flags, mode),
  statDescriptor: async (fd) => fs.fstatSync(fd, { bigint: true }),
  lstat: async (path) => fs.lstatSync(path, { bigint: true }),
  readLink: async (path) => fs.readlinkSync(path),
  unlink: async (path) => fs.unlinkSync(path),
  makeFolder: async (path, mode) => void fs.mkdirSync(path, mode),
  removeFolder: async (path) => fs.rmdirSync(path),
  rename: async (from, to) => fs.renameSync(from, to),
  link: async (from, to) => fs.linkSync(from, to),
  symlink: async (target, path) => fs.symlinkSync(target, path),
  setTimes: async (path, accessed, modified) => fs.utimesSync(path, accessed, modified),
  setLinkTimes: async (path, accessed, modified) => fs.lutimesSync(path, accessed, modified),
  openFolder: async (path) => fs.opendirSync(path),
  nextEntry: async (folder) => folder.readSync(),
  closeFolder: async (folder) => folder.closeSync(),
  statFilesystem: async (path) => fs.statfsSync(path),
  read: async (fd, into, offset, length, position) => fs.readSync(fd, into, offset, length, position),
  write: async (fd, from, offset, length, position) => fs.writeSync(fd, from, offset, length, position),
  truncate: async (fd, size) => fs.ftruncateSync(fd, size),
  // A disk takes its time for what a guest has written: the deadline must not wait for it.
  sync: pooledCalls.sync,
  syncData: pooledCalls.syncData,
  close: async (fd) => fs.closeSync(fd),
};

export const stat = (path: string): Promise<BigIntStats> => promised((done) => fs.stat(path, { bigint: true }, done));

export const readFolder = (path: string): Promise<string[]> => promised((done) => fs.readdir(path, done));

export const realPath = (path: string): Promise<string> => promised((done) => fs.realpath.native(path, done));

type Done<T> = (error: NodeJS.ErrnoException | null, value?: T) => void;

function promised<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}
