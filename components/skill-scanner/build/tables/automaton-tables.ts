import type { CompiledRules, Effect } from "../compile-rules.ts";
import { type PackedAutomaton, packAutomaton } from "../pack-automaton.ts";
import { proseTables } from "../prose/tables.ts";
import { encodeEffect } from "./effects.ts";
import { column, constant, lists } from "./source-text.ts";

/** The automata lie end to end: those of strings, of their starts and of the source text, those of `says`, those of prose. */
const AUTOMATA = { STRINGS: 0, STARTS: 1, SOURCE: 2, LINES: 3 } as const;

export function automatonTables(compiled: CompiledRules): string[] {
  const { strings, stringEffects, starts, startEffects, texts, textEffects, lines, prose } = compiled;
  const ofProse = [...prose.automata.map(({ automaton }) => automaton), prose.gate];
  const packed = [strings, starts, texts, ...lines, ...ofProse].map(packAutomaton);
  const firstOfProse = AUTOMATA.LINES + lines.length;
  const rules = new Map(
    [...stringEffects, ...startEffects]
      .flat()
      .flatMap((effect) => ("line" in effect ? [[effect.line, effect.rule] as const] : [])),
  );
  return [
    ...Object.entries(AUTOMATA).map(([name, index]) => constant(`AUTOMATON_${name}`, index)),
    constant("AUTOMATON_PROSE", firstOfProse),
    constant("AUTOMATON_GATE", firstOfProse + prose.automata.length),
    column("LINE_RULE", "u16", lines, (_, line) => rules.get(line) ?? 0),
    ...packedTables(packed),
    ...acceptTables("STRING", packed[AUTOMATA.STRINGS], stringEffects),
    ...acceptTables("START", packed[AUTOMATA.STARTS], startEffects),
    constant("STARTS_LOST", packed[AUTOMATA.STARTS]?.fresh[starts.classes[ORDINARY] ?? 0] ?? 0),
    ...acceptTables("TEXT", packed[AUTOMATA.SOURCE], textEffects),
    ...proseTables(prose, packed.slice(firstOfProse, -1)),
  ];
}

/** A byte with which no start begins: where it leads, nothing is under way, nor ever will be. */
const ORDINARY = 0x20;

/** See `PackedAutomaton`. */
function packedTables(packed: readonly PackedAutomaton[]): string[] {
  return [
    column("AUTOMATON_START", "u16", packed, ({ start }) => start),
    column("AUTOMATON_ACCEPT", "u16", packed, ({ firstAccept }) => firstAccept),
    column("AUTOMATON_CLASS_COUNT", "u16", packed, ({ classCount }) => classCount),
    column("AUTOMATON_TEMPLATE_COUNT", "u16", packed, ({ templates }) => templates.length),
    ...lists("AUTOMATON_CLASSES", "u8", packed, ({ classes }) => classes),
    ...lists("TEMPLATES", "u16", packed, ({ templates }) => templates.flat()),
    ...lists("STATE_TEMPLATE", "u8", packed, ({ template }) => template),
    ...lists("STATE_BASE", "u32", packed, ({ base }) => base),
    ...lists("ENTRY_CHECK", "u16", packed, ({ check }) => check),
    ...lists("ENTRY_NEXT", "u16", packed, ({ next }) => next),
  ];
}

/** Of each accepting state, what its patterns lead to. */
function acceptTables(
  name: string,
  packed: PackedAutomaton | undefined,
  effects: readonly (readonly Effect[])[],
): string[] {
  const effectsOf = (patterns: readonly number[]) =>
    patterns.flatMap((pattern) => (effects[pattern] ?? []).map(encodeEffect));
  return lists(`${name}_EFFECTS`, "u16", packed?.accepts ?? [], effectsOf);
}
