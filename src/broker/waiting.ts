import { setTimeout as sleep } from "node:timers/promises";
import { readU64 } from "../guest/messages.ts";
import type { Desk } from "./desk.ts";
import { type Answer, OVER } from "./door.ts";
import { numberIn } from "./fields.ts";
import type { Stdin } from "./stdin.ts";
import { wait } from "./wait.ts";

type Fields = readonly Uint8Array[];

/** Waits for handles, as long as is asked and the run has. */
export async function answerWait([nanoseconds, numbers]: Fields, desk: Desk): Promise<Answer> {
  if (nanoseconds?.length !== 8 || numbers === undefined || numbers.length % 4 !== 0) return MALFORMED_WAIT;
  if (numbers.length > MAX_WAITED_BYTES) return MALFORMED_WAIT;
  return { done: await wait(desk.handles, numbers, bounded(nanoseconds, desk), desk.over) };
}

export async function answerSleep([nanoseconds]: Fields, desk: Desk): Promise<Answer> {
  if (nanoseconds?.length !== 8) return { refused: "malformed duration" };
  // Aborted is what a sleep is when the run ends first.
  await sleep(bounded(nanoseconds, desk), undefined, { signal: desk.over }).catch(() => {});
  return { done: "" };
}

export async function answerStdin([most]: Fields, desk: Desk, stdin: Stdin): Promise<Answer> {
  const length = Math.min(numberIn(most), MAX_STDIN_READ);
  const bytes = await (desk.deterministic ? stdin.readAll(length, desk.over) : stdin.read(length, desk.over));
  return desk.budget.spend("host-read", bytes.length) ? { done: bytes } : OVER;
}

const MALFORMED_WAIT: Answer = { refused: "malformed wait" };

/** More handles than can be open, each four bytes. */
const MAX_WAITED_BYTES = 4 * 65_536;

/** The largest piece of the standard input in one answer. */
const MAX_STDIN_READ = 1024 * 1024;

/** In milliseconds: waiting is bounded by the run's own deadline, whatever the guest asks for. */
function bounded(nanoseconds: Uint8Array, { deadline }: Desk): number {
  return Math.min(Number(readU64(nanoseconds, 0)) / 1e6, Math.max(0, deadline - performance.now()));
}
