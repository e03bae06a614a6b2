import type { Dir } from "node:fs";
import type { Entry, EntryFacts } from "./entry.ts";
import { entryFacts } from "./entry-facts.ts";
import { HeldHandle } from "./held-handle.ts";
import { isAbsent } from "./system-errors.ts";

export interface Listed {
  readonly name: string;
  readonly facts: EntryFacts;
}

/** The names in a folder, read as the guest asks for them: a folder may hold millions. */
export class ListingHandle extends HeldHandle {
  readonly #folder: Entry;
  readonly #shows: (name: string) => boolean;
  readonly #sorted: boolean;
  #dir: Dir | undefined;
  #ahead: string[] | undefined;

  /**
   * @param folder closed with the handle
   * @param shows whether a name is granted
   * @param sorted by name, for which all of them are read at once
   */
  constructor(folder: Entry, dir: Dir, shows: (name: string) => boolean, sorted: boolean) {
    super();
    this.#folder = folder;
    this.#dir = dir;
    this.#shows = shows;
    this.#sorted = sorted;
  }

  /** The next entries; none at the end. */
  async next(): Promise<readonly Listed[]> {
    const listed: Listed[] = [];
    while (listed.length < BATCH) {
      const name = this.#sorted ? (await this.#names()).pop() : await this.#nextName();
      if (name === undefined) break;
      const facts = this.#shows(name) ? await this.#look(name) : undefined;
      if (facts !== undefined) listed.push({ name, facts });
    }
    return listed;
  }

  async #names(): Promise<string[]> {
    if (this.#ahead !== undefined) return this.#ahead;
    const names: string[] = [];
    for (let name = await this.#nextName(); name !== undefined; name = await this.#nextName()) names.push(name);
    // The first one last, because taking from the end moves none of the others.
    this.#ahead = names.sort(byCodePoints).reverse();
    return this.#ahead;
  }

  async #nextName(): Promise<string | undefined> {
    if (this.#dir === undefined) return undefined;
    return (await this.#folder.calls.nextEntry(this.#dir))?.name;
  }

  /** An entry that has gone since it was listed is left out. */
  async #look(name: string): Promise<EntryFacts | undefined> {
    try {
      return entryFacts(await this.#folder.calls.lstat(this.#folder.pathOf(name)));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  protected release(): void {
    // Only reading was done: closing says nothing new.
    if (this.#dir !== undefined) this.#folder.calls.closeFolder(this.#dir).catch(() => {});
    this.#dir = undefined;
    this.#folder.close();
  }
}

/** A few thousand names fit one message. */
const BATCH = 128;

/** The same order everywhere, whatever the machine's language. */
function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
