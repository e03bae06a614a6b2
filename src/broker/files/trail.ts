import type { Entry } from "./entry.ts";
import type { Location } from "./host-path.ts";
import type { Root } from "./root.ts";

/** The folders that one walk is in, from the grant's root down. `..` goes back along it and is never asked of the system. */
export class Trail {
  readonly root: Root;
  readonly #steps: { readonly name: string; readonly entry: Entry }[] = [];

  constructor(root: Root) {
    this.root = root;
  }

  get here(): Entry {
    return this.#steps.at(-1)?.entry ?? this.root.anchor;
  }

  /** The folder that holds what the walk ended at, and its name there; undefined at the root itself. */
  get last(): { readonly folder: Entry; readonly name: string } | undefined {
    const step = this.#steps.at(-1);
    return step && { folder: this.#steps.at(-2)?.entry ?? this.root.anchor, name: step.name };
  }

  get depth(): number {
    return this.#steps.length;
  }

  get location(): Location {
    return [...this.root.location, ...this.#steps.map((step) => step.name)];
  }

  enter(name: string, entry: Entry): void {
    this.#steps.push({ name, entry });
  }

  /** The object that the walk ended at, which is the caller's from now on; undefined at the root. */
  take(): Entry | undefined {
    return this.#steps.pop()?.entry;
  }

  leave(): void {
    this.#steps.pop()?.entry.close();
  }

  /** Back to the root, whose entry stays open for the next walk. */
  close(): void {
    while (this.#steps.length > 0) this.leave();
  }
}
