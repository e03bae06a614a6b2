import type { HostRule } from "./host-rules.ts";

interface Gap<Place> {
  readonly rule: HostRule;
  /** Of the first file concerned: where the finding points. */
  readonly place: Place;
  /** How many of which sort, in the order met. */
  readonly sorts: Map<string, number>;
}

const OPENING: Partial<Record<HostRule, string>> = {
  "file-kind-not-analysed": "files of other kinds were not analysed",
  "file-not-opened": "entries that are no files were not opened",
  "scan-limit-reached": "not everything was looked at",
};

/** Sorts that are named. */
const NAMED = 12;

/** Gaps of which a skill may have thousands of the same sort: one finding for each rule tells of all. */
export class Gaps<Place> {
  readonly #gaps = new Map<HostRule, Gap<Place>>();

  add(rule: HostRule, place: Place, sort: string, count: number): void {
    const gap = this.#gaps.get(rule) ?? { rule, place, sorts: new Map<string, number>() };
    gap.sorts.set(sort, (gap.sorts.get(sort) ?? 0) + count);
    this.#gaps.set(rule, gap);
  }

  told() {
    return [...this.#gaps.values()].map(({ rule, place, sorts }) => {
      const list = [...sorts].slice(0, NAMED).map(([sort, count]) => `${sort} (${count})`);
      const more = sorts.size > NAMED ? [`${sorts.size - NAMED} more kinds`] : [];
      return { rule, place, description: `${OPENING[rule] ?? rule}: ${[...list, ...more].join(", ")}` };
    });
  }
}
