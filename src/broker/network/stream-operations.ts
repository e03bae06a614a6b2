import { u32 } from "../../guest/messages.ts";
import { joined, LARGEST_READ } from "../../guest/network-messages.ts";
import { type Answer, OVER } from "../door.ts";
import { numberIn } from "../fields.ts";
import { ByteSink } from "./byte-sink.ts";
import { ByteSource } from "./byte-source.ts";
import type { NetworkDesk } from "./network-desk.ts";
import type { Operate } from "./network-door.ts";
import { refusedFor } from "./stream-fault.ts";

/** Reading and writing, of bodies and of connections alike. */
export const streamOperations: Readonly<Record<"readStream" | "writeStream", Operate>> = {
  readStream([stream, most], { desk }: NetworkDesk): Answer {
    const source = desk.handles.get(numberIn(stream), ByteSource);
    if (source === undefined) return refusedFor({ tag: "connection-terminated" });
    const bytes = source.read(Math.min(numberIn(most), LARGEST_READ));
    if (bytes.length === 0 && source.fault !== undefined) return refusedFor(source.fault);
    if (!desk.budget.spend("host-read", bytes.length)) return OVER;
    return { done: joined([Uint8Array.of(source.ended ? 1 : 0), bytes]) };
  },

  writeStream([stream, bytes = new Uint8Array()], { desk }: NetworkDesk): Answer {
    const sink = desk.handles.get(numberIn(stream), ByteSink);
    // Our client never writes more than it was told that there is room for.
    if (sink === undefined || bytes.length > sink.room) return refusedFor({ tag: "connection-terminated" });
    if (!desk.budget.spend("host-write", bytes.length)) return OVER;
    const fault = sink.write(bytes);
    return fault === undefined ? { done: u32(sink.room) } : refusedFor(fault);
  },
};
