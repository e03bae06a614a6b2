import { ENGINE_EVENTS, type Match } from "../match.ts";
import type { Rule } from "../rule.ts";
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { Conditions } from "./conditions.ts";
import { INTRINSICS } from "./intrinsics.ts";
import { type LabelBits, labelBits, URL_LABEL } from "./label-bits.ts";
import { Labels } from "./labels.ts";
import { NameTree } from "./name-tree.ts";
import { byteAutomaton, TEXT_START } from "./patterns.ts";
import { type CompiledProse, compileProse } from "./prose/compile.ts";

/** What can happen at a name. */
export const EVENT = { Call: 0, Passed: 1, Import: 2, Read: 3 } as const;
export type Event = (typeof EVENT)[keyof typeof EVENT];

/**
 * What a match leads to: a finding of the rule with this index, a bit on the value, or the question whether the text
 * also holds a match of this line pattern, which then makes the finding.
 */
export type Effect =
  | { readonly rule: number }
  | { readonly bit: number }
  | { readonly rule: number; readonly line: number };

export interface Action {
  readonly node: number;
  readonly event: Event;
  /** Offset in the condition program, 0 for none. */
  readonly condition: number;
  readonly effect: Effect;
}

/** Everything that the rules say, ready to be written into the component. */
export interface CompiledRules extends LabelBits {
  readonly rules: readonly Rule[];
  readonly tree: NameTree;
  readonly actions: readonly Action[];
  /** `[node, bit]`: what a value that is this name carries. */
  readonly nodeLabels: readonly (readonly [number, number])[];
  /** Name to rule. */
  readonly attributes: ReadonlyMap<number, number>;
  readonly conditions: readonly number[];
  readonly strings: Automaton;
  /** `stringEffects[pattern]`, for the patterns of `strings`. */
  readonly stringEffects: readonly (readonly Effect[])[];
  /** The same for patterns that begin where a text begins: among the others each would double their states. */
  readonly starts: Automaton;
  readonly startEffects: readonly (readonly Effect[])[];
  /** One for each pattern of `says`. */
  readonly lines: readonly Automaton[];
  /** Of odd characters. */
  readonly texts: Automaton;
  readonly textEffects: readonly (readonly Effect[])[];
  readonly prose: CompiledProse;
  /** Engine event to rule. */
  readonly engineRules: ReadonlyMap<string, number>;
}

/** @throws Error when a rule asks for what the engine cannot do, or two rules claim one attribute or engine event */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const tree = new NameTree();
  const labels = new Labels();
  const conditions = new Conditions(labels, tree);
  numberConfirmations(rules, conditions);
  const matches = rules.flatMap((rule, index) => [rule.match].flat().map((match: Match) => ({ match, index })));
  for (const name of Object.values(INTRINSICS).flat()) tree.node(name);
  const actions = matches.flatMap(({ match, index }) => ruleActions(match, index, tree, conditions));
  const marked = markSources(labels, tree, conditions);
  labels.bitOf(URL_LABEL);
  const inStrings = [...stringPatterns(matches, conditions), ...labelPatterns(labels)];
  const strings = gather(inStrings.filter(({ pattern }) => !beginsAtStart(pattern)));
  const starts = gather(inStrings.filter(({ pattern }) => beginsAtStart(pattern)));
  const texts = gather(textPatterns(matches));
  const prose = compileProse(
    matches.flatMap(({ match, index }) => (match.kind === "prose" ? [{ match, rule: index }] : [])),
    (pattern) => conditions.line(pattern),
  );
  return {
    rules,
    tree,
    actions: [...actions, ...marked.actions].sort((a, b) => a.node - b.node || a.event - b.event),
    nodeLabels: marked.nodeLabels,
    attributes: unique(
      matches.flatMap(({ match, index }) =>
        match.kind === "attribute" ? match.of.map((name) => [tree.name(name), index] as const) : [],
      ),
    ),
    conditions: conditions.words,
    strings: buildAutomaton(strings.patterns),
    stringEffects: strings.effects,
    starts: buildAutomaton(starts.patterns),
    startEffects: starts.effects,
    lines: conditions.linePatterns.map((pattern) => buildAutomaton([pattern])),
    texts: buildAutomaton(texts.patterns),
    textEffects: texts.effects,
    prose,
    engineRules: engineRules(matches),
    ...labelBits(labels),
  };
}

/** A text keeps the questions that it raises as bits: the patterns of `confirm` get the first numbers. */
const MAX_CONFIRMATIONS = 64;

