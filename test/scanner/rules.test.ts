import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CATEGORIES, CONFIDENCES, LANGUAGES, SEVERITIES } from "../../components/skill-scanner/rule.ts";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";
import { filesOf, replaced } from "./rule-examples.ts";

const FOLDER = join(import.meta.dirname, "../../components/skill-scanner/rules");
const ids = rules.map(({ id }) => id);

/** Steps that one byte may cost; what is measured lies below a quarter of it. */
const STEPS_PER_BYTE = 120;
/** Folding may take this much before it is bounded by the length of the file. */
const FIXED_STEPS = 2 ** 20;
/** rules.all.test.ts tries every beginning, and longer ones. */
const LONG = 8_000;

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

test("every file of the folder is a rule in the index, under its own name", () => {
  const files = globSync("*.ts", { cwd: FOLDER }).map((file) => basename(file, ".ts"));
  expect(ids.toSorted()).toEqual(files.filter((file) => file !== "index").toSorted());
});

test("there are at least 150 rules, and some in each category", () => {
  expect(rules.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rules.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
});

/** Reported by the component; test/scan/host-rules.test.ts makes the others happen. */
const ofEngine = rules.filter(({ match }) => [match].flat().every(({ kind }) => kind !== "host"));

describe.each(rules)("$id", (rule) => {
  test("has words, references and levels that the report can show", () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[a-zA-Z.].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z][^\n]*\.$/);
    expect(rule.fix).toMatch(/^[A-Z][^\n]*\.$/);
    expect(rule.title.length + rule.why.length).toBeLessThan(300);
    expect(rule.references.length).toBeGreaterThan(0);
    expect(SEVERITIES).toContain(rule.severity);
    expect(CONFIDENCES).toContain(rule.confidence);
    expect(rule.languages).not.toEqual([]);
    expect(LANGUAGES).toEqual(expect.arrayContaining([...rule.languages]));
    if (rule.yieldsTo !== undefined) expect(ids).toContain(rule.yieldsTo);
  });

  test("has examples, and near misses that are other than them", () => {
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.bad.filter((code) => rule.good.includes(code))).toEqual([]);
  });
});

describe.each(ofEngine)("$id", (rule) => {
  test.each(rule.bad.map((code) => ({ code })))("finds exactly one in $code", ({ code }) => {
    expect(scanner.rules(code).filter((id) => id === rule.id)).toEqual([rule.id]);
  });

  test.each(rule.good.map((code) => ({ code })))("finds none in $code", ({ code }) => {
    expect(scanner.rules(code).filter((id) => id === rule.id)).toEqual([]);
  });

  test("stays linear when the beginning of an example is repeated", () => {
    for (const example of rule.bad.slice(0, 1)) {
      for (const { path, text } of filesOf(example)) {
        const begun = text.slice(0, Math.ceil(text.length / 2));
        const code = begun.repeat(Math.ceil(LONG / begun.length));
        const steps = scanner.steps(replaced(example, path, code));
        expect(steps, JSON.stringify(begun)).toBeLessThan(FIXED_STEPS + STEPS_PER_BYTE * code.length);
      }
    }
  });
});
