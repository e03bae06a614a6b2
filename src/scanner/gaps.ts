import { type UnanalysableRule, unanalysable } from "./unanalysable.ts";

export interface Gap<Place> {
  readonly rule: UnanalysableRule;
  /** Of the first file concerned: where the finding points. */
  readonly place: Place;
  /** How many of which sort, in the order met. */
  readonly sorts: Map<string, number>;
}

const OPENING: Partial<Record<UnanalysableRule, string>> = {
  "file-kind-not-analysed": "files of other kinds were not analysed",
  "file-not-opened": "entries that are no files were not opened",
  "scan-limit-reached": "not everything was looked at",
};

/** Gaps of which a skill may have thousands of the same sort: one finding for each rule tells of all. */
export class Gaps<Place> {
  readonly #gaps = new Map<UnanalysableRule, Gap<Place>>();

  add(rule: UnanalysableRule, place: Place, sort: string, count: number): void {
    const gap = this.#gaps.get(rule) ?? { rule, place, sorts: new Map<string, number>() };
    gap.sorts.set(sort, (gap.sorts.get(sort) ?? 0) + count);
    this.#gaps.set(rule, gap);
  }

  remarks() {
    return [...this.#gaps.values()].map(({ rule, place, sorts }) => {
      const list = [...sorts].map(([sort, count]) => `${sort} (${count})`).join(", ");
      return { place, remark: unanalysable(rule, `${OPENING[rule] ?? rule}: ${list}`) };
    });
  }
}
