import type { Desk } from "../../desk.ts";
import type { Answer } from "../../door.ts";
import type { ChangeList } from "../change-list.ts";
import type { EntryFacts } from "../entry.ts";
import type { Identity } from "../identity.ts";
import type { OwnLinks } from "../own-links.ts";
import type { ErrorCode } from "../refusals.ts";

/** What the file operations of one run share. */
export interface FileContext {
  readonly desk: Desk;
  readonly changes: ChangeList;
  readonly identity: Identity;
  readonly links: OwnLinks;
}

/** One operation: the fields of its request in, the answer out. Rejects with the system's error. */
export type FileOperation = (context: FileContext, fields: readonly Uint8Array[]) => Promise<Answer> | Answer;

export const NO_BYTES = new Uint8Array();

export function refusedWith(code: ErrorCode): Answer {
  return { refused: code };
}

/** A file may be written when no name of it can lie outside the grant: it has one, or the guest itself made the others. */
export function mayWrite({ links }: FileContext, facts: EntryFacts): boolean {
  return facts.links <= links.known(facts.id);
}
