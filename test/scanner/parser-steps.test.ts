import { describe, expect, test } from "vitest";
import { amount } from "../support/amount.ts";
import { collidingNames } from "./colliding-names.ts";
import { type Probe, probeMaker } from "./parser-probe.ts";
import { pythonSamples } from "./python-samples.ts";
import { pythonTokens } from "./python-tokens.ts";
import { seededRandom } from "./seeded-random.ts";

const newProbe = await probeMaker();

/** Twice the input may take this much more work: linear, with room for what is counted once. */
const MOST_GROWTH = 2.2;
/** Below this many steps constant costs show. */
const FEWEST_STEPS = 2000;

/** Steps for a doubled input over steps for the input; the unit stands alone, or in a head and foot that it may spoil. */
function growth(probe: Probe, unit: string, count: number, head = "", foot = ""): number {
  const once = probe.parse(head + unit.repeat(count) + foot).steps;
  const twice = probe.parse(head + unit.repeat(2 * count) + foot).steps;
  return once < FEWEST_STEPS ? 0 : twice / once;
}

describe("work grows with the length of the input", () => {
  test.each(
    [
      "match (\n",
      "match x'\n",
      "match (x)\n",
      "match(x):\n",
      "match \\\n",
      "print \\\n",
      "type \\\n",
      "match not ",
      "(\nx ",
      "(\nimport",
      "[\n  def ",
      "{\nimport x\n",
      "f'''{a '{",
      'f"{',
      "f'{a!r:{",
      "f'{x:",
      "f'''{\n#",
      "'\\\n",
      "\\N{",
      'f"\\N{',
      "\\\n ",
      "'''",
      "f'''",
      '"',
      "f'{{",
      "f'}",
      "rf'{\\",
      "\t",
      "#\n",
      " #",
      ";",
      "@x\n",
      "else\n",
      "elif x:\n",
      "x if ",
      "lambda ",
      "a.",
      "a(",
      "a[",
      "a{",
      "not ",
      "-",
      "**",
      "* ",
      "*a,",
      ":",
      ":=",
      "->",
      "=",
      "a = ",
      "a: ",
      "$",
      "\\",
      "\0",
      "\u00e9",
      "\uff4f",
      "e\u0301 ",
      "0x",
      "1e",
      "1_",
      ".",
      "...",
      "case ",
      "async ",
      "await ",
      "yield ",
      "from . ",
      "import a.b, ",
      "global a, ",
      "with (a as b, ",
      "try:\n",
      "class A(",
      "def f(a=",
      "`",
      "!",
      "\r",
      "\x0c",
    ].map((unit) => [unit]),
  )("%j", (unit) => {
    const probe = newProbe();
    expect(growth(probe, unit, 2200)).toBeLessThan(MOST_GROWTH);
    expect(growth(probe, unit, 2200, 'x = f"""{a(', ')}"""\n')).toBeLessThan(MOST_GROWTH);
    expect(growth(probe, unit, 2200, "x = f'{a:", "{b}}'\n")).toBeLessThan(MOST_GROWTH);
    expect(growth(probe, unit, 2200, "match x:\n  case [", "]: pass\n")).toBeLessThan(MOST_GROWTH);
  });

  test("of valid code", () => {
    for (const sample of pythonSamples) expect(growth(newProbe(), sample, 50)).toBeLessThan(MOST_GROWTH);
  });

  test("of random sequences of tokens, repeated", () => {
    const random = seededRandom(11);
    const probe = newProbe();
    const worst = { growth: 0, unit: "" };
    for (let i = 0; i < amount(400, 1500); i++) {
      const unit = Array.from({ length: 1 + random(6) }, () => pythonTokens[random(pythonTokens.length)]).join("");
      const found = growth(probe, unit, 1000);
      if (found > worst.growth) Object.assign(worst, { growth: found, unit });
    }
    expect(worst.growth, JSON.stringify(worst.unit)).toBeLessThan(MOST_GROWTH);
    expect(worst.growth).toBeGreaterThan(1.8);
  });
});

test("the check fails on work that is not linear", () => {
  const names = collidingNames(9); // looking up names that collide costs the square of their number
  const probe = newProbe();
  expect(
    probe.parse(names.join("\n")).steps / probe.parse(names.slice(0, names.length / 2).join("\n")).steps,
  ).toBeGreaterThan(MOST_GROWTH);
});
