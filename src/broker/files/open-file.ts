import type { BigIntStats } from "node:fs";
import type { SystemCalls } from "./system-calls.ts";

/** A file that was opened for its content, with the rights that it was opened with. */
export class OpenFile {
  readonly calls: SystemCalls;
  readonly #fd: number;

  constructor(fd: number, calls: SystemCalls) {
    this.#fd = fd;
    this.calls = calls;
  }

  /** A path of the open file for one system call, whatever its name is by now. */
  get self(): string {
    return `/proc/self/fd/${this.#fd}`;
  }

  /** How many bytes came into `into` from `offset` on; 0 is the end. Without a position: from where the last one ended. */
  read(into: Uint8Array, offset = 0, position: bigint | null = null): Promise<number> {
    return this.calls.read(this.#fd, into, offset, into.length - offset, position);
  }

  /** All of it, however often a disk takes only a part. */
  async write(from: Uint8Array, position: number | null = null): Promise<void> {
    for (let sent = 0; sent < from.length; ) {
      const at = position === null ? null : position + sent;
      sent += await this.calls.write(this.#fd, from, sent, from.length - sent, at);
    }
  }

  stat(): Promise<BigIntStats> {
    return this.calls.statDescriptor(this.#fd);
  }

  truncate(size: number): Promise<void> {
    return this.calls.truncate(this.#fd, size);
  }

  sync(contentOnly: boolean): Promise<void> {
    return contentOnly ? this.calls.syncData(this.#fd) : this.calls.sync(this.#fd);
  }

  /** Rejects with what a file server said too late about a write. */
  close(): Promise<void> {
    return this.calls.close(this.#fd);
  }
}
