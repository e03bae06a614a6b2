import type { ListedEntry } from "../file-messages.ts";
import { close, type Preopen } from "../files.ts";
import { Failure } from "./errno.ts";
import { FILE_RIGHTS, FOLDER_RIGHTS, RIGHT, STREAM_RIGHTS } from "./rights.ts";

interface Held {
  rights: number;
  /** What descriptors that are opened through this one may have at most. */
  inheriting: number;
  /** Bits of FDFLAG. */
  flags: number;
}

export interface Stream extends Held {
  readonly kind: "stdin" | "stdout" | "stderr";
}

export interface OpenFile extends Held {
  readonly kind: "file";
  /** The broker's number. */
  readonly handle: number;
  offset: bigint;
}

export interface OpenFolder extends Held {
  readonly kind: "folder";
  readonly handle: number;
  /** The name under which it was granted; undefined when the guest opened it. */
  readonly preopen: string | undefined;
  /** Its entries as they were when the guest last began to list it. */
  listing: readonly ListedEntry[] | undefined;
}

export type Descriptor = Stream | OpenFile | OpenFolder;

/** The guest's descriptors: 0 to 2 are its streams, from 3 on come the folders that were granted, then what it opens. */
export class DescriptorTable {
  readonly #held: (Descriptor | undefined)[];

  constructor(preopens: readonly Preopen[]) {
    this.#held = [stream("stdin"), stream("stdout"), stream("stderr"), ...preopens.map(granted)];
  }

  /** @throws Failure `badf` */
  get(fd: number): Descriptor {
    const descriptor = this.#held[fd];
    if (descriptor === undefined) throw new Failure("badf");
    return descriptor;
  }

  /** @throws Failure `badf`, or `notdir` when it is no folder */
  folder(fd: number): OpenFolder {
    const descriptor = this.get(fd);
    if (descriptor.kind !== "folder") throw new Failure("notdir");
    return descriptor;
  }

  /** The number of a new descriptor: the lowest that is free. */
  add(descriptor: Descriptor): number {
    const free = this.#held.indexOf(undefined);
    const fd = free === -1 ? this.#held.length : free;
    this.#held[fd] = descriptor;
    return fd;
  }

  close(fd: number): void {
    const descriptor = this.get(fd);
    this.#held[fd] = undefined;
    if ("handle" in descriptor) close(descriptor.handle);
  }

  /** Closes `to` and gives its number to what `from` was. */
  renumber(from: number, to: number): void {
    const descriptor = this.get(from);
    this.get(to);
    if (from === to) return;
    this.close(to);
    this.#held[from] = undefined;
    this.#held[to] = descriptor;
  }
}

function stream(kind: Stream["kind"]): Stream {
  const direction = kind === "stdin" ? RIGHT.fdRead : RIGHT.fdWrite;
  return { kind, rights: STREAM_RIGHTS | direction, inheriting: 0, flags: 0 };
}

function granted({ handle, name }: Preopen): OpenFolder {
  const inheriting = FILE_RIGHTS | FOLDER_RIGHTS;
  return { kind: "folder", handle, preopen: name, rights: FOLDER_RIGHTS, inheriting, flags: 0, listing: undefined };
}
