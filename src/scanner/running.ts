import { MIB } from "../policy/limits.ts";
import type { SkillReport } from "./report.ts";
import type { SkillPass } from "./skill-pass.ts";

/** Bytes of skills that wait to be scanned together. */
const MAX_WAITING_BYTES = 256 * MIB;

/** Skills that may be behind one that is still being scanned, for each that is scanned at a time. */
const BEHIND = 64;

/** Skills that are being scanned: as many at a time as the scanner can, each told when it and all before it are finished. */
export class Running {
  readonly #atOnce: number;
  readonly #tell: (report: SkillReport, skill: SkillPass) => void;
  readonly #inOrder: Entry[] = [];
  readonly #busy = new Set<Promise<void>>();

  constructor(atOnce: number, tell: (report: SkillReport, skill: SkillPass) => void) {
    this.#atOnce = atOnce;
    this.#tell = tell;
  }

  /** Begins to scan it; returns when there is room for one more: a long skill holds back what is told, not what is done. */
  async add(skill: SkillPass): Promise<void> {
    this.#begin(skill);
    while (this.#isFirstOver() || this.#isFull()) await this.#next();
  }

  /** All of them are finished and told. */
  async finish(): Promise<void> {
    while (this.#inOrder.length > 0) await this.#next();
  }

  #begin(skill: SkillPass): void {
    const report = skill.finish();
    const entry: Entry = { skill, report, isOver: false };
    const over = () => {
      entry.isOver = true;
      this.#busy.delete(ended);
    };
    // A failure is told when its turn comes; until then Node must not take it for lost.
    const ended = report.then(over, over);
    this.#busy.add(ended);
    this.#inOrder.push(entry);
  }

  #isFull(): boolean {
    if (this.#busy.size >= this.#atOnce || this.#inOrder.length > this.#atOnce * BEHIND) return true;
    return this.#inOrder.reduce((sum, { skill }) => sum + skill.bytes, 0) > MAX_WAITING_BYTES;
  }

  /** Tells the first when it is finished; else waits until any is. */
  async #next(): Promise<void> {
    if (!this.#isFirstOver()) return await Promise.race(this.#busy);
    const first = this.#inOrder.shift();
    if (first !== undefined) this.#tell(await first.report, first.skill);
  }

  #isFirstOver(): boolean {
    return this.#inOrder[0]?.isOver === true;
  }
}

interface Entry {
  readonly skill: SkillPass;
  readonly report: Promise<SkillReport>;
  isOver: boolean;
}
