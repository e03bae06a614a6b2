import { Failure } from "./errno.ts";
import type { Prospect } from "./prospect.ts";

/** What a guest waits for, as it wrote it. */
export type Subscription = ClockSubscription | DescriptorSubscription;

export interface ClockSubscription {
  readonly kind: "clock";
  readonly userdata: bigint;
  /** Of CLOCK. */
  readonly clock: number;
  /** In nanoseconds: a duration, or a moment of that clock. */
  readonly timeout: bigint;
  readonly absolute: boolean;
}

export interface DescriptorSubscription {
  readonly kind: "read" | "write";
  readonly userdata: bigint;
  readonly fd: number;
}

/** In bytes. */
export const SIZE = { subscription: 48, event: 32 } as const;

const KINDS = ["clock", "read", "write"] as const;
const ABSOLUTE = 1;

/** @throws Failure `inval` when it is none of the three kinds */
export function readSubscription(view: DataView, at: number): Subscription {
  const userdata = view.getBigUint64(at, true);
  const kind = KINDS[view.getUint8(at + 8)];
  if (kind === undefined) throw new Failure("inval");
  if (kind !== "clock") return { kind, userdata, fd: view.getUint32(at + 16, true) };
  return {
    kind,
    userdata,
    clock: view.getUint32(at + 16, true),
    timeout: view.getBigUint64(at + 24, true),
    absolute: (view.getUint16(at + 40, true) & ABSOLUTE) !== 0,
  };
}

export function putEvent(view: DataView, at: number, { userdata, kind }: Subscription, prospect: Prospect): void {
  view.setBigUint64(at, userdata, true);
  view.setUint16(at + 8, prospect.errno, true);
  view.setUint8(at + 10, KINDS.indexOf(kind));
  view.setBigUint64(at + 16, prospect.bytes, true);
  view.setUint16(at + 24, 0, true);
}
