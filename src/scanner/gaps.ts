import type { Finding } from "./finding.ts";
import { type UnanalysableRule, unanalysable } from "./unanalysable.ts";

interface Gap {
  readonly rule: UnanalysableRule;
  /** The first file concerned: where the finding points. */
  readonly file: string | undefined;
  /** How many of which sort, in the order met. */
  readonly sorts: Map<string, number>;
}

const OPENING: Partial<Record<UnanalysableRule, string>> = {
  "file-kind-not-analysed": "files of other kinds were not analysed",
  "file-not-opened": "entries that are no files were not opened",
  "scan-limit-reached": "not everything was looked at",
};

/** Gaps of which a skill may have thousands of the same sort: one finding for each skill and rule tells of all. */
export class Gaps {
  readonly #gaps = new Map<string, Gap>();

  add(rule: UnanalysableRule, skill: string, file: string | undefined, sort: string, count: number): void {
    const key = `${rule} ${skill}`;
    const gap = this.#gaps.get(key) ?? { rule, file, sorts: new Map<string, number>() };
    gap.sorts.set(sort, (gap.sorts.get(sort) ?? 0) + count);
    this.#gaps.set(key, gap);
  }

  findings(): Finding[] {
    return [...this.#gaps.values()].map(({ rule, file, sorts }) => {
      const list = [...sorts].map(([sort, count]) => `${sort} (${count})`).join(", ");
      return unanalysable(rule, file, `${OPENING[rule] ?? rule}: ${list}`);
    });
  }
}
