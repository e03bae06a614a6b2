import type { Item, Unit } from "../skill/collect.ts";
import { UnpackBudget } from "../skill/contents/budget.ts";
import type { Content, Fact, Text } from "../skill/contents/content.ts";
import { contentsOf } from "../skill/contents/contents.ts";
import { type Decoded, decodeSource } from "../skill/decode.ts";
import { HEAD_BYTES, kindOf } from "../skill/kind.ts";
import { Bytecodes } from "./bytecodes.ts";
import { Citations, type Waiting } from "./citations.ts";
import type { CoverageCount } from "./coverage.ts";
import { EarlyObservations } from "./early-observations.ts";
import { limitReached, omissionOf, omissionOfFailure } from "./omission.ts";
import type { Patience } from "./patience.ts";
import type { SkillReport } from "./report.ts";
import type { Findings, Scanner } from "./scanner.ts";
import type { FilePlace } from "./skill-findings.ts";
import { SkillRecord } from "./skill-record.ts";

/** What all skills of a scan share. */
export interface Shared {
  readonly scanner: Scanner;
  readonly coverage: CoverageCount;
  readonly patience: Patience;
}

/** Bytes that are scanned together. More of them are scanned in parts, so that memory has a bound: dense code takes twenty-fold. */
const TOGETHER_BYTES = 4 * 1024 * 1024;

/** How often what a scan did not reach is scanned together once more in one skill. After that it is scanned file by file. */
const MAX_REPEATS = 8;

/** What the engine says of a file that it did not read to its end because its memory was used up. */
const OUT_OF_MEMORY = "out-of-memory";

/** One skill: takes its items in their order, has what they hold scanned together, and records what became of them. */
export class SkillPass {
  readonly unit: Unit;
  readonly record: SkillRecord;
  readonly #shared: Shared;
  readonly #budget = new UnpackBudget();
  readonly #bytecodes: Bytecodes;
  /** Of source that is held for it. */
  bytes = 0;
  #waiting: Waiting[] = [];
  #order = 0;
  #repeats = 0;
  readonly #early = new EarlyObservations();

  constructor(unit: Unit, shared: Shared) {
    this.unit = unit;
    this.#shared = shared;
    const fixOf = (rule: string) => shared.scanner.fixOf?.(rule);
    this.record = new SkillRecord({ path: unit.path, coverage: shared.coverage, fixOf });
    this.#bytecodes = new Bytecodes(this.record);
  }

  async take(item: Item): Promise<void> {
    if (item.kind === "file") for (const content of contentsOf(item, this.#budget)) await this.#sort(content, item);
    else this.record.leaveOut(this.#placeOf(item.path, item), omissionOf(item));
  }

  /** Once, at the end. */
  async finish(): Promise<SkillReport> {
    await this.#scanWaiting();
    for (const words of this.#bytecodes.close()) await this.#hold(words);
    await this.#scanWaiting();
    return this.record.close();
  }

  async #sort(content: Content, item: Item): Promise<void> {
    const place = this.#placeOf(content.path, item);
    if (content.kind === "text") await this.#wait(content, place);
    else if (content.kind === "bytecode") this.#bytecodes.add(place, content.bytes);
    else if (content.kind === "fact") this.#note(content.fact, place);
    else this.record.file(place, { ...content, language: content.format });
  }

  /** `path` is that of the item, or of something within it. */
  #placeOf(path: string, item: Item): FilePlace {
    const file = item.file === undefined ? undefined : item.file + path.slice(item.path.length);
    return { file, path, order: this.#order++ };
  }

  #note({ rule, what, evidence }: Fact, place: FilePlace): void {
    if (rule === "file-kind-not-analysed") this.record.gap(rule, place, what);
    else this.record.remark(rule, place, `the file ${what}`, digest(evidence));
  }

  async #wait(text: Text, place: FilePlace): Promise<void> {
    const { utf8, asBytes, doubt } = decoded(text);
    if (doubt?.weight === "grave") this.record.remark("undecoded-encoding", place, `the file ${doubt.what}`);
    await this.#add(text, utf8, place);
    if (asBytes === undefined) return;
    // The name's end tells the language.
    const name = text.path.slice(text.path.lastIndexOf("/") + 1);
    await this.#add({ ...text, path: `${text.path}!/bytes/${name}` }, asBytes, inside(place, `bytes/${name}`));
  }

  #add({ path, sections, loose }: Text, utf8: Uint8Array, place: FilePlace): Promise<void> {
    return this.#hold({ place, source: { path, content: utf8 }, sections, loose: loose === true });
  }

