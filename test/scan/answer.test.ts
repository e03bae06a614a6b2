import { describe, expect, it } from "vitest";
import { readAnswer } from "../../src/scanner/answer.ts";
import { answer, RULES, SEEN } from "./support/fake-scanner.ts";

describe("readAnswer", () => {
  it("takes a finding as it is", () => {
    expect(readAnswer(answer(SEEN))).toEqual({ kind: "findings", findings: [SEEN], rules: RULES });
  });

  it("fills in what scanners of the older form do not say", () => {
    const { category, severity, line, context, description } = SEEN;
    const read = readAnswer(JSON.stringify({ findings: [{ category, severity, line, context, description }] }));
    expect(read).toMatchObject({
      findings: [{ rule: "dangerous_imports", column: 0, confidence: "medium" }],
      rules: undefined,
    });
  });

  it("drops what it does not know, whatever it is called", () => {
    const text = `{"findings":[${JSON.stringify(SEEN).replace("{", '{"__proto__":{"x":1},"file":"/etc/passwd","external":false,')}]}`;
    expect(readAnswer(text)).toEqual({ kind: "findings", findings: [SEEN], rules: undefined });
  });

  it.each([
    ["no JSON", "{"],
    ["an array", "[]"],
    ["null", "null"],
    ["no list", '{"findings":{}}'],
    ["nothing", ""],
    ["brackets without end", "[".repeat(1_000_000)],
  ])("refuses %s", (_, text) => {
    expect(readAnswer(text)).toMatchObject({ kind: "failed" });
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
  ])("refuses the whole answer when %s is %j", (key, value) => {
    expect(readAnswer(answer(SEEN, { ...SEEN, [key]: value }))).toEqual({
      kind: "failed",
      why: "its finding 2 is malformed",
    });
  });

  it("clips long texts, and never inside a character", () => {
    const read = readAnswer(answer({ ...SEEN, context: `${"a".repeat(199)}😀`, description: "d".repeat(10_000) }));
    const [finding] = read.kind === "findings" ? read.findings : [];
    expect(finding?.context.length).toBeLessThan(202);
    expect(finding?.context.isWellFormed()).toBe(true);
    expect(finding?.description.length).toBeLessThan(502);
  });

  it("refuses an answer of enormous length unread", () => {
    expect(readAnswer(`{"findings":[]}${" ".repeat(17 * 1024 * 1024)}`)).toMatchObject({ kind: "failed" });
  });
});
