import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { configJsonSchema } from "../../build/config-schema.ts";
import { parseConfig } from "../../src/gate/config-file.ts";

const parse = (text: string) => parseConfig(text, "c.yaml", "/work/c.yaml");
const IGNORE = "ignore:\n  - rule: network-request\n    reason: its documented API\n    expires: 2027-01-31\n";

describe("the configuration of scans", () => {
  it("says thresholds, outputs and ignores", () => {
    const config = parse(
      `version: 1\nfail-on: block\nmin-score: 0.5\noutputs:\n  sarif: out/a.sarif\n${IGNORE}    path: skills/**\n`,
    );
    expect(config).toEqual({
      failOn: "block",
      minScore: 0.5,
      outputs: [{ format: "sarif", file: "/work/out/a.sarif" }],
      ignores: [
        {
          rule: "network-request",
          path: "skills/**",
          folder: "/work",
          reason: "its documented API",
          expires: "2027-01-31",
          where: "c.yaml:7",
        },
      ],
    });
    expect(parse("version: 1")).toEqual({ failOn: undefined, minScore: undefined, outputs: [], ignores: [] });
  });

  it.each([
    ["", /the key "version" is missing/],
    ["version: 2", /reads version 1/],
    ["version: 1\nfail_on: high", /:2: fail_on: unknown key "fail_on"; did you mean "fail-on"/],
    ["version: 1\nfail-on: safe", /fail-on: one of low, .*never is expected/],
    ["version: 1\nmin-score: 2", /min-score: a number from 0 to 1/],
    ["version: 1\noutputs:\n  sariff: x", /:3: outputs.sariff: unknown key "sariff"; did you mean "sarif"/],
    [
      "version: 1\nignore:\n  - rule: x\n    expires: 2027-01-31",
      /:3: ignore\[0\].reason: the key "reason" is missing/,
    ],
    ["version: 1\nignore:\n  - rule: x\n    reason: y", /:3: ignore\[0\].expires: the key "expires" is missing/],
    [`version: 1\n${IGNORE.replace("its documented API", "' '")}`, /reason: an empty text/],
    [`version: 1\n${IGNORE.replace("2027-01-31", "2027-02-30")}`, /expires: a day is expected/],
    [`version: 1\n${IGNORE.replace("2027-01-31", "never")}`, /expires: a day is expected/],
    ["version: 1\nversion: 1", /twice/],
  ])("%j is refused", (text, message) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: "policy", message: expect.stringMatching(message) }),
    );
  });
});

describe("the published schema", () => {
  const fits = new Ajv({ allowUnionTypes: true, validateFormats: false }).compile(configJsonSchema());

  it.each([
    ["version: 1", true],
    [`version: 1\nfail-on: block\nmin-score: 0\noutputs: {html: a}\n${IGNORE}`, true],
    ["version: 1\nignore:", true],
    ["{}", false],
    ["version: 1\nfail-on: safe", false],
    ["version: 1\nmin-score: 1.5", false],
    ["version: 1\noutputs: {xml: a}", false],
    ["version: 1\nignore: [{rule: a, reason: b}]", false],
    ["version: 1\nalso: 1", false],
  ])("says the same of %j as the reader does", (text, expected) => {
    expect(fits(parseYaml(text))).toBe(expected);
    if (expected) expect(() => parse(text)).not.toThrow();
    else expect(() => parse(text)).toThrow();
  });
});
