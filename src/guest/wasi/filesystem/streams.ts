import * as files from "../../files.ts";
import { InputStream, OutputStream } from "../io.ts";
import type { Held } from "./held.ts";

/** The file from `offset` on; the stream gives `held` back. */
export function readStream(held: Held, offset: bigint): InputStream {
  let position = offset;
  const read = (length: number) => {
    if (length === 0) return new Uint8Array();
    const bytes = files.readAt(held.handle, position, length);
    position += BigInt(bytes.length);
    return bytes.length === 0 ? undefined : bytes;
  };
  return new InputStream({ read, blockingRead: read, close: () => held.release() });
}

export function writeStream(held: Held, offset: bigint): OutputStream {
  let position = offset;
  return new OutputStream({
    close: () => held.release(),
    write(bytes) {
      for (let sent = 0; sent < bytes.length; ) {
        const count = files.writeAt(held.handle, position, bytes.subarray(sent));
        sent += count;
        position += BigInt(count);
      }
    },
  });
}

export function appendStream(held: Held): OutputStream {
  return new OutputStream({
    close: () => held.release(),
    write(bytes) {
      for (let sent = 0; sent < bytes.length; ) sent += files.append(held.handle, bytes.subarray(sent));
    },
  });
}
