import type { Automaton } from "./automaton.ts";

/** Rows that are stored whole. Most states differ from one of them in a few places only. */
const MAX_TEMPLATES = 192;

/** Exceptions of one state from which on it is made a template. */
const WORTH_A_TEMPLATE = 8;
const MAX_CLASSES = 256;
/** Places that are tried for a row. */
const LOOK_BACK = 2_000;

/**
 * An automaton in a tenth of its size. States are numbered anew: templates first, accepting states last.
 * From `state` by `class`: of a template `templates[state][class]`; of any other `next[i]` with `i = base[state] + class`
 * when `check[i]` is the state, else `templates[template[state]][class]`.
 */
export interface PackedAutomaton {
  readonly classes: readonly number[];
  readonly classCount: number;
  readonly start: number;
  readonly fresh: readonly number[];
  readonly firstAccept: number;
  readonly templates: readonly (readonly number[])[];
  readonly template: readonly number[];
  readonly base: readonly number[];
  readonly check: readonly number[];
  readonly next: readonly number[];
  /** Patterns of the states from `firstAccept` on. */
  readonly accepts: readonly (readonly number[])[];
}

/** `automaton` comes from `minimize`: its accepting states are the last ones. */
export function packAutomaton(automaton: Automaton): PackedAutomaton {
  const firstAccept = automaton.accepts.findIndex((patterns) => patterns.length > 0);
  const silent = firstAccept < 0 ? automaton.next.length : firstAccept;
  const chosen = chooseTemplates(automaton, silent);
  const ordered = reorder(automaton, chosen);
  const templates = ordered.next.slice(0, chosen.length);
  const nearest = ordered.next.map((row) => nearestTemplate(row, templates));
  return {
    classes: ordered.classes,
    classCount: ordered.classCount,
    start: ordered.start,
    fresh: ordered.fresh,
    firstAccept: silent,
    templates,
    template: nearest,
    ...interleave(
      ordered.next.map((row, state) =>
        state < chosen.length ? [] : exceptions(row, templates[nearest[state] ?? 0] ?? []),
      ),
    ),
    accepts: ordered.accepts.slice(silent),
  };
}

/**
 * First the states near the start, because a state that has read more mostly goes on as the one that has read only its
 * last characters; then, again and again, the one that is farthest from all others chosen.
 */
function chooseTemplates({ next, start }: Automaton, silent: number): number[] {
  const early = [start, ...(next[start] ?? [])].flatMap((state) => [state, ...(next[state] ?? [])]);
  const counts = new Map<number, number>();
  for (const state of early) if (state < silent) counts.set(state, (counts.get(state) ?? 0) + 1);
  const byUse = [...counts].sort(([a, uses], [b, others]) => others - uses || a - b).map(([state]) => state);
  return addFarthest(next.slice(0, silent), byUse.slice(0, MAX_TEMPLATES / 2));
}

function addFarthest(rows: readonly (readonly number[])[], first: readonly number[]): number[] {
  const chosen = [...first];
  const templates = chosen.map((state) => rows[state] ?? []);
  const nearest = (row: readonly number[]) =>
    templates.reduce((least, template) => difference(row, template, least), Number.POSITIVE_INFINITY);
  let distance = rows.map(nearest);
  while (chosen.length < MAX_TEMPLATES) {
    const far = Math.max(...distance);
    if (far < WORTH_A_TEMPLATE) break;
    const state = distance.indexOf(far);
    chosen.push(state);
    distance = rows.map((row, i) => difference(row, rows[state] ?? [], distance[i] ?? 0));
  }
  return chosen;
}

/** In how many places two rows differ; counted up to `most`, as nobody asks who is farther than that. */
function difference(a: readonly number[], b: readonly number[], most: number): number {
  let count = 0;
  for (let i = 0; i < a.length && count < most; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** Numbers the chosen states first; the others keep their order. */
function reorder(automaton: Automaton, chosen: readonly number[]): Automaton {
  const isChosen = new Set(chosen);
  const order = [...chosen, ...automaton.next.map((_, state) => state).filter((state) => !isChosen.has(state))];
  const place: number[] = [];
  for (const [index, state] of order.entries()) place[state] = index;
  return {
    ...automaton,
    next: order.map((state) => (automaton.next[state] ?? []).map((to) => place[to] ?? 0)),
    accepts: order.map((state) => automaton.accepts[state] ?? []),
    start: place[automaton.start] ?? 0,
    fresh: automaton.fresh.map((state) => place[state] ?? 0),
  };
}

function nearestTemplate(row: readonly number[], templates: readonly (readonly number[])[]): number {
  let [least, nearest] = [Number.POSITIVE_INFINITY, 0];
  for (const [index, template] of templates.entries()) {
    const distance = difference(row, template, least);
    if (distance < least) [least, nearest] = [distance, index];
  }
  return nearest;
}

type Exception = readonly [at: number, to: number];

function exceptions(row: readonly number[], template: readonly number[]): Exception[] {
  return row.flatMap((to, at): Exception[] => (to === template[at] ? [] : [[at, to]]));
}

/** Lays the sparse rows over each other so that no two entries meet; rows with many entries look for their place first. */
function interleave(rows: readonly (readonly Exception[])[]): Pick<PackedAutomaton, "base" | "check" | "next"> {
  const room = rows.reduce((sum, row) => sum + row.length, 0) * 2 + 2 * MAX_CLASSES;
  const check = new Int32Array(room); // state 0 is a template and never asked for here: an empty place
  const next = new Int32Array(room);
  const base = rows.map(() => 0);
  const order = [...rows.keys()].sort((a, b) => (rows[b]?.length ?? 0) - (rows[a]?.length ?? 0) || a - b);
  let end = 0;
  for (const state of order) {
    const row = rows[state] ?? [];
    const at = firstFit(check, row, end);
    base[state] = at;
    for (const [offset, to] of row) {
      check[at + offset] = state;
      next[at + offset] = to;
      end = Math.max(end, at + offset + 1);
    }
  }
  const used = end + MAX_CLASSES;
  return { base, check: [...check.subarray(0, used)], next: [...next.subarray(0, used)] };
}

/** The first place near the end of what is used; looking from the beginning would take the square of the time. */
function firstFit(check: Int32Array, row: readonly Exception[], end: number): number {
  const offsets = row.map(([offset]) => offset);
  for (let at = Math.max(0, end - LOOK_BACK); at < end; at++) if (isFree(check, offsets, at)) return at;
  return end;
}

function isFree(check: Int32Array, offsets: readonly number[], at: number): boolean {
  for (const offset of offsets) if (check[at + offset] !== 0) return false;
  return true;
}
