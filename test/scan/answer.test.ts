import { describe, expect, it } from "vitest";
import { readAnswer } from "../../src/scanner/answer.ts";
import { answer, RULES, SEEN } from "./support/fake-scanner.ts";

const OBSERVED = { ...SEEN, file: 0 };

describe("readAnswer", () => {
  it("takes a finding as it is", () => {
    expect(readAnswer(answer(SEEN), 1)).toEqual({
      kind: "findings",
      observations: [OBSERVED],
      files: undefined,
      rules: RULES,
    });
  });

  it("fills in what scanners of the older form do not say", () => {
    const { category, severity, line, context, description } = SEEN;
    const read = readAnswer(JSON.stringify({ findings: [{ category, severity, line, context, description }] }), 1);
    expect(read).toMatchObject({
      observations: [{ rule: "dangerous_imports", column: 0, confidence: "medium" }],
      rules: undefined,
    });
  });

  it("drops what it does not know, whatever it is called", () => {
    const text = `{"findings":[${JSON.stringify(SEEN).replace("{", '{"__proto__":{"x":1},"skill":"/etc/passwd","external":false,')}]}`;
    expect(readAnswer(text, 1)).toEqual({
      kind: "findings",
      observations: [OBSERVED],
      files: undefined,
      rules: undefined,
    });
  });

  it.each([
    ["no JSON", "{"],
    ["an array", "[]"],
    ["null", "null"],
    ["no list", '{"findings":{}}'],
    ["nothing", ""],
    ["brackets without end", "[".repeat(1_000_000)],
  ])("refuses %s", (_, text) => {
    expect(readAnswer(text, 1)).toMatchObject({ kind: "failed" });
  });

  it.each([
    ["rule", 7],
    ["rule", "::error::x"],
    ["rule", "a\nb"],
    ["rule", "r".repeat(65)],
    ["category", ""],
    ["category", undefined],
    ["severity", "HIGH"],
    ["severity", "toString"],
    ["confidence", "certain"],
    ["line", -1],
    ["line", 1.5],
    ["line", "3"],
    ["line", 2 ** 40],
    ["column", null],
    ["context", 1],
    ["description", undefined],
    ["file", 1],
    ["file", "0"],
    ["end_column", "9"],
    ["flow", {}],
    ["flow", [{ file: 0, line: 1, column: 1, context: "" }]],
    ["flow", [{ file: 7, line: 1, column: 1, context: "", what: "read" }]],
    ["layers", "base64"],
    ["layers", [1]],
  ])("refuses the whole answer when %s is %j", (key, value) => {
    expect(readAnswer(answer(SEEN, { ...SEEN, [key]: value }), 1)).toEqual({
      kind: "failed",
      why: "its finding 2 is malformed",
    });
  });

  it("clips long texts, and never inside a character", () => {
    const read = readAnswer(answer({ ...SEEN, context: `${"a".repeat(199)}😀`, description: "d".repeat(10_000) }), 1);
    const [finding] = read.kind === "findings" ? read.observations : [];
    expect(finding?.context.length).toBeLessThan(202);
    expect(finding?.context.isWellFormed()).toBe(true);
    expect(finding?.description.length).toBeLessThan(502);
  });

  it("refuses an answer of enormous length unread", () => {
    expect(readAnswer(`{"findings":[]}${" ".repeat(65 * 1024 * 1024)}`, 1)).toMatchObject({ kind: "failed" });
  });

  it("takes flows, layers and ends of columns, and clips them", () => {
    const step = { file: 1, line: 2, column: 3, context: "key = env", what: "a secret is read" };
    const extras = { file: 1, end_column: 9, flow: Array(60).fill({ ...step, more: 1 }), layers: ["l".repeat(300)] };
    const read = readAnswer(answer({ ...SEEN, ...extras }), 2);
    expect(read).toMatchObject({
      observations: [{ file: 1, end_column: 9, flow: Array(50).fill(step), layers: [`${"l".repeat(200)}…`] }],
    });
  });

  it("takes what became of each file, and refuses a list of another length or shape", () => {
    const said = (files: unknown) => readAnswer(JSON.stringify({ findings: [], files }), 2);
    const python = { language: "python", state: "analysed" };
    const other = { language: "text", state: "partly", reason: "too deep" };
    expect(said([python, { ...other, more: 1 }])).toMatchObject({ files: [python, other] });
    const wrong = [{}, [python], [python, 1], [python, { ...python, state: "read" }], [python, { state: "partly" }]];
    for (const files of [...wrong, [python, { ...python, language: "::error::" }], [python, { ...python, reason: 1 }]])
      expect(said(files)).toEqual({ kind: "failed", why: "its list of files is malformed" });
  });
});
