import type { Finding, Remark } from "./finding.ts";
import { Fingerprints } from "./fingerprint.ts";
import { Quota } from "./quota.ts";
import { Tally } from "./tally.ts";

/** A file of a skill, as findings know it. */
export interface FilePlace {
  /** For people; absent when there is no file. */
  readonly file: string | undefined;
  /** Within the skill. */
  readonly path: string;
  /** Files are told in this order. */
  readonly order: number;
}

/** The key is left out where there is no file. */
export function fileOf({ file }: FilePlace): { file?: string } {
  return file === undefined ? {} : { file };
}

export interface Grounds {
  /** What the fingerprint rests on beside rule and path. */
  readonly evidence: readonly string[];
  readonly flow?: Finding["flow"];
}

/** The findings of one skill: all counted and weighed, as many listed as there is room for. */
export class SkillFindings {
  readonly tally = new Tally();
  readonly #skill: string | undefined;
  readonly #quota = new Quota();
  readonly #fixOf: (rule: string) => string | undefined;
  readonly #fingerprints = new Fingerprints();
  readonly #listed: { readonly order: number; readonly finding: Finding }[] = [];

  constructor(skill: string | undefined, fixOf: (rule: string) => string | undefined) {
    this.#skill = skill;
    this.#fixOf = fixOf;
  }

  /** `grounds` are asked for only when the finding is listed. */
  add(remark: Remark, { file, path, order }: FilePlace, grounds: () => Grounds): void {
    const place = { ...optional("skill", this.#skill), ...optional("file", file) };
    this.tally.add({ ...remark, ...place });
    if (!this.#quota.take(remark.severity, remark.rule)) return;
    const { evidence, flow } = grounds();
    const { rule, category, severity, confidence, ...rest } = remark;
    const extras = { ...optional("flow", flow), ...optional("fix", this.#fixOf(rule)) };
    const fingerprint = this.#fingerprints.of(rule, path, evidence);
    const finding = { rule, category, severity, confidence, ...place, ...rest, ...extras, fingerprint };
    this.#listed.push({ order, finding });
  }

  /** File after file, line after line. */
  inOrder(): Finding[] {
    const sorted = this.#listed.toSorted(
      (a, b) => a.order - b.order || a.finding.line - b.finding.line || a.finding.column - b.finding.column,
    );
    return sorted.map(({ finding }) => finding);
  }
}

function optional<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: T };
}
