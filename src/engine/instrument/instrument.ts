import { CORE, type CoreModule, SECTION_ORDER, walkCoreModule } from "../wasm/core-module.ts";
import { malformed } from "../wasm/malformed.ts";
import { Reader } from "../wasm/reader.ts";
import type { Section } from "../wasm/sections.ts";
import { nothingSpent } from "../wasm/walk.ts";
import { Additions } from "./additions.ts";
import type { Body } from "./body.ts";
import { type Edit, encodeEdits, growthOf, leb } from "./edits.ts";
import { type Facts, factsOf } from "./facts.ts";
import { fuelEdits } from "./fuel.ts";
import { growthEdits, growthPlaces } from "./growth.ts";
import { checkDeclarations } from "./indices.ts";
import { leavesOf } from "./leaves.ts";
import type { Leaves } from "./regions.ts";

export interface InstrumentOptions {
  /** Count fuel at function entries and loop heads. */
  readonly fuel: boolean;
}

/**
 * The edits that make a core module ask before it grows a memory or a table and, if wanted, count its work.
 *
 * They are for `applyEdits` and then for `Rations` of the guest process; a module that never grows anything gets none
 * without fuel. Results, traps and exports stay what they were.
 *
 * @param bytes one core module, as hostile as any
 * @throws SandboxError `invalid-component` when it is no module, has instructions that we do not know, or names what only
 * we would add
 */
export function instrument(bytes: Uint8Array, { fuel }: InstrumentOptions): Uint8Array {
  const module = walkCoreModule(bytes, 0, bytes.length, nothingSpent());
  const facts = factsOf(bytes, module);
  checkDeclarations(facts);
  const additions = new Additions(facts);
  const bodies = bodyEdits(bytes, facts, additions, fuel);
  const edits = bodies.length === 0 ? [] : withSections(bytes, facts, additions, { fuel, bodies });
  return encodeEdits(bytes.length, initialOf(facts), edits);
}

/** A module's own memories and tables; what it imports counts where it was made. */
function initialOf({ memories, importedMemories, tables, importedTables }: Facts) {
  const sum = (sizes: readonly { initial: number }[]) => sizes.reduce((total, { initial }) => total + initial, 0);
  return { pages: sum(memories.slice(importedMemories)), elements: sum(tables.slice(importedTables)) };
}

/** The changes inside function bodies, the length before each changed body among them. */
function bodyEdits(bytes: Uint8Array, facts: Facts, additions: Additions, fuel: boolean): Edit[] {
  const bodies = bodiesOf(bytes, facts, fuel);
  const leaves: Leaves = fuel ? leavesOf(bodies, facts) : new Map();
  const edits: Edit[] = [];
  for (const body of bodies) {
    const charged = fuel && !leaves.has(body.index);
    const inside = charged ? fuelEdits(body, { facts, additions, leaves }) : growthEdits(body, facts, additions);
    if (inside.length === 0) continue;
    const { at, start, end } = body;
    edits.push({ at, remove: start - at, insert: leb(end - start + growthOf(inside)) });
    for (const edit of inside) edits.push(edit);
  }
  return edits;
}

/** All bodies, or those in which something may grow. */
function bodiesOf(bytes: Uint8Array, facts: Facts, all: boolean): Body[] {
  const { module, functions, types } = facts;
  const section = sectionOf(module, CORE.code);
  if (section === undefined) return [];
  const reader = new Reader(bytes, section.start, section.end);
  const count = reader.u32();
  if (count !== module.functions) throw malformed(section.start, `${count} bodies for ${module.functions} functions`);
  const from = reader.offset;
  const lengths = reader.stretches(count);
  reader.finish("the code section");
  const bodyOf = (at: number, place: number): Body => {
    const index = functions.length - count + place;
    const start = new Reader(bytes, at, section.end);
    const length = start.u32();
    return { index, bytes, at, start: start.offset, end: start.offset + length, type: types[functions[index] ?? -1] };
  };
  if (all) return lengths.map(bodyOf);
  return bodiesWith(growthPlaces(bytes, from, section.end, facts), lengths, bodyOf);
}

/** The bodies that have one of these places inside, both in file order. */
function bodiesWith(
  places: readonly number[],
  lengths: readonly number[],
  bodyOf: (at: number, place: number) => Body,
): Body[] {
  const bodies: Body[] = [];
  let next = 0;
  for (const place of places) {
    while ((lengths[next] ?? Infinity) <= place) next += 1;
    const body = bodyOf(lengths[next - 1] ?? 0, next - 1);
    if (body.start <= place && bodies.at(-1)?.at !== body.at) bodies.push(body);
  }
  return bodies;
}

/** The order of sections that get something, and whose places are known where a module has none of them. */
const EXTENDED = [CORE.type, CORE.function, CORE.table, CORE.global, CORE.export, CORE.start, CORE.code] as const;

function withSections(
  bytes: Uint8Array,
  facts: Facts,
  additions: Additions,
  { fuel, bodies }: { readonly fuel: boolean; readonly bodies: readonly Edit[] },
): Edit[] {
  const { module } = facts;
  const start = sectionOf(module, CORE.start);
  const added = additions.sections(facts.start, fuel);
  return EXTENDED.flatMap((id) => {
    if (id === CORE.start)
      return start === undefined ? [] : [{ at: start.at, remove: start.end - start.at, insert: [] }];
    const addition = added.get(id);
    if (addition === undefined || addition.count === 0) return [];
    const section = sectionOf(module, id);
    if (section === undefined) return [newSection(module, id, addition)];
    return longerSection(bytes, section, addition, id === CORE.code ? bodies : []);
  });
}

interface Addition {
  readonly count: number;
  readonly bytes: readonly number[];
}

function newSection(module: CoreModule, id: number, { count, bytes }: Addition): Edit {
  const content = [...leb(count), ...bytes];
  const next = module.sections.find((section) => isAfter(section.id, id));
  return { at: next?.at ?? module.end, remove: 0, insert: [id, ...leb(content.length), ...content] };
}

function longerSection(bytes: Uint8Array, section: Section, added: Addition, inside: readonly Edit[]): Edit[] {
  const reader = new Reader(bytes, section.start, section.end);
  const count = leb(reader.u32() + added.count);
  const content = section.end - reader.offset + growthOf(inside) + added.bytes.length;
  const head = {
    at: section.at + 1,
    remove: reader.offset - section.at - 1,
    insert: [...leb(count.length + content), ...count],
  };
  return [head, ...inside, { at: section.end, remove: 0, insert: added.bytes }];
}

function sectionOf(module: CoreModule, id: number): Section | undefined {
  return module.sections.find((section) => section.id === id);
}

/** Custom sections have no place in the order. */
function isAfter(id: number, other: number): boolean {
  return SECTION_ORDER.indexOf(id) > SECTION_ORDER.indexOf(other);
}
