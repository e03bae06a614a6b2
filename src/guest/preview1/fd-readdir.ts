import type { ListedEntry } from "../file-messages.ts";
import { close, nextEntries, openListing, stat } from "../files.ts";
import type { OpenFolder } from "./descriptors.ts";
import { FILETYPE } from "./flags.ts";
import type { Host } from "./host.ts";
import { need, RIGHT } from "./rights.ts";

/**
 * Lists a folder. A cookie is the number of entries before: what a guest sees from cookie 0 on stays as it was when it
 * began there, whatever is made or removed meanwhile.
 */
export function fdReaddir({ memory, table }: Host) {
  return {
    fd_readdir(fd: number, pointer: number, length: number, cookie: bigint, out: number) {
      const folder = table.folder(fd);
      need(folder, RIGHT.fdReaddir);
      const buffer = memory.bytes(pointer, length);
      if (cookie === 0n || folder.listing === undefined) folder.listing = list(folder);
      memory.setU32(out, fill(buffer, folder.listing, cookie));
    },
  };
}

/** A folder's handle shows nothing above it, so that what is above is shown as the folder itself, like in a root. */
function list({ handle }: OpenFolder): readonly ListedEntry[] {
  const { inode } = stat(handle);
  const dots = [".", ".."].map((name): ListedEntry => ({ name, kind: "folder", inode }));
  const listing = openListing(handle);
  try {
    return [...dots, ...rest(listing)];
  } finally {
    close(listing);
  }
}

function rest(listing: number): ListedEntry[] {
  const entries: ListedEntry[] = [];
  for (;;) {
    const some = nextEntries(listing);
    if (some.length === 0) return entries;
    for (const entry of some) entries.push(entry);
  }
}

/** As many entries as fit, the last one cut: a buffer that is filled to its end tells that there are more. */
function fill(buffer: Uint8Array, entries: readonly ListedEntry[], cookie: bigint): number {
  const first = cookie < BigInt(entries.length) ? Number(cookie) : entries.length;
  let used = 0;
  for (let index = first; index < entries.length && used < buffer.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    const bytes = encode(entry, index + 1).subarray(0, buffer.length - used);
    buffer.set(bytes, used);
    used += bytes.length;
  }
  return used;
}

const DIRENT_BYTES = 24;
const encoder = new TextEncoder();

function encode({ name, kind, inode }: ListedEntry, next: number): Uint8Array {
  const text = encoder.encode(name);
  const bytes = new Uint8Array(DIRENT_BYTES + text.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(next), true);
  view.setBigUint64(8, inode, true);
  view.setUint32(16, text.length, true);
  view.setUint8(20, FILETYPE[kind]);
  bytes.set(text, DIRENT_BYTES);
  return bytes;
}