function numberConfirmations(rules: readonly Rule[], conditions: Conditions): void {
  for (const match of rules.flatMap((rule): Match[] => [rule.match].flat())) {
    if (match.kind === "string" && match.confirm !== undefined) conditions.line(match.confirm);
  }
  if (conditions.linePatterns.length > MAX_CONFIRMATIONS) {
    throw new Error(`The rules use more than ${MAX_CONFIRMATIONS} patterns in "confirm"`);
  }
}

interface IndexedMatch {
  readonly match: Match;
  readonly index: number;
}

function ruleActions(match: Match, index: number, tree: NameTree, conditions: Conditions): Action[] {
  const effect = { rule: index };
  const at = (names: readonly string[], event: Event, condition = 0) =>
    names.map((name) => ({ node: tree.node(name), event, condition, effect }));
  switch (match.kind) {
    case "call":
      return [
        ...at(match.of, EVENT.Call, conditions.add(match.where)),
        ...(match.orPassed ? at(match.of, EVENT.Passed) : []),
      ];
    case "import":
      return at(match.of, EVENT.Import);
    case "read":
      return at(match.of, EVENT.Read);
    default:
      return [];
  }
}

/** Sources ask conditions that may use other sources; the loop sees those too, because a Map grows while it is walked. */
function markSources(labels: Labels, tree: NameTree, conditions: Conditions) {
  const actions: Action[] = [];
  const nodeLabels: [number, number][] = [];
  for (const [source, bit] of labels.sources) {
    const condition = conditions.add(source.where);
    actions.push(
      ...source.calls.map((name) => ({ node: tree.node(name), event: EVENT.Call, condition, effect: { bit } })),
    );
    nodeLabels.push(...source.reads.map((name): [number, number] => [tree.node(name), bit]));
  }
  return { actions, nodeLabels };
}

interface PatternEffect {
  readonly pattern: RegExp;
  readonly effect: Effect;
}

function stringPatterns(matches: readonly IndexedMatch[], conditions: Conditions): PatternEffect[] {
  return matches.flatMap(({ match, index }) => {
    if (match.kind !== "string") return [];
    const effect =
      match.confirm === undefined ? { rule: index } : { rule: index, line: conditions.line(match.confirm) };
    return [{ pattern: match.pattern, effect }];
  });
}

function textPatterns(matches: readonly IndexedMatch[]): PatternEffect[] {
  return matches.flatMap(({ match, index }) => {
    if (match.kind !== "characters") return [];
    if (!beginsOddly(match.pattern)) {
      throw new Error(`Pattern ${match.pattern} begins with ordinary characters, where the scanner does not look`);
    }
    return [{ pattern: match.pattern, effect: { rule: index } }];
  });
}

/** Whether it begins with `^`. */
function beginsAtStart(pattern: RegExp): boolean {
  const automaton = byteAutomaton(pattern);
  return [...automaton.initial.out.values()].every((set) => set.ranges.every(({ min }) => min >= TEXT_START));
}

/** `assembly/characters.ts` skips to the next backslash, NUL or byte beyond ASCII. */
function beginsOddly(pattern: RegExp): boolean {
  const automaton = byteAutomaton(pattern);
  return [...automaton.initial.out.values()].every((set) =>
    set.ranges.every(({ min, max }) => min >= 0x80 || (min === max && (min === 0 || min === 0x5c))),
  );
}

function labelPatterns(labels: Labels): PatternEffect[] {
  return [...labels.patterns.values()].flatMap(({ patterns, bit }) =>
    patterns.map((pattern) => ({ pattern, effect: { bit } })),
  );
}

/** One automaton pattern for each distinct expression, with all that hangs on it. */
function gather(found: readonly PatternEffect[]): { patterns: RegExp[]; effects: Effect[][] } {
  const byText = Map.groupBy(found, ({ pattern }) => String(pattern));
  const groups = [...byText.values()];
  return {
    patterns: groups.flatMap(([first]) => first?.pattern ?? []),
    effects: groups.map((group) => group.map(({ effect }) => effect)),
  };
}

function engineRules(matches: readonly IndexedMatch[]): Map<string, number> {
  const rules = unique(
    matches.flatMap(({ match, index }) => (match.kind === "engine" ? [[match.event, index] as const] : [])),
  );
  const missing = ENGINE_EVENTS.filter((event) => !rules.has(event));
  if (missing.length > 0) throw new Error(`No rule reports ${missing.join(", ")}`);
  return rules;
}

function unique<Key>(entries: readonly (readonly [Key, number])[]): Map<Key, number> {
  const map = new Map(entries);
  if (map.size < entries.length) throw new Error(`Two rules claim one of ${entries.map(([key]) => key).join(", ")}`);
  return map;
}
