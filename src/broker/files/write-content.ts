import type { Allowance } from "./allowance.ts";
import { childOf, type Entry } from "./entry.ts";
import { objectId } from "./entry-facts.ts";
import type { OpenFile } from "./open-file.ts";
import { NEW_FILE_BYTES } from "./operations/open.ts";
import { failed, IS_A_FOLDER, NOT_FOUND, refused, type Stop, USED_UP } from "./refusals.ts";
import type { Job } from "./request.ts";
import type { End } from "./walk.ts";

export interface NewContent {
  readonly content: Uint8Array;
  readonly maxBytes: number;
  readonly allowance: Allowance;
  /** Called once the file at the end of the path holds other content than before. */
  readonly touched: (end: End) => void;
}

/** Puts the content behind the path: over a regular file with one name, or into a new file. */
export function writing({ content, maxBytes, allowance, touched }: NewContent): Job<undefined> {
  return {
    judge: (end) => (content.length > maxBytes ? tooLarge(content.length, maxBytes) : refusalOf(end)),
    async act(end) {
      if (!allows(allowance, end, content.length)) return USED_UP;
      if (end.kind === "found") await overwrite(end.entry, content, () => touched(end));
      else await create(end.folder, end.name, content, () => touched(end));
      return { kind: "done", value: undefined };
    },
  };
}

/** What the disk will hold more than before, a new name as one block; counted before anything is done. */
function allows(allowance: Allowance, end: End, bytes: number): boolean {
  const growth = end.kind === "vacant" ? bytes + NEW_FILE_BYTES : Math.max(0, bytes - Number(end.entry.size));
  return allowance.mayOpen() && allowance.spend("host-write", bytes) && allowance.spend("disk", growth);
}

function tooLarge(bytes: number, maxBytes: number): Stop {
  return failed(`the content is ${bytes} bytes, more than the ${maxBytes} bytes that one write may take`);
}

function refusalOf(end: End): Stop | undefined {
  if (end.kind === "vacant") return end.asFolder ? NOT_FOUND : undefined;
  if (end.entry.kind === "folder") return IS_A_FOLDER;
  if (end.entry.kind !== "file") return refused("not-a-regular-file");
  return end.entry.links > 1n ? refused("hard-linked-write") : undefined;
}

/**
 * Writes in place, on the very object that was checked: the file keeps its inode, owner, mode and attributes. A temporary
 * file and a rename would show readers the old or the new content only, but they need rights on the folder, which a grant
 * on one file does not give, put a new inode behind the name, and leave a second file there after kill -9 (Node has no
 * linkat for O_TMPFILE). So what a kill or a full disk leaves is the beginning of the new content, never a mix: cut first,
 * then write.
 */
async function overwrite(file: Entry, content: Uint8Array, touched: () => void): Promise<void> {
  const open = await file.openContent("write");
  try {
    touched();
    await open.truncate(0);
    await open.write(content);
  } finally {
    await open.close();
  }
}

/** When the content does not fit, the new file is taken back. */
async function create(folder: Entry, name: string, content: Uint8Array, touched: () => void): Promise<void> {
  const open = await folder.create(name, "write");
  try {
    await open.write(content);
    touched();
  } catch (error) {
    await takeBack(folder, name, open);
    throw error;
  } finally {
    await open.close();
  }
}

/** Only while the name is still that of the file that was created. */
async function takeBack(folder: Entry, name: string, open: OpenFile): Promise<void> {
  const there = await childOf(folder, name);
  there?.close();
  if (there?.id === objectId(await open.stat())) await folder.calls.unlink(folder.pathOf(name));
}
