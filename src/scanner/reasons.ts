import type { Ledger } from "./ledger.ts";
import type { Located } from "./tally.ts";
import type { Judgement } from "./verdict.ts";

/** Reasons that are told; a reader needs no more to decide. */
const TOLD = 10;

/** Why the verdict is what it is: one sentence each, gravest first. */
export function reasonsOf({ because }: Judgement, totals: Ledger["totals"]): string[] {
  if (because.length > 0) return because.slice(0, TOLD).map(reason);
  return ["Nothing was found that a reviewer has to look at.", ...gap(totals)];
}

function reason({ severity, file, line, description }: Located): string {
  const place = file === undefined ? `line ${line}` : `${file}, line ${line}`;
  return `${capital(severity)}, ${place}: ${description}`;
}

function gap({ analysed, partly, skipped }: Ledger["totals"]): string[] {
  if (partly + skipped === 0) return [];
  return [`Of ${analysed + partly + skipped} files, ${skipped} were not analysed, and ${partly} only in part.`];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