  async #hold(file: Waiting): Promise<void> {
    const { length } = file.source.content;
    if (this.bytes + length > TOGETHER_BYTES && this.#waiting.length > 0) {
      this.record.gap("files-scanned-apart", file.place, "the skill is large");
      await this.#scanWaiting();
    }
    this.#waiting.push(file);
    this.bytes += length;
  }

  async #scanWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const foreign = this.#bytecodes.compare(waiting.map(({ source }) => source));
    if (waiting.length > 0) await this.#scan(waiting);
    this.bytes = 0;
    for (const words of foreign) await this.#hold(words);
  }

  /** All together; when that does not end well, one by one, so that only what is to blame goes without an analysis. */
  async #scan(waiting: readonly Waiting[]): Promise<void> {
    if (this.#shared.patience.isLost) return this.#giveUp(waiting);
    this.#shared.scanner.renew();
    const reply = await this.#shared.scanner.scan(waiting.map(({ source }) => source));
    if (reply.kind === "findings") return this.#hearAll(waiting, reply);
    if (reply.kind === "timed-out") this.#shared.patience.lose();
    const [first, second] = waiting;
    if (first === undefined) return;
    if (second === undefined) return this.record.leaveOut(first.place, omissionOfFailure(reply));
    this.record.gap("files-scanned-apart", first.place, "the scanner failed on the skill as a whole");
    for (const each of waiting) await this.#scan([each]);
  }

  /** What one file used up must leave none of the others without an analysis: they are scanned by themselves. */
  async #hearAll(waiting: readonly Waiting[], reply: Findings): Promise<void> {
    const unread = waiting.filter((_, index) => reply.files[index]?.reason === OUT_OF_MEMORY);
    const [first] = unread;
    if (first === undefined || waiting.length === 1) return this.#hear(waiting, reply);
    this.record.gap("files-scanned-apart", first.place, "the memory for one scan was used up");
    this.#hear(waiting, reply, new Set(unread));
    for (const part of this.#apart(unread, first === waiting[0])) await this.#scan(part);
  }

  /** Where even the first was not read to its end, one that it imports may be to blame: it is scanned alone. */
  #apart(unread: readonly Waiting[], firstAlone: boolean): (readonly Waiting[])[] {
    if (this.#repeats++ >= MAX_REPEATS) return unread.map((each) => [each]);
    const parts = firstAlone ? [unread.slice(0, 1), unread.slice(1)] : [unread];
    return parts.filter(({ length }) => length > 0);
  }

  #giveUp(waiting: readonly Waiting[]): void {
    for (const { place } of waiting) this.record.leaveOut(place, limitReached("the scanner timed out too often"));
  }

  #hear(waiting: readonly Waiting[], { observations, files }: Findings, later?: ReadonlySet<Waiting>): void {
    for (const [index, file] of waiting.entries()) {
      if (later?.has(file) === true) continue;
      const { place } = file;
      const scanned = files[index] ?? {
        language: "unknown",
        state: "skipped",
        reason: "the scanner told nothing of it",
      };
      this.record.file(place, scanned);
      if (scanned.state === "skipped") this.record.gap("file-kind-not-analysed", place, scanned.language);
    }
    const citations = new Citations(waiting);
    for (const observation of this.#early.newOf(observations, waiting, later)) {
      const { remark, place, grounds } = citations.cite(observation);
      this.record.finding(remark, place, grounds);
    }
  }
}

function decoded({ path, bytes, isUtf8 }: Text): Decoded {
  if (isUtf8 === true) return { utf8: bytes };
  return decodeSource(bytes, kindOf(path, bytes.subarray(0, HEAD_BYTES)) === "python");
}

function inside({ file, path, order }: FilePlace, name: string): FilePlace {
  return { file: file === undefined ? undefined : `${file}!/${name}`, path: `${path}!/${name}`, order };
}

function digest(evidence: Uint8Array): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(evidence).digest("hex");
}
