import { CONFIRMED_BYTES } from "../../match.ts";
import type { PackedAutomaton } from "../pack-automaton.ts";
import { column, constant, data, lists } from "../tables/source-text.ts";
import type { CompiledProse } from "./compile.ts";
import { kindOfByte, LAST_WORD_KIND, wakes } from "./wakes.ts";

/** In the place of the number of a line pattern. */
const NO_LINE = 0xffff;

/** The prose rules as static data; `packed` are their automata. */
export function proseTables(prose: CompiledProse, packed: readonly PackedAutomaton[]): string[] {
  const { features, phrases, rules } = prose;
  const accepts = packed.map((automaton, i) => automaton.accepts.map((list) => list.map((k) => k + firstOf(prose, i))));
  return [
    constant("PROSE_BIT_COUNT", prose.bitCount),
    constant("PROSE_PHRASE_COUNT", phrases.length),
    constant("PROSE_RULE_COUNT", rules.length),
    constant("PROSE_AUTOMATA", packed.length),
    column("PROSE_STATES", "u16", accepts, (_, i) => accepts.slice(0, i).flat().length),
    ...lists("PROSE_EFFECTS", "u16", accepts.flat(), (patterns) => patterns),
    data(
      "PROSE_KINDS",
      "u8",
      Array.from({ length: 256 }, (_, byte) => kindOfByte(byte)),
    ),
    constant("PROSE_LAST_WORD_KIND", LAST_WORD_KIND),
    data("PROSE_WAKES", "u8", wakes(prose.automata.map(({ automaton }) => automaton))),
    ...lists("PROSE_FRESH", "u16", packed, ({ fresh }) => fresh),
    column("PROSE_FEATURE_ROLE", "u8", features, ({ role }) => role),
    column("PROSE_FEATURE_ANYWHERE", "u8", features, ({ anywhere }) => anywhere),
    column("PROSE_FEATURE_CONFIRM", "u16", features, ({ confirm }) => confirm ?? NO_LINE),
    constant("NO_LINE", NO_LINE),
    constant("CONFIRMED_BYTES", CONFIRMED_BYTES),
    ...lists("PROSE_ASSERTED", "u16", features, ({ asserted }) => asserted),
    ...lists("PROSE_DENIED", "u16", features, ({ denied }) => denied),
    ...lists("PROSE_BIT_SETS", "u16", prose.sets, (sets) => sets),
    ...lists("PROSE_BIT_PHRASES", "u16", prose.steps, (steps) => steps),
    ...lists("PROSE_BIT_RULES", "u16", rulesByBit(prose), (list) => list),
    column("PROSE_PHRASE_BIT", "u16", phrases, ({ bit }) => bit),
    column("PROSE_PHRASE_GAP", "u8", phrases, ({ gap }) => gap),
    column("PROSE_PHRASE_LENGTH", "u8", phrases, ({ length }) => length),
    column("PROSE_RULE_RULE", "u16", rules, ({ rule }) => rule),
    column("PROSE_RULE_WITHIN", "u8", rules, ({ within }) => within),
    column("PROSE_RULE_CHANNELS", "u8", rules, ({ channels }) => channels),
    column("PROSE_RULE_DESPITE", "u8", rules, ({ despite }) => despite),
    ...lists("PROSE_RULE_ALL", "u16", rules, ({ all }) => all),
    ...lists("PROSE_RULE_NONE", "u16", rules, ({ none }) => none),
  ];
}

function firstOf({ automata }: CompiledProse, index: number): number {
  return automata[index]?.first ?? 0;
}

/** Of each bit: the rules that ask for it. */
function rulesByBit({ bitCount, rules }: CompiledProse): number[][] {
  return Array.from({ length: bitCount }, (_, bit) =>
    rules.flatMap(({ all }, rule) => (all.includes(bit) ? [rule] : [])),
  );
}
