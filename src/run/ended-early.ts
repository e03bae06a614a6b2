import type { Outcome } from "./outcome.ts";

/** What a guest process came to that ended by itself, without a word on its outcome. */
export function endedEarly(
  code: number | null,
  signal: NodeJS.Signals | null,
  complaint: string,
  timeoutMs: number,
): Outcome {
  const ending = signal ?? SIGNAL_BEHIND_BUBBLEWRAP[code ?? 0];
  if (ending === "SIGXCPU") return timedOut(timeoutMs);
  if (OUT_OF_MEMORY.test(complaint))
    return { kind: "limit", limit: "memory", reason: "the guest process ran out of memory" };
  const last = complaint.trim().split("\n").at(-1) ?? "";
  return { kind: "trapped", message: `the guest process ended early (${ending ?? `code ${code}`}) ${last}`.trim() };
}

export function timedOut(timeoutMs: number): Outcome {
  return { kind: "limit", limit: "timeout", reason: `still running after ${timeoutMs / 1000} s` };
}

/** bubblewrap ends with 128 and the number of the signal that ended what it ran; node itself ends with no such number. */
const SIGNAL_BEHIND_BUBBLEWRAP: Readonly<Record<number, NodeJS.Signals>> = {
  132: "SIGILL",
  133: "SIGTRAP",
  134: "SIGABRT",
  137: "SIGKILL",
  139: "SIGSEGV",
  152: "SIGXCPU",
  159: "SIGSYS",
};

/** V8's last words when memory ran out: https://github.com/nodejs/node/blob/main/src/node_errors.cc (OOMErrorHandler). */
const OUT_OF_MEMORY = /out of memory|OOM error|Reached heap limit|Committing semi space failed/i;
