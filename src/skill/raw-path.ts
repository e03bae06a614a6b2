/**
 * A path as the bytes that the file system knows, one character per byte. Names need not be UTF-8, and one that is
 * not must still be opened: decoding it would make the file invisible.
 */
export type RawPath = string & { readonly raw: unique symbol };

export function rawPath(text: string): RawPath {
  return Buffer.from(text, "utf8").toString("latin1") as RawPath;
}

/** `name` is one entry of the folder, as `node:fs` gives it in the encoding `latin1`. */
export function joinRaw(folder: RawPath, name: string): RawPath {
  return (folder.endsWith("/") ? folder + name : `${folder}/${name}`) as RawPath;
}

/** For `node:fs`. */
export function pathBytes(path: RawPath): Buffer {
  return Buffer.from(path, "latin1");
}

/** For people: without a leading `./`, and what is not UTF-8 becomes U+FFFD. */
export function displayPath(path: RawPath): string {
  return pathBytes(path)
    .toString("utf8")
    .replace(/^(?:\.\/+)+(?=.)/, "");
}

/** What leads from the folder to `path` below it, for people. */
export function relativePath(folder: RawPath, path: RawPath): string {
  return displayPath(path.slice(folder.endsWith("/") ? folder.length : folder.length + 1) as RawPath);
}
