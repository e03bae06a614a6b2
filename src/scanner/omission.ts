import type { Item } from "../skill/collect.ts";
import type { HostRule } from "./host-rules.ts";
import type { Failure } from "./scanner.ts";

/** How something that was not analysed is counted and told. */
export interface Omission {
  readonly rule: HostRule;
  /** What it is, for the list of what became of each file. */
  readonly language: string;
  readonly reason: string;
  /** What a finding for the whole skill counts it as; undefined: it has a finding of its own. */
  readonly sort?: string;
  readonly count?: number;
  /** False for links, devices and folders, which nobody would expect to be analysed. */
  readonly isFile: boolean;
}

type LeftOut = Exclude<Item, { kind: "file" }>;

/** For what was collected without being read. */
export function omissionOf(item: LeftOut): Omission {
  switch (item.kind) {
    case "git-objects":
      return {
        ...notAnalysed("git object", `git's compressed history is not read: ${item.count} files`),
        count: item.count,
        isFile: false,
      };
    case "cut":
      return { ...limitReached(item.reason), language: "folder", isFile: false };
    case "over-budget":
      return limitReached(item.reason);
    case "link":
      return item.leadsOut ? leadingOut(item.target) : notOpened("a symbolic link");
    case "refused":
      return item.cause === "not-a-file" ? notOpened(item.reason) : own("file-unreadable", item.reason);
  }
}

/** A file of a kind that the scanner does not analyse. */
export function notAnalysed(language: string, reason = `${language} is not analysed`): Omission {
  return { rule: "file-kind-not-analysed", language, reason, sort: language, isFile: true };
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

function leadingOut(target: string): Omission {
  return {
    ...own("link-leads-out", `a symbolic link that leads out of the skill: ${target}`),
    language: "symbolic link",
    isFile: false,
  };
}

function notOpened(reason: string): Omission {
  return { rule: "file-not-opened", language: reason.replace(/^an? /, ""), reason, sort: reason, isFile: false };
}

/** Nobody looked inside. */
const UNKNOWN = "unknown";

function own(rule: HostRule, reason: string): Omission {
  return { rule, language: UNKNOWN, reason, isFile: true };
}
