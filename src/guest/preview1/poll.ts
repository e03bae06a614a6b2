import { Pollable, poll } from "../wasi/io.ts";
import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";
import { prospectOf } from "./prospect.ts";
import { putEvent, readSubscription, SIZE } from "./subscription.ts";

/** As many descriptors as a guest may have, and some clocks. */
const MAX_SUBSCRIPTIONS = 4096;

/** Waits until one of the things that a guest subscribes to has come about, and tells which have. */
export function polling({ memory, table }: Host) {
  return {
    poll_oneoff(list: number, events: number, count: number, out: number) {
      if (count === 0 || count > MAX_SUBSCRIPTIONS) throw new Failure("inval");
      const [from, to] = [memory.view(list, count * SIZE.subscription), memory.view(events, count * SIZE.event)];
      memory.view(out, 4);
      const expected = Array.from({ length: count }, (_, index) => {
        const subscription = readSubscription(from, index * SIZE.subscription);
        return { subscription, prospect: prospectOf(table, subscription) };
      });
      const happened = new Set(poll(expected.map(({ prospect }) => new Pollable(prospect.awaited))));
      let at = 0;
      for (const [index, { subscription, prospect }] of expected.entries()) {
        if (!happened.has(index)) continue;
        putEvent(to, at, subscription, prospect);
        at += SIZE.event;
      }
      memory.setU32(out, happened.size);
    },
  };
}
