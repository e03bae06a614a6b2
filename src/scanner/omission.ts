import type { Item } from "../skill/collect.ts";
import type { Failure } from "./scanner.ts";
import type { UnanalysableRule } from "./unanalysable.ts";

/** How something that was not analysed is counted and told. */
export interface Omission {
  readonly rule: UnanalysableRule;
  /** What it is, for the list of what became of each file. */
  readonly language: string;
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
      return notAnalysed(item.language);
    case "git-objects":
      return {
        rule: "file-kind-not-analysed",
        language: "git object",
        reason: `git's compressed history is not read: ${item.count} files`,
        sort: "git object",
        count: item.count,
        isFile: false,
      };
    case "cut":
      return { ...limitReached(item.reason), language: "folder", isFile: false };
    case "over-budget":
      return limitReached(item.reason);
    case "refused":
      return refusedOmission(item.cause, item.reason);
  }
}

/** A file of a kind that the scanner does not analyse. */
export function notAnalysed(language: string, reason?: string): Omission {
  const plain = language === "other" ? "not of a kind that is analysed" : `${language} is not analysed`;
  return { rule: "file-kind-not-analysed", language, reason: reason ?? plain, sort: language, isFile: true };
}

/** Left out because of a limit of ours, told with all others that are left out for the same reason. */
export function limitReached(reason: string): Omission {
  return { rule: "scan-limit-reached", language: UNKNOWN, reason, sort: reason, isFile: true };
}

/** For a file on which the scanner itself gave up. */
export function omissionOfFailure(failure: Failure): Omission {
  return failure.kind === "timed-out"
    ? own("scan-timed-out", `the scanner did not finish within ${failure.afterMs / 1000} s`)
    : own("scanner-failed", `the scanner failed: ${failure.why}`);
}

function refusedOmission(cause: Extract<Item, { kind: "refused" }>["cause"], reason: string): Omission {
  if (cause === "too-large") return own("file-too-large", reason);
  if (cause !== "not-a-file") return own("file-unreadable", reason);
  return { rule: "file-not-opened", language: reason.replace(/^an? /, ""), reason, sort: reason, isFile: false };
}

/** Nobody looked inside. */
const UNKNOWN = "unknown";

function own(rule: UnanalysableRule, reason: string): Omission {
  return { rule, language: UNKNOWN, reason, isFile: true };
}
