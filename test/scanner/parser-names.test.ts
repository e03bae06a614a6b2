import { describe, expect, test } from "vitest";
import { probeMaker } from "./parser-probe.ts";
import { seededRandom } from "./seeded-random.ts";

const newProbe = await probeMaker();

/** Whatever an identifier may hold, by this engine's Unicode. */
const identifierCharacters = Array.from({ length: 0x110000 - 0x80 }, (_, i) => i + 0x80)
  .map((point) => (point >= 0xd800 && point < 0xe000 ? "" : String.fromCodePoint(point)))
  .filter((character) => /^\p{XID_Continue}$/u.test(character));

describe("names are compared in Unicode's NFKC form", () => {
  test.each([
    ["fullwidth", "ｏｓ.ｓｙｓｔｅｍ(1)", "1:system:1"],
    ["mathematical", "𝓮𝔁𝓮𝓬(1)", "1:exec:1"],
    ["ligatures", "ﬁle.ﬀﬄ()", "1:ffffl:0"],
    ["superscripts and subscripts", "ᵉᵛᵃˡ(xₐ)", "1:eval:1"],
    ["letterlike", "ℯ𝓍ℯ𝒸(1)", "1:exec:1"],
    ["Roman numerals", "ⅷ()", "1:viii:0"],
    ["the long s", "ſyſtem(1)", "1:system:1"],
  ])("%s characters stand for ASCII ones", (_, source, call) => {
    expect(newProbe().calls(source)).toEqual([call]);
    expect(newProbe().parse(`pass\n${source}`)).toMatchObject({ disguisedLine: 2, unnormalised: 0, errors: 0 });
  });

  test("every character that becomes ASCII is replaced by it", () => {
    const characters = identifierCharacters.filter((character) => /^[\x21-\x7e]+$/.test(character.normalize("NFKC")));
    expect(characters.length).toBeGreaterThan(900);
    const calls = newProbe().calls(characters.map((character) => `a${character}z()`).join("\n"));
    expect(calls).toEqual(characters.map((character, i) => `${i + 1}:a${character.normalize("NFKC")}z:0`));
  });

  test("every other character that changes is reported", () => {
    const characters = identifierCharacters.filter((character) => !/^[\x21-\x7e]+$/.test(character.normalize("NFKC")));
    const changing = characters.filter((character) => character.normalize("NFKC") !== character);
    expect(newProbe().parse(changing.map((character) => `a${character}z()`).join("\n")).unnormalised).toBe(
      changing.length,
    );
  });

  test("letters that never change are not", () => {
    const stable = identifierCharacters.filter(
      (character) => /\p{Lo}|\p{Lu}|\p{Ll}/u.test(character) && isStable(character),
    );
    expect(stable.length).toBeGreaterThan(100_000);
    expect(newProbe().parse(stable.map((character) => `${character}()`).join("\n")).unnormalised).toBe(0);
  });

  test("two spellings of one name are one name, or reported", () => {
    const marks = identifierCharacters.filter((character) => /\p{M}/u.test(character));
    const random = seededRandom(3);
    const pick = (from: readonly string[]) => from[random(from.length)] ?? "";
    const probe = newProbe();
    let differing = 0;
    for (let i = 0; i < 3000; i++) {
      const name = `a${pick(identifierCharacters)}${pick(marks)}${pick(marks)}${pick(identifierCharacters)}`;
      const other = name.normalize(i % 2 === 0 ? "NFKC" : "NFD");
      if (other === name) continue;
      differing++;
      const [first, second] = probe.calls(`${name}()\n${other}()`);
      if (first?.slice(2) !== second?.slice(2))
        expect(probe.parse(`${name}()\n${other}()`).unnormalised).toBeGreaterThan(0);
    }
    expect(differing).toBeGreaterThan(500);
  });

  test("a keyword in disguise is a name, as CPython has it", () => {
    expect(newProbe().parse("ｉf = 1\nclaſs = ｉf\n")).toMatchObject({ errors: 0, disguised: 3 });
    expect(newProbe().parse("ｉmport os\n").errors).toBeGreaterThan(0);
  });

  test("a long name costs no more than its length", () => {
    expect(newProbe().parse(`${"ｏ".repeat(300_000)} = 1`)).toMatchObject({ disguised: 1, errors: 0 });
  });
});

/** Parts of composed characters that may join with what stands before them: accents, but also vowels and finals of Hangul. */
const joining = new Set(identifierCharacters.flatMap((character) => [...character.normalize("NFD")].slice(1)));

function isStable(character: string): boolean {
  return character.normalize("NFKC") === character && !joining.has(character);
}
