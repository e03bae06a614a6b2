import type { ListedEntry } from "../../file-messages.ts";
import * as files from "../../files.ts";
import { attempt } from "./attempt.ts";
import { typeName } from "./conversions.ts";

export class DirectoryEntryStream {
  readonly #listing: number;
  #ahead: ListedEntry[] = [];

  constructor(listing: number) {
    this.#listing = listing;
  }

  readDirectoryEntry(): { type: string; name: string } | undefined {
    if (this.#ahead.length === 0) this.#ahead = [...attempt(() => files.nextEntries(this.#listing))].reverse();
    const entry = this.#ahead.pop();
    return entry && { type: typeName(entry.kind), name: entry.name };
  }
  [Symbol.dispose](): void {
    files.close(this.#listing);
  }
}
