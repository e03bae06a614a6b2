import { FILE_KINDS, type FileKind, OPEN } from "../../../guest/file-messages.ts";
import { u32 } from "../../../guest/messages.ts";
import type { Answer } from "../../door.ts";
import { numberIn } from "../../fields.ts";
import type { Domain } from "../domain.ts";
import type { ContentAccess, Entry } from "../entry.ts";
import { FileHandle, type FileRights } from "../file-handle.ts";
import { FolderHandle } from "../folder-handle.ts";
import type { OpenFile } from "../open-file.ts";
import { type Held, type Reach, type Reached, refuse } from "../reach.ts";
import type { ErrorCode } from "../refusals.ts";
import type { Trail } from "../trail.ts";
import type { End } from "../walk.ts";
import { at, type PathFields } from "./at.ts";
import { type FileContext, type FileOperation, mayWrite } from "./context.ts";

/** Opens or makes what a path leads to. */
export const openAt: FileOperation = async (context, [folder, path, bits]) => {
  const wish = wishOf(numberIn(bits));
  if (!context.desk.handles.hasRoom()) return tooManyOpen(context);
  // An exclusive creation may meet nothing at all, so a link is met and not followed.
  const follow = wish.follow && !wish.exclusive;
  const place = { folder, path, follow };
  // What is there already is opened as it is, also where nothing may be made.
  const found = onlyCreates(wish) ? await openWith(context, place, { ...wish, create: false }) : undefined;
  return found === undefined || isAbsent(found) ? openWith(context, place, wish) : found;
};

function onlyCreates({ create, write, truncate, exclusive }: Wish): boolean {
  return create && !write && !truncate && !exclusive;
}

function isAbsent(answer: Answer): boolean {
  return "refused" in answer && answer.refused === ("no-entry" satisfies ErrorCode);
}

function openWith(context: FileContext, place: PathFields, wish: Wish): Promise<Answer> {
  return at(context, place, { needs: needsOf(wish), operation: "open" }, (reached, request) => {
    const { end } = reached;
    const { domain } = request.folder;
    return end.kind === "vacant" ? make(context, wish, end, domain) : open(context, wish, reached, request, end.entry);
  });
}

/** What a number of handles that is used up means, for everything that opens. */
export function tooManyOpen({ desk }: FileContext): Answer {
  desk.limit("open-files", `more than ${desk.limits.maxOpenFiles} open files and folders`);
  return { refused: "insufficient-memory" };
}

interface Wish extends FileRights {
  readonly create: boolean;
  readonly exclusive: boolean;
  readonly truncate: boolean;
  readonly folder: boolean;
  readonly follow: boolean;
}

function wishOf(bits: number): Wish {
  const has = (bit: number) => (bits & bit) !== 0;
  return {
    read: has(OPEN.read),
    write: has(OPEN.write),
    create: has(OPEN.create),
    exclusive: has(OPEN.exclusive),
    truncate: has(OPEN.truncate),
    folder: has(OPEN.folder),
    follow: has(OPEN.follow),
  };
}

function needsOf({ read, write, create, truncate, folder }: Wish): Reach["needs"] {
  // A folder is only looked at: what is done in it is judged then.
  if (folder && !create && !truncate) return "any";
  const writes = write || create || truncate;
  if (writes) return read ? "both" : "write";
  return read ? "read" : "any";
}

async function make(
  context: FileContext,
  wish: Wish,
  { folder, name, location, asFolder }: Extract<End, { kind: "vacant" }>,
  domain: Domain,
): Promise<Answer | ErrorCode> {
  if (!wish.create) return "no-entry";
  if (asFolder) return "is-directory";
  if (!context.desk.budget.spend("disk", NEW_FILE_BYTES)) return "quota";
  const rights = { read: wish.read, write: wish.write };
  const file = await folder.create(name, accessOf(rights));
  context.changes.add({ kind: "vacant", folder, name, location, asFolder });
  return keepFile(context, file, { location, domain }, rights);
}

/** What a new name takes on a disk: one block. */
export const NEW_FILE_BYTES = 4096;

async function open(
  context: FileContext,
  wish: Wish,
  { end, trail }: Reached,
  request: Reach,
  entry: Entry,
): Promise<Answer | ErrorCode> {
  if (wish.create && wish.exclusive) return "exist";
  if (entry.kind === "link") return wish.folder ? "not-directory" : "loop";
  if (entry.kind === "folder") return openFolder(context, wish, trail, request);
  if (wish.folder || request.path.folder) return "not-directory";
  if (entry.kind !== "file") return refuse(context.desk, request, end.location, "not-a-regular-file");
  const rights = { read: wish.read, write: wish.write };
  const changes = wish.write || wish.truncate;
  if (changes && !mayWrite(context, entry)) return refuse(context.desk, request, end.location, "hard-linked-write");
  const file = await entry.openContent(accessOf({ ...rights, write: changes }));
  if (wish.truncate) await file.truncate(0);
  if (changes) context.changes.add(end);
  return keepFile(context, file, { location: end.location, domain: request.folder.domain }, rights);
}

async function openFolder(
  context: FileContext,
  wish: Wish,
  trail: Trail,
  { folder: from }: Reach,
): Promise<Answer | ErrorCode> {
  if (wish.write || wish.truncate || (wish.create && !wish.folder)) return "is-directory";
  const { location } = trail;
  const entry = trail.take() ?? (await from.entry.child("."));
  return keep(context, new FolderHandle(entry, location, from.domain, true), "folder");
}

function keepFile(context: FileContext, file: OpenFile, held: Held, rights: FileRights): Answer {
  return keep(context, new FileHandle(file, held, rights), "file");
}

function keep(context: FileContext, handle: FileHandle | FolderHandle, kind: FileKind): Answer {
  const number = context.desk.handles.put(handle);
  if (number !== undefined) return { done: Buffer.concat([u32(number), Uint8Array.of(FILE_KINDS.indexOf(kind))]) };
  handle.close();
  return tooManyOpen(context);
}

/** A file that is only named is opened for reading: nothing can be read without the right. */
function accessOf({ read, write }: FileRights): ContentAccess {
  if (read && write) return "both";
  return write ? "write" : "read";
}
