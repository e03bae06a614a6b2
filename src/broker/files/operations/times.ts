import { decodeTime, type NewTime } from "../../../guest/file-messages.ts";
import type { Answer } from "../../door.ts";
import { numberIn } from "../../fields.ts";
import { entryFacts } from "../entry-facts.ts";
import { FileHandle } from "../file-handle.ts";
import { FolderHandle } from "../folder-handle.ts";
import { announceHeld, refuse } from "../reach.ts";
import { setTimesOf } from "../set-times.ts";
import { at } from "./at.ts";
import { type FileOperation, mayWrite, NO_BYTES, refusedWith } from "./context.ts";

export const setTimes: FileOperation = async (context, [handle, accessed, modified]) => {
  const { desk } = context;
  const times = timesIn(accessed, modified);
  if (times === undefined) return refusedWith("invalid");
  const number = numberIn(handle);
  const file = desk.handles.get(number, FileHandle);
  if (file !== undefined) {
    // Whoever may write the file may set its times, however it was opened.
    const refused = await announceHeld(desk, file, "set-times");
    if (refused !== undefined) return refusedWith(refused);
    return file.during(async () => {
      if (!mayWrite(context, entryFacts(await file.file.stat()))) return refusedWith("not-permitted");
      await setTimesOf({ calls: file.file.calls, path: file.file.self, isLink: false }, times);
      return DONE;
    });
  }
  const folder = desk.handles.get(number, FolderHandle);
  if (folder === undefined) return refusedWith("bad-descriptor");
  const code = await announceHeld(desk, folder, "set-times");
  if (code !== undefined) return refusedWith(code);
  const { calls, self } = folder.entry;
  await folder.during(() => setTimesOf({ calls, path: self, isLink: false }, times));
  return DONE;
};

export const setTimesAt: FileOperation = (context, [folder, path, follow, accessed, modified]) => {
  const times = timesIn(accessed, modified);
  if (times === undefined) return refusedWith("invalid");
  return at(context, { folder, path, follow }, { needs: "write", operation: "set-times" }, async ({ end }, request) => {
    if (end.kind === "vacant") return "no-entry";
    const { calls, self, kind } = end.entry;
    if (kind !== "folder" && !mayWrite(context, end.entry)) {
      return refuse(context.desk, request, end.location, "hard-linked-write");
    }
    await setTimesOf({ calls, path: self, isLink: kind === "link" }, times);
    context.changes.add(end);
    return DONE;
  });
};

const DONE: Answer = { done: NO_BYTES };

function timesIn(
  accessed: Uint8Array | undefined,
  modified: Uint8Array | undefined,
): { accessed: NewTime; modified: NewTime } | undefined {
  const times = [decodeTime(accessed ?? NO_BYTES), decodeTime(modified ?? NO_BYTES)] as const;
  const [first, second] = times;
  return first === null || second === null ? undefined : { accessed: first, modified: second };
}
