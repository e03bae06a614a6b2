import { expect, test } from "vitest";
import { SHELL_PIECES } from "./shell-pieces.ts";
import { shellProbeMaker } from "./shell-probe.ts";

const newProbe = await shellProbeMaker();

const MOST_MEMORY = 160 * 2 ** 20;

test("a megabyte of any piece is read in bounded memory, or the rest is reported", () => {
  for (const unit of SHELL_PIECES) {
    const facts = newProbe().parse(unit.repeat(Math.ceil(2 ** 20 / unit.length)));
    expect(facts.memoryBytes, JSON.stringify(unit)).toBeLessThan(MOST_MEMORY);
  }
});
