import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { policyJsonSchema } from "../../build/policy-schema.ts";
import { limitOptions } from "../../src/cli/limit-flags.ts";
import { LIMIT_NAMES } from "../../src/policy/limit-names.ts";
import { isProblems } from "../../src/policy/parse-document.ts";
import { type PolicyFile, parsePolicy } from "../../src/policy/policy-file.ts";
import { grantsFrom } from "../../src/policy/resolve.ts";
import type { Problem } from "../../src/policy/yaml-document.ts";
import { amount } from "../support/amount.ts";
import { ROOT } from "../support/cli.ts";
import { GOOD, MEANINGLESS, MISSHAPEN, UNREADABLE } from "./support/corpus.ts";
import { isValid } from "./support/json-schema.ts";

const parsed = (text: string) => parsePolicy(text, "policy.yaml", "/policies");
const schema = policyJsonSchema();

function policy(text: string): PolicyFile {
  const found = parsed(text);
  if (isProblems(found)) throw new Error(JSON.stringify(found));
  return found;
}

function problems(text: string): readonly Problem[] {
  const found = parsed(text);
  if (!isProblems(found)) throw new Error(`accepted: ${text}`);
  return found;
}

describe("the schema and the parser agree", () => {
  test.each(GOOD)("that %j is good", (text) => {
    policy(text);
    expect(isValid(schema, parse(text) ?? {})).toBe(true);
  });

  test.each(MISSHAPEN)("that %j is misshapen", (text, message) => {
    expect(problems(text).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message));
    expect(isValid(schema, parse(text))).toBe(false);
  });

  test.each(MEANINGLESS)("except that %j means nothing, which only the parser knows", (text, message) => {
    expect(problems(text).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message));
  });

  test.each(UNREADABLE)("%j is nothing that a schema gets to see", (text, message) => {
    expect(problems(text).map((problem) => problem.message)).toContainEqual(expect.stringMatching(message));
  });

  test("on whatever else is made of the words of the format", () => {
    const word = fc.constantFrom(
      "allow",
      "deny",
      "fs-read",
      "env",
      "dirs",
      "host",
      "limits",
      "timeout",
      "fuel",
      "version",
    );
    const leaf = fc.oneof(fc.constantFrom<unknown>(true, false, null, 0, 1, -1, 1.5, "", "a", "30s", "HOME"), word);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("tree"), { maxLength: 2 }),
        fc.dictionary(word, tie("tree"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const agreed = parsed(JSON.stringify(value));
        // An empty file is good, and no value of the format.
        if (value === null) return;
        if (!isProblems(agreed)) expect(isValid(schema, value)).toBe(true);
        else if (isValid(schema, value))
          expect(agreed.every(({ message }) => /same name inside/.test(message))).toBe(true);
      }),
      { numRuns: amount(500, 2000) },
    );
  });

  test("and the published schema is this one", () => {
    expect(JSON.parse(readFileSync(join(ROOT, "dist/policy.schema.json"), "utf8"))).toEqual(schema);
  });
});

describe("parsePolicy", () => {
  test("nothing in the file is nothing allowed", () => {
    for (const text of ["", "allow:", "version: 1\nlimits: {timeout: 1s}\n"]) {
      const { fsRead, fsWrite, network, env, dirs } = grantsFrom(policy(text).layer, { HOME: "/home/me" });
      expect([fsRead.all, fsWrite.all, network.all]).toEqual([false, false, false]);
      expect([...fsRead.paths, ...fsWrite.paths, ...network.hosts, ...network.tcp, ...dirs]).toEqual([]);
      expect(env).toEqual({});
    }
  });

  test("each entry knows its line, and relative paths start from the file's folder", () => {
    const { layer, settings } = policy(`version: 1
allow:
  fs-read:
    - ./data     # beside the policy
    - /etc/hosts
  network: [example.com,
    tcp://db:1]
  env: [HOME]
dirs:
  - host: ../srv
    guest: /srv
deny:
  fs-read: [data/secret]
audit-log: log/audit.jsonl
`);
    expect(layer.allow.fsRead).toEqual([
      { value: { path: "/policies/data", ordinary: false }, source: "policy.yaml:4" },
      { value: { path: "/etc/hosts", ordinary: false }, source: "policy.yaml:5" },
    ]);
    expect(layer.allow.network.map(({ source }) => source)).toEqual(["policy.yaml:6", "policy.yaml:7"]);
    expect(layer.allow.env).toEqual([{ value: "HOME", source: "policy.yaml:8" }]);
    expect(layer.dirs).toEqual([{ value: { host: "/srv", guest: "/srv", readOnly: false }, source: "policy.yaml:10" }]);
    expect(layer.deny.fsRead).toEqual([
      { value: { path: "/policies/data/secret", ordinary: false }, source: "policy.yaml:13" },
    ]);
    expect(settings.auditLog).toBe("/policies/log/audit.jsonl");
  });

  test("a problem names its line", () => {
    expect(problems("version: 1\n\nallow:\n  fs-read: [a]\n  fs-raed: [a]\n")).toEqual([
      { line: 5, message: 'allow.fs-raed: unknown key "fs-raed"; did you mean "fs-read"?' },
    ]);
    expect(problems("allow:\n  network:\n    - example.com\n    - localhost\n")[0]?.line).toBe(4);
    expect(problems("allow: 1\nversion: 1\nallow: 2\n")[0]?.line).toBe(3);
  });

  test("limits have the names of the flags, and 0 is zero", () => {
    const flags = limitOptions().map(({ long }) => long?.slice("--".length));
    expect(Object.keys(LIMIT_NAMES).sort()).toEqual(flags.sort());
    const text = `limits: {${Object.keys(LIMIT_NAMES).map((name) => `${name}: 0`)}}`;
    expect(policy(text).limits.map(({ value }) => value.amount)).toEqual(flags.map(() => 0));
    expect(policy("limits: {timeout: 2m, max-memory: 1KiB}").limits.map(({ value }) => value)).toEqual([
      { field: "timeoutMs", amount: 120_000 },
      { field: "maxMemoryBytes", amount: 1024 },
    ]);
  });
});

describe("a policy that is meant to hurt", () => {
  test("aliases that multiply are refused", () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(9).fill(inner).join(", ")}]`;
    });
    expect(problems(levels.join("\n"))[0]?.message).toMatch(/alias/i);
  });

  test("one that contains itself is refused", () => {
    problems("allow: &a\n  fs-read: *a\n");
    problems("allow: {fs-read: &a [*a]}");
  });

  test.each([
    ["nested lists", "[".repeat(500_000)],
    ["nested dashes", "- ".repeat(500_000)],
    ["nested keys", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["twenty thousand keys", Array.from({ length: 20_000 }, (_, index) => `k${index}:`).join("\n")],
    ["a hundred thousand comments", "#\n".repeat(100_000)],
    ["an endless text", `a: "${"x".repeat(1_000_000)}`],
  ])("%s end in an answer", (_name, text) => {
    expect(parsed(text)).toBeDefined();
  });

  test("no text makes anything else than a policy or problems", () => {
    const pieces = fc.constantFrom(
      "allow",
      "deny",
      ":",
      " ",
      "\n",
      "  ",
      "-",
      "[",
      "]",
      "{",
      "}",
      "*",
      "&a",
      "!!str",
      "'",
      '"',
      "|",
      "\0",
      "é",
      "#",
      "?",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
        ),
        (text) => {
          expect(parsed(text)).toBeDefined();
        },
      ),
      { numRuns: amount(700, 3000) },
    );
  });
});
