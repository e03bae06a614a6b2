import { expect, test } from "vitest";
import { amount } from "../../support/amount.ts";
import { collidingNames } from "../colliding-names.ts";
import { javascriptProbeMaker, type Probe, type SYNTAX } from "../parser-probe.ts";
import { seededRandom } from "../seeded-random.ts";
import { javascriptSamples, jsxSamples, typescriptSamples } from "./javascript-samples.ts";
import { javascriptTokens } from "./javascript-tokens.ts";

const newProbe = await javascriptProbeMaker();

/** Twice the input may take this much more work: linear, with room for what is counted once. */
const MOST_GROWTH = 2.2;
/** Below this many steps constant costs show. */
const FEWEST_STEPS = 2000;

const SYNTAXES: readonly (keyof typeof SYNTAX)[] = ["js", "ts", "tsx"];

/** Steps for a doubled input over steps for the input; the unit stands alone, or in a head and foot that it may spoil. */
function growth(probe: Probe, unit: string, count: number, head = "", foot = ""): number {
  const once = probe.parse(head + unit.repeat(count) + foot).steps;
  const twice = probe.parse(head + unit.repeat(2 * count) + foot).steps;
  return once < FEWEST_STEPS ? 0 : twice / once;
}

test.each(SYNTAXES)("each token, repeated, as %s", (syntax) => {
  const probe = newProbe(syntax);
  for (const unit of [
    ...javascriptTokens,
    "a<",
    "a<b>",
    "f<a,",
    "(a:",
    "a\n<b>(",
    "/*\n",
    "a/**/",
    "get/**/",
    "`${`",
    "<a>{",
    "x as A<",
    "type A<",
  ]) {
    expect(growth(probe, unit, 2200), unit).toBeLessThan(MOST_GROWTH);
    expect(growth(probe, unit, 2200, "x = `${a(", ")}`;\n"), unit).toBeLessThan(MOST_GROWTH);
    expect(growth(probe, unit, 2200, "class A { b = {", "} }\n"), unit).toBeLessThan(MOST_GROWTH);
  }
});

test.each(SYNTAXES)("valid code, as %s", (syntax) => {
  for (const sample of [...javascriptSamples, ...typescriptSamples, ...jsxSamples])
    expect(growth(newProbe(syntax), sample, 50), sample).toBeLessThan(MOST_GROWTH);
});

test.each(SYNTAXES)("random sequences of tokens, repeated, as %s", (syntax) => {
  const random = seededRandom(13);
  const probe = newProbe(syntax);
  const worst = { growth: 0, unit: "" };
  for (let i = 0; i < amount(150, 600); i++) {
    const unit = Array.from({ length: 1 + random(6) }, () => javascriptTokens[random(javascriptTokens.length)]).join(
      "",
    );
    const found = growth(probe, unit, 1000);
    if (found > worst.growth) Object.assign(worst, { growth: found, unit });
  }
  expect(worst.growth, JSON.stringify(worst.unit)).toBeLessThan(MOST_GROWTH);
  expect(worst.growth).toBeGreaterThan(1.8);
});

test("the check fails on work that is not linear", () => {
  const names = collidingNames(9); // looking up names that collide costs the square of their number
  const half = newProbe().parse(names.slice(0, names.length / 2).join("\n")).steps;
  expect(newProbe().parse(names.join("\n")).steps / half).toBeGreaterThan(MOST_GROWTH);
});
