import { relative, resolve } from "node:path";
import type { Finding, Suppression } from "../scanner/finding.ts";
import type { Ignore } from "./config-file.ts";
import { matchesGlob } from "./glob.ts";
import type { Decide } from "./suppress.ts";

export interface Ignoring {
  readonly decide: Decide;
  /** After all findings: ignores that did nothing, and why. */
  notes(): string[];
}

/**
 * Ignores as decisions.
 *
 * @param cwd Absolute: what the files of findings are relative to.
 * @param today `2027-01-31`.
 */
export function ignoring(ignores: readonly Ignore[], cwd: string, today: string): Ignoring {
  const valid = ignores.filter(({ expires }) => expires >= today);
  const used = new Set<Ignore>();
  return {
    decide(finding) {
      const ignore = valid.find((each) => covers(each, finding, cwd));
      if (ignore !== undefined) used.add(ignore);
      return ignore === undefined ? undefined : suppressionOf(ignore);
    },
    notes: () => [
      ...ignores.filter((each) => !valid.includes(each)).map(expiredNote),
      ...valid
        .filter((each) => !used.has(each))
        .map(({ where, rule }) => `${where}: the ignore of ${rule} met nothing`),
    ],
  };
}

function covers({ rule, path, folder }: Ignore, finding: Finding, cwd: string): boolean {
  if (rule !== finding.rule) return false;
  if (path === undefined) return true;
  return finding.file !== undefined && matchesGlob(relative(folder, resolve(cwd, finding.file)), path);
}

function suppressionOf({ reason, expires }: Ignore): Suppression {
  return { by: "config", reason, until: expires };
}

function expiredNote({ where, rule, expires }: Ignore): string {
  return `${where}: the ignore of ${rule} expired on ${expires}, and its findings count`;
}
