import { CharSet, type Concatenation, type Element, JS, NFA, type NoParent } from "refa";
import { utf8Sequences } from "./utf8.ts";

/** Bytes that UTF-8 never uses stand for the edges of a text; `assembly/matcher.ts` feeds them. */
export const TEXT_START = 0xfe;
export const TEXT_END = 0xff;

const LAST_BYTE = 0xff;
/** What may follow ASCII in a byte automaton: any byte of a longer character, or of a hole in a folded text. */
const BEYOND_ASCII = CharSet.empty(LAST_BYTE).union([{ min: 0x80, max: 0xfd }]);
const EDGES = CharSet.empty(LAST_BYTE).union([{ min: TEXT_START, max: TEXT_END }]);

type Part = NoParent<Element>;
type Sequence = NoParent<Concatenation>;

/**
 * A regular expression as an automaton over UTF-8 bytes.
 *
 * `^`, `$`, `(?<!x)` and `(?!x)` may stand at the edges of the pattern: there they eat one character, or an edge of the
 * text, which changes where a match ends and not whether there is one. Other assertions and back-references are errors.
 *
 * @throws Error when the pattern cannot be matched by a finite automaton of this kind
 */
export function byteAutomaton(pattern: RegExp): NFA {
  const { expression } = JS.Parser.fromLiteral(pattern).parse({ backreferences: "throw" });
  const alternatives = expression.alternatives.map((sequence) =>
    sequenceToBytes(sequence, { first: true, last: true }, pattern),
  );
  return NFA.fromRegex(alternatives, { maxCharacter: LAST_BYTE });
}

/** Whether a part stands at the beginning and at the end of the pattern. */
interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

function sequenceToBytes(sequence: Sequence, at: Edges, pattern: RegExp): Sequence {
  const last = sequence.elements.length - 1;
  const elements = sequence.elements.map((element, i) =>
    toBytes(element, { first: at.first && i === 0, last: at.last && i === last }, pattern),
  );
  return { type: "Concatenation", elements };
}

/** One character that satisfies the assertion, or for a negative one the edge of the text. */
function edge(alternatives: readonly Sequence[], negate: boolean, pattern: RegExp): Part {
  const set = singleSet(alternatives, pattern);
  const points = negate ? set.negate() : set;
  const bytes = oneOf(byteSequences(points));
  if (!negate) return bytes;
  return choice([[bytes], [{ type: "CharacterClass", characters: EDGES }]]);
}

function singleSet(alternatives: readonly Sequence[], pattern: RegExp): CharSet {
  const sets = alternatives.map(({ elements: [only, ...rest] }) => {
    if (only?.type !== "CharacterClass" || rest.length > 0)
      throw unsupported(pattern, "an assertion on more than one character");
    return only.characters;
  });
  return sets.reduce((all, set) => all.union(set));
}

function toBytes(element: Part, at: Edges, pattern: RegExp): Part {
  switch (element.type) {
    case "CharacterClass":
      return oneOf(byteSequences(element.characters));
    case "Alternation":
      return {
        ...element,
        alternatives: element.alternatives.map((sequence) => sequenceToBytes(sequence, at, pattern)),
      };
    case "Quantifier": {
      const inside = element.max === 1 ? at : { first: false, last: false };
      return {
        ...element,
        alternatives: element.alternatives.map((sequence) => sequenceToBytes(sequence, inside, pattern)),
      };
    }
    case "Assertion":
      if (element.kind === "behind" ? !at.first : !at.last)
        throw unsupported(pattern, "an assertion inside the pattern");
      return edge(element.alternatives, element.negate, pattern);
    default:
      throw unsupported(pattern, `${element.type} inside the pattern`);
  }
}

/**
 * A class that takes all of non-ASCII becomes ASCII plus any byte beyond, so that `[^"]*` stays one state. Inside a
 * repetition that is the same; elsewhere it counts a longer character as several.
 */
function byteSequences(points: CharSet): CharSet[][] {
  if (points.isSupersetOf({ min: 0x80, max: points.maximum })) return [[asciiOf(points).union(BEYOND_ASCII)]];
  return points.ranges.flatMap(({ min, max }) =>
    utf8Sequences(min, max).map((sequence) =>
      sequence.map(([low, high]) => CharSet.empty(LAST_BYTE).union([{ min: low, max: high }])),
    ),
  );
}

function asciiOf(points: CharSet): CharSet {
  const ascii = points.ranges
    .filter(({ min }) => min < 0x80)
    .map(({ min, max }) => ({ min, max: Math.min(max, 0x7f) }));
  return CharSet.empty(LAST_BYTE).union(ascii);
}

/** Single bytes are joined into one class; the rest are alternatives. */
function oneOf(sequences: readonly CharSet[][]): Part {
  const single = sequences.filter(({ length }) => length === 1).flat();
  const long = sequences.filter(({ length }) => length > 1).map((sequence) => sequence.map(classOf));
  if (single.length > 0) long.unshift([classOf(CharSet.empty(LAST_BYTE).union(...single))]);
  return choice(long);
}

function classOf(characters: CharSet): Part {
  return { type: "CharacterClass", characters };
}

function choice(alternatives: readonly Part[][]): Part {
  const [only, ...rest] = alternatives;
  if (only?.length === 1 && only[0] !== undefined && rest.length === 0) return only[0];
  return { type: "Alternation", alternatives: alternatives.map((elements) => ({ type: "Concatenation", elements })) };
}

function unsupported(pattern: RegExp, what: string): Error {
  return new Error(`Pattern ${pattern} has ${what}, which the scanner's automata cannot match`);
}
