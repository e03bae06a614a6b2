import { expect, test } from "vitest";
import type { Automaton } from "../../components/skill-scanner/build/automaton.ts";
import { buildAutomaton } from "../../components/skill-scanner/build/automaton.ts";
import { kindOfByte, LAST_WORD_KIND, wakes } from "../../components/skill-scanner/build/prose/wakes.ts";
import { seededRandom } from "./seeded-random.ts";

const PATTERNS = [
  [/(?<![a-z0-9])(?:send|sends? it)(?![a-z0-9])/, /crontab/, /[a-z0-9]@[a-z]/, /[ ](?:but|so that)[ ]/, /,/],
  [/\n/, /_(?:token|key)(?![a-z0-9])/, /(?<![a-z0-9"'])tell [a-z]+ user/, /--|[;:]/, /aa?b/, /\u00e9t\u00e9/],
];
const PIECES = [
  "send",
  "sends",
  " ",
  " it",
  "crontab",
  "cron",
  "a@b",
  "@",
  " but ",
  "so that",
  ",",
  "\n",
  "_",
  "token",
  "key",
];
const MORE_PIECES = ["tell ", "my user", '"', "-", ";", "a", "ab", "aab", "\u00e9", "t\u00e9", "1", ".", "x y", "the "];

const automata = PATTERNS.map((patterns) => buildAutomaton(patterns));
const table = wakes(automata);

/** Places where something ends, by running over every byte. */
function all(automaton: Automaton, bytes: Uint8Array): number[] {
  let state = automaton.start;
  return [...bytes].flatMap((byte, p) => {
    state = step(automaton, state, byte);
    return automaton.accepts[state]?.length ? [p] : [];
  });
}

/** The same, running only where the table wakes it: what assembly/prose/hits.ts does. */
function woken(index: number, automaton: Automaton, bytes: Uint8Array): { found: number[]; looked: number } {
  const found: number[] = [];
  let looked = 0;
  const run = (from: number, first: number): number => {
    let state = first;
    for (let p = from; p < bytes.length; p++) {
      const byte = bytes[p] ?? 0;
      looked++;
      state = step(automaton, state, byte);
      if (automaton.accepts[state]?.length) found.push(p);
      if (kindOfByte(byte) > LAST_WORD_KIND && state === freshOf(automaton, byte)) return p + 1;
    }
    return bytes.length;
  };
  let end = run(0, automaton.start);
  for (let p = 1; p < bytes.length; p++) {
    if (end <= p && (p >= bytes.length - 2 || isAwake(index, bytes, p)))
      end = run(p, freshOf(automaton, bytes[p - 1] ?? 0));
  }
  return { found, looked };
}

function isAwake(index: number, bytes: Uint8Array, p: number): boolean {
  const kind = (at: number) => kindOfByte(bytes[at] ?? 0);
  const behind = kind(p - 1) > LAST_WORD_KIND ? 1 << 15 : 0;
  return (((table[behind | (kind(p) << 10) | (kind(p + 1) << 5) | kind(p + 2)] ?? 0) >> index) & 1) === 1;
}

function step(automaton: Automaton, state: number, byte: number): number {
  return automaton.next[state]?.[automaton.classes[byte] ?? 0] ?? 0;
}

function freshOf(automaton: Automaton, byte: number): number {
  return automaton.fresh[automaton.classes[byte] ?? 0] ?? 0;
}

test("automata that are only run where they are woken find all that they find everywhere", () => {
  const random = seededRandom(3);
  const pieces = [...PIECES, ...MORE_PIECES];
  let matches = 0;
  for (let i = 0; i < 4_000; i++) {
    const text = Array.from({ length: 1 + random(12) }, () => pieces[random(pieces.length)]).join("");
    const bytes = new TextEncoder().encode(text);
    for (const [index, automaton] of automata.entries()) {
      const expected = all(automaton, bytes);
      expect(woken(index, automaton, bytes).found, JSON.stringify(text)).toEqual(expected);
      matches += expected.length;
    }
  }
  expect(matches).toBeGreaterThan(4_000);
});

test("most of an ordinary text wakes none", () => {
  const bytes = new TextEncoder().encode(
    "reading old letters gives quiet minds room in which noone hurries past. ".repeat(20),
  );
  const looked = automata.map((automaton, index) => woken(index, automaton, bytes).looked);
  expect(Math.max(...looked)).toBeLessThan(bytes.length / 2);
});
