import { encodeStat, type FileKind, type FileStat } from "../../../guest/file-messages.ts";
import type { Answer } from "../../door.ts";
import { numberIn } from "../../fields.ts";
import type { EntryFacts } from "../entry.ts";
import { entryFacts } from "../entry-facts.ts";
import { FileHandle } from "../file-handle.ts";
import { FolderHandle } from "../folder-handle.ts";
import { at } from "./at.ts";
import { type FileContext, type FileOperation, refusedWith } from "./context.ts";

/** What the system says of an open file or folder. */
export const stat: FileOperation = async (context, [handle]) => {
  const number = numberIn(handle);
  const file = context.desk.handles.get(number, FileHandle);
  if (file !== undefined) return file.during(async () => answer(context, entryFacts(await file.file.stat())));
  const folder = context.desk.handles.get(number, FolderHandle);
  if (folder === undefined) return refusedWith("bad-descriptor");
  return folder.during(async () => answer(context, await folder.entry.look()));
};

/** What the system says of what a path leads to. */
export const statAt: FileOperation = (context, [folder, path, follow]) =>
  at(context, { folder, path, follow }, { needs: "any", operation: "stat" }, ({ end }) =>
    end.kind === "vacant" ? "no-entry" : answer(context, end.entry),
  );

export function kindOf(facts: EntryFacts): FileKind {
  return facts.kind === "other" ? "unknown" : facts.kind;
}

function answer({ desk, identity }: FileContext, facts: EntryFacts): Answer {
  const { links, size, accessed, modified, changed } = facts;
  const times = desk.deterministic ? NO_TIMES : { accessed, modified, changed };
  return { done: encodeStat({ kind: kindOf(facts), links, size, ...times, ...identity(facts) }) };
}

/** A file's times are the host's clock. */
const NO_TIMES: Pick<FileStat, "accessed" | "modified" | "changed"> = { accessed: 0n, modified: 0n, changed: 0n };
