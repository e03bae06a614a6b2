import type { ArchiveFacts } from "./archive-facts.ts";
import type { UnpackBudget } from "./budget.ts";
import { type Content, type FactRule, type FileBytes, skipped } from "./content.ts";

/** How far inside of other archives we are, and what opens what is inside of this one. */
export interface Nesting {
  readonly budget: UnpackBudget;
  readonly depth: number;
  readonly open: (file: FileBytes) => Generator<Content>;
}

/** Of one archive; the budget of the skill is for all. */
export const MOST_ENTRIES = 10_000;
export const TOO_MANY = "is one of archives with too many entries";

/** The entry's place for people. Whatever its name says, it stands below the archive. */
export function innerOf(file: FileBytes, name: string, facts: ArchiveFacts): FileBytes {
  if (leadsOut(name)) facts.add("archive-entry-leads-out", `has an entry whose name leads out of it: ${label(name)}`);
  return { path: `${file.path}!/${label(name)}`, bytes: file.bytes };
}

/** Whether a path is absolute or climbs, for any reader: those on Windows take backslashes too. */
function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);
}

const LONGEST_LABEL = 300;

export function label(name: string): string {
  if (name.length <= LONGEST_LABEL) return name;
  // The end says what kind of file it is.
  return `${name.slice(0, LONGEST_LABEL / 2)}…${name.slice(-LONGEST_LABEL / 2)}`.toWellFormed();
}

/** An entry that could not be unpacked. */
export function* refused(
  inner: FileBytes,
  why: "too-large" | "damaged" | "unknown-method",
  facts: ArchiveFacts,
): Generator<Content> {
  const { rule, reason } = REFUSED[why];
  facts.add(rule, `has an entry that ${reason}: ${label(inner.path)}`);
  yield skipped(inner, "packed entry", `it ${reason}`);
}

const REFUSED: Readonly<
  Record<"too-large" | "damaged" | "unknown-method", { readonly rule: FactRule; readonly reason: string }>
> = {
  "too-large": { rule: "archive-limit-reached", reason: "is larger unpacked than what is unpacked here" },
  damaged: { rule: "archive-not-unpacked", reason: "is damaged" },
  "unknown-method": { rule: "archive-not-unpacked", reason: "is packed in a way that is not known here" },
};

/** An entry that is a link, which is never followed. */
export function* link(inner: FileBytes, name: string, target: string, facts: ArchiveFacts): Generator<Content> {
  yield skipped(inner, "symbolic link", "a symbolic link");
  if (leadsOut(target)) facts.add("archive-entry-leads-out", `has a link that leads out of it: ${label(name)}`);
  else facts.add("archive-link", `has a link as an entry: ${label(name)}`);
}
