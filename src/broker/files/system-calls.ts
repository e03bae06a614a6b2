import fs, { type BigIntStats } from "node:fs";

/**
 * The calls that the broker makes, as promises. They run on the thread pool, so that a file system that never answers
 * holds one thread and not the event loop. `node:fs/promises` is left alone: its FileHandle costs time at start and per call.
 */
export const open = (path: string, flags: number, mode?: number): Promise<number> =>
  promised((done) => fs.open(path, flags, mode, done));

export const statDescriptor = (fd: number): Promise<BigIntStats> =>
  promised((done) => fs.fstat(fd, { bigint: true }, done));

export const stat = (path: string): Promise<BigIntStats> => promised((done) => fs.stat(path, { bigint: true }, done));

export const lstat = (path: string): Promise<BigIntStats> => promised((done) => fs.lstat(path, { bigint: true }, done));

export const readLink = (path: string): Promise<string> => promised((done) => fs.readlink(path, done));

export const readFolder = (path: string): Promise<string[]> => promised((done) => fs.readdir(path, done));

export const readText = (path: string): Promise<string> => promised((done) => fs.readFile(path, "utf8", done));

export const realPath = (path: string): Promise<string> => promised((done) => fs.realpath.native(path, done));

export const unlink = (path: string): Promise<void> => promised((done) => fs.unlink(path, done));

/** The magic number of the file system, as `statfs(2)` lists them; 0 on Windows. */
export const filesystemType = async (path: string): Promise<number> =>
  (await promised<fs.StatsFs>((done) => fs.statfs(path, done))).type;

/** How many bytes came; 0 is the end of the file. */
export const read = (fd: number, into: Uint8Array, offset: number): Promise<number> =>
  promised((done) => fs.read(fd, into, offset, into.length - offset, null, done));

/** How many bytes were taken; fewer than given when a disk is nearly full. */
export const write = (fd: number, from: Uint8Array, offset: number): Promise<number> =>
  promised((done) => fs.write(fd, from, offset, from.length - offset, null, done));

export const truncate = (fd: number): Promise<void> => promised((done) => fs.ftruncate(fd, 0, done));

export const close = (fd: number): Promise<void> => promised((done) => fs.close(fd, done));

/** For descriptors that nothing was written to: closing them cannot fail, and nobody needs to wait for it. */
export const closeLater = (fd: number): void => fs.close(fd);

type Done<T> = (error: NodeJS.ErrnoException | null, value?: T) => void;

function promised<T>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}
