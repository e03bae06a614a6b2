import { expect, test } from "vitest";
import { type Automaton, buildAutomaton } from "../../components/skill-scanner/build/automaton.ts";
import { type PackedAutomaton, packAutomaton } from "../../components/skill-scanner/build/pack-automaton.ts";

/** Of 64 states. */
const chain = (first: string) => new RegExp(`${first}${"x".repeat(62)}`);

test("states are told apart beyond the 65,536th", () => {
  const automaton = buildAutomaton([chain("q"), ...Array.from({ length: 1023 }, () => chain("<")), chain("r")]);
  for (const [first, pattern] of [
    ["q", 0],
    ["r", 1024],
  ] as const) {
    const text = `${first}${"x".repeat(62)}`;
    expect(matched(automaton, text)).toEqual([pattern]);
    expect(matchedPacked(packAutomaton(automaton), text)).toEqual([pattern]);
  }
});

function matched({ classes, next, accepts, start }: Automaton, text: string): readonly number[] {
  const state = [...Buffer.from(text)].reduce((at, byte) => next[at]?.[classes[byte] ?? 0] ?? 0, start);
  return accepts[state] ?? [];
}

/** As the engine reads the packed tables. */
function matchedPacked(packed: PackedAutomaton, text: string): readonly number[] {
  const { classes, templates, template, base, check, next, firstAccept, accepts } = packed;
  const step = (state: number, byte: number) => {
    const c = classes[byte] ?? 0;
    const entry = (base[state] ?? 0) + c;
    if (state >= templates.length && check[entry] === state) return next[entry] ?? 0;
    return templates[state < templates.length ? state : (template[state] ?? 0)]?.[c] ?? 0;
  };
  const state = [...Buffer.from(text)].reduce(step, packed.start);
  return accepts[state - firstAccept] ?? [];
}
