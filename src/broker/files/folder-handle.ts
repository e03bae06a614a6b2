import type { Domain } from "./domain.ts";
import type { Entry } from "./entry.ts";
import { HeldHandle } from "./held-handle.ts";
import type { Location } from "./host-path.ts";
import { Trail } from "./trail.ts";

/** A folder that a guest holds. It stays the same folder whatever happens to its name. */
export class FolderHandle extends HeldHandle {
  readonly entry: Entry;
  readonly location: Location;
  readonly domain: Domain;
  readonly #owned: boolean;

  /** @param owned the entry is closed with the handle */
  constructor(entry: Entry, location: Location, domain: Domain, owned: boolean) {
    super();
    this.entry = entry;
    this.location = location;
    this.domain = domain;
    this.#owned = owned;
  }

  /** The start of a walk that cannot leave this folder. */
  trail(): Trail {
    const { entry: anchor, location } = this;
    return new Trail({ kind: "root", anchor, location, only: undefined, spelled: location });
  }

  protected release(): void {
    if (this.#owned) this.entry.close();
  }
}
