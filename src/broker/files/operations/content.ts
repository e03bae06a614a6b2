import { u32 } from "../../../guest/messages.ts";
import type { Answer } from "../../door.ts";
import { numberIn } from "../../fields.ts";
import { FileHandle } from "../file-handle.ts";
import { FolderHandle } from "../folder-handle.ts";
import { type FileContext, type FileOperation, NO_BYTES, refusedWith } from "./context.ts";
import { bigNumberIn, bitIn, fileIn } from "./fields.ts";

/** The largest read, whatever the guest asks for: nothing larger is allocated. */
const MAX_READ = 1024 * 1024;

export const readAt: FileOperation = (context, [handle, position, length]) => {
  const [file, from] = [fileIn(context, handle), bigNumberIn(position)];
  if (typeof file === "string") return refusedWith(file);
  if (!file.rights.read) return refusedWith("bad-descriptor");
  const most = Math.min(numberIn(length), MAX_READ);
  // The end of a read is a position too (pread(2) answers EINVAL), and Node throws where one cannot be.
  if (from === undefined || from > MAX_POSITION - BigInt(most)) return refusedWith("invalid");
  const bytes = Buffer.allocUnsafe(most);
  return file.during(async () => {
    const count = await file.file.read(bytes, 0, from);
    return context.desk.budget.spend("host-read", count) ? { done: bytes.subarray(0, count) } : refusedWith("quota");
  });
};

export const writeAt: FileOperation = async (context, [handle, position, bytes = NO_BYTES]) => {
  const [file, from] = [fileIn(context, handle), bigNumberIn(position)];
  if (typeof file === "string") return refusedWith(file);
  if (from === undefined || from > MAX_POSITION) return refusedWith("invalid");
  return write(context, file, bytes, async () => Number(from));
};

/** Another program may append at the same moment, so the end is where the kernel says it is now. */
export const append: FileOperation = async (context, [handle, bytes = NO_BYTES]) => {
  const file = fileIn(context, handle);
  if (typeof file === "string") return refusedWith(file);
  return write(context, file, bytes, async () => Number((await file.file.stat()).size));
};

export const setSize: FileOperation = async (context, [handle, size]) => {
  const [file, wanted] = [fileIn(context, handle), bigNumberIn(size)];
  if (typeof file === "string") return refusedWith(file);
  if (!file.rights.write) return refusedWith("bad-descriptor");
  if (wanted === undefined) return refusedWith("invalid");
  return file.during(async () => {
    if (!(await growTo(context, file, wanted))) return refusedWith("quota");
    await file.file.truncate(Number(wanted));
    return { done: NO_BYTES };
  });
};

export const sync: FileOperation = async ({ desk }, [handle, contentOnly]) => {
  const number = numberIn(handle);
  const file = desk.handles.get(number, FileHandle);
  if (file !== undefined) {
    await file.during(() => file.file.sync(bitIn(contentOnly)));
    return { done: NO_BYTES };
  }
  const folder = desk.handles.get(number, FolderHandle);
  if (folder === undefined) return refusedWith("bad-descriptor");
  await folder.during(async () => {
    const open = await folder.entry.openContent("read");
    await open.sync(bitIn(contentOnly)).finally(() => open.close());
  });
  return { done: NO_BYTES };
};

/** off_t is signed. */
const MAX_POSITION = 2n ** 63n - 1n;

async function write(
  context: FileContext,
  file: FileHandle,
  bytes: Uint8Array,
  position: () => Promise<number>,
): Promise<Answer> {
  if (!file.rights.write) return refusedWith("bad-descriptor");
  if (!context.desk.budget.spend("host-write", bytes.length)) return refusedWith("quota");
  return file.during(async () => {
    const from = await position();
    if (!(await growTo(context, file, BigInt(from) + BigInt(bytes.length)))) return refusedWith("quota");
    await file.file.write(bytes, from);
    return { done: u32(bytes.length) };
  });
}

/** Takes what the file will grow from what may still be used of the disk; holes count like data. */
async function growTo({ desk }: FileContext, { file }: FileHandle, size: bigint): Promise<boolean> {
  const growth = size - (await file.stat()).size;
  return growth <= 0n || desk.budget.spend("disk", Number(growth));
}
