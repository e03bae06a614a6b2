import type { Item } from "../skill/collect.ts";
import type { Reply } from "./scanner.ts";
import type { UnanalysableRule } from "./unanalysable.ts";

/** How something that was not analysed is counted and told. */
export interface Omission {
  readonly rule: UnanalysableRule;
  /** For the list of what was skipped. */
  readonly reason: string;
  /** What a finding for the whole skill counts it as; undefined: it has a finding of its own. */
  readonly sort?: string;
  readonly count?: number;
  /** False for links, devices and folders, which nobody would expect to be analysed. */
  readonly isFile: boolean;
}

export type LeftOut = Exclude<Item, { kind: "source" }>;

/** For what was collected and cannot be given to the scanner. */
export function omissionOf(item: LeftOut): Omission {
  switch (item.kind) {
    case "other":
      return {
        rule: "file-kind-not-analysed",
        reason: item.language === "other" ? "not of a kind that is analysed" : `${item.language} is not analysed`,
        sort: item.language,
        isFile: true,
      };
    case "git-objects":
      return {
        rule: "file-kind-not-analysed",
        reason: `git's compressed history is not read: ${item.count} files`,
        sort: "git object",
        count: item.count,
        isFile: false,
      };
    case "cut":
      return limitReached(item.reason, false);
    case "over-budget":
      return limitReached(item.reason, true);
    case "refused":
      return refusedOmission(item.cause, item.reason);
  }
}

/** Left out because of a limit of ours, told with all others that are left out for the same reason. */
export function limitReached(reason: string, isFile: boolean): Omission {
  return { rule: "scan-limit-reached", reason, sort: reason, isFile };
}

/** For a file on which the scanner itself gave up. */
export function omissionOfReply(reply: Exclude<Reply, { kind: "findings" }>): Omission {
  return reply.kind === "timed-out"
    ? { rule: "scan-timed-out", reason: `the scanner did not finish within ${reply.afterMs / 1000} s`, isFile: true }
    : { rule: "scanner-failed", reason: `the scanner failed: ${reply.why}`, isFile: true };
}

function refusedOmission(cause: Extract<Item, { kind: "refused" }>["cause"], reason: string): Omission {
  if (cause === "not-a-file") return { rule: "file-not-opened", reason, sort: reason, isFile: false };
  return { rule: cause === "too-large" ? "file-too-large" : "file-unreadable", reason, isFile: true };
}
