import { describe, expect, test } from "vitest";
import { hostileInputs } from "./hostile-inputs.ts";
import { probeMaker } from "./parser-probe.ts";

const MOST_MEMORY = 256 * 2 ** 20;
/** Tokens and nodes for a byte of source: a densest byte is a token, a node, and may be read twice. */
const MOST_STEPS_PER_BYTE = 4;
/** A hang guard, not a measure of speed. */
const PATIENCE_MS = 20_000;

const newProbe = await probeMaker();
const inputs = hostileInputs().map((input) => ({ ...input, facts: once(() => newProbe().parse(input.bytes)) }));

test("there are 64 of them, with names of their own", () => {
  expect(new Set(inputs.map((input) => input.name)).size).toBe(64);
});

describe("parsing finishes, in bounded memory and linear work", () => {
  test.each(inputs)("$name", { timeout: PATIENCE_MS }, ({ bytes, facts: read }) => {
    const facts = read();
    expect(facts.memoryBytes).toBeLessThan(MOST_MEMORY);
    expect(facts.steps).toBeLessThan(200 + bytes.length * MOST_STEPS_PER_BYTE);
  });
});

test("what is planted behind the mess is seen, or the file is reported", () => {
  const missed = inputs.filter(
    ({ planted, bytes }) =>
      planted &&
      !newProbe()
        .calls(bytes)
        .some((call) => call.endsWith(":system:1")),
  );
  expect(missed.map((input) => input.name)).toEqual(["quotes1m", "triple_open", "utf16"]); // the host decodes UTF-16
  for (const { facts } of missed) expect(facts().errors).toBeGreaterThan(0);
});

test("every file that was not read as it stands says so", () => {
  const clean = inputs.filter(({ facts: read }) => {
    const facts = read();
    return facts.errors + facts.cutoffs + facts.skippedFrom + facts.unnormalised === 0;
  });
  const spoilt = [
    "paren10k",
    "call10k",
    "quotes1m",
    "indent1k",
    "triple_open",
    "nul",
    "nul_only",
    "py2",
    "random1m",
    "mutated",
    "utf16",
  ];
  expect(clean.map((input) => input.name).filter((name) => spoilt.includes(name))).toEqual([]);
  expect(clean.length).toBeGreaterThan(25);
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
