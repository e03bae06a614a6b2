import { clock } from "../clock.ts";
import { Refused } from "../door.ts";
import { MAX_READ, stat } from "../files.ts";
import { awaitedStdin } from "../wasi/cli.ts";
import type { Awaited } from "../wasi/io.ts";
import { timeOf } from "./clocks.ts";
import type { Descriptor, DescriptorTable } from "./descriptors.ts";
import { ERRNO, errnoOfRefusal, Failure } from "./errno.ts";
import { need, RIGHT } from "./rights.ts";
import type { ClockSubscription, DescriptorSubscription, Subscription } from "./subscription.ts";

/** What there is to wait for, and what will be told when it has come about. */
export interface Prospect {
  readonly awaited: Awaited;
  readonly errno: number;
  /** How much can be read or written then, as far as that is known. */
  readonly bytes: bigint;
}

/** A subscription that cannot be is an event of its own, at once; the others still count. */
export function prospectOf(table: DescriptorTable, subscription: Subscription): Prospect {
  try {
    return subscription.kind === "clock" ? ofClock(subscription) : ofDescriptor(table, subscription);
  } catch (error) {
    if (error instanceof Failure) return { ...AT_ONCE, errno: error.errno };
    if (error instanceof Refused) return { ...AT_ONCE, errno: errnoOfRefusal(error.message) };
    throw error;
  }
}

const AT_ONCE: Prospect = { awaited: {}, errno: ERRNO.success, bytes: 0n };

/** Everything is waited for on the monotonic clock. */
function ofClock({ clock: id, timeout, absolute }: ClockSubscription): Prospect {
  const now = timeOf(id);
  const left = absolute ? timeout - now : timeout;
  const at = clock.monotonic() + (left > 0n ? left : 0n);
  return { ...AT_ONCE, awaited: { at: at > LAST_INSTANT ? LAST_INSTANT : at } };
}

const LAST_INSTANT = 2n ** 64n - 1n;

/** Files are always ready. */
function ofDescriptor(table: DescriptorTable, { kind, fd }: DescriptorSubscription): Prospect {
  const descriptor = table.get(fd);
  if (descriptor.kind === "folder") throw new Failure("badf");
  need(descriptor, RIGHT.pollFdReadwrite | (kind === "read" ? RIGHT.fdRead : RIGHT.fdWrite));
  if (descriptor.kind === "stdin") return { ...AT_ONCE, awaited: awaitedStdin };
  return { ...AT_ONCE, bytes: kind === "read" ? readable(descriptor) : BigInt(MAX_READ) };
}

function readable(descriptor: Descriptor): bigint {
  if (descriptor.kind !== "file") return 0n;
  const left = stat(descriptor.handle).size - descriptor.offset;
  return left > 0n ? left : 0n;
}
