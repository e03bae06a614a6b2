import type { Domain } from "./domain.ts";
import { HeldHandle } from "./held-handle.ts";
import type { Location } from "./host-path.ts";
import type { OpenFile } from "./open-file.ts";

export interface FileRights {
  readonly read: boolean;
  readonly write: boolean;
}

/** A file that a guest holds open, with the rights that it was opened with. */
export class FileHandle extends HeldHandle {
  readonly file: OpenFile;
  readonly location: Location;
  readonly domain: Domain;
  readonly rights: FileRights;

  constructor(file: OpenFile, { location, domain }: Pick<FileHandle, "location" | "domain">, rights: FileRights) {
    super();
    this.file = file;
    this.location = location;
    this.domain = domain;
    this.rights = rights;
  }

  protected release(): void {
    // What the guest wants to know about its writes it asks with `sync`.
    this.file.close().catch(() => {});
  }
}
