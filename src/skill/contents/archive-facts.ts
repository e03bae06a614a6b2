import { type Content, type FactRule, type FileBytes, fact } from "./content.ts";

/** The facts of one archive: however many entries are alike, each rule is told once. */
export class ArchiveFacts {
  readonly #archive: FileBytes;
  readonly #found = new Map<FactRule, { readonly what: string; count: number }>();

  constructor(archive: FileBytes) {
    this.#archive = archive;
  }

  /** `what` goes on after "the file". */
  add(rule: FactRule, what: string): void {
    const known = this.#found.get(rule);
    if (known === undefined) this.#found.set(rule, { what, count: 1 });
    else known.count++;
  }

  has(rule: FactRule): boolean {
    return this.#found.has(rule);
  }

  *all(): Generator<Content> {
    for (const [rule, { what, count }] of this.#found)
      yield fact(this.#archive, rule, count === 1 ? what : `${what} (and ${count - 1} more)`);
  }
}
