import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { parseManifest } from "../../src/policy/manifest.ts";
import { isProblems } from "../../src/policy/parse-document.ts";
import { type PolicyFile, parsePolicy } from "../../src/policy/policy-file.ts";
import { defineTarget } from "../target.ts";

/** A hang guard, far above what any input of this size needs. */
const HANGS_MS = 10_000;

const word = fc.constantFrom(
  "a",
  "/data",
  "./b",
  "*.example.com",
  "127.0.0.1:80",
  "tcp://a:1",
  "PATH",
  "localhost",
  "",
  "~",
  "x\0y",
);
const list = fc.oneof(fc.constant(true), fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 3 }));
const grants = fc.record({ "fs-read": list, "fs-write": list, network: list, env: list }, { requiredKeys: [] });
const amount = fc.oneof(fc.nat(), fc.constantFrom("30s", "64MiB", "1e3", "-1", "0", -1, 0.5, 1e15, null));
const document = fc.record(
  {
    version: fc.constantFrom(1, 1, 1, 2, "1"),
    allow: fc.option(grants),
    deny: grants,
    dirs: fc.array(fc.record({ host: word, guest: word, "read-only": fc.boolean() }, { requiredKeys: ["host"] }), {
      maxLength: 2,
    }),
    limits: fc.dictionary(fc.constantFrom("timeout", "fuel", "max-memory", "max-output", "max-open-files"), amount),
    isolation: fc.constantFrom("auto", "process", "none"),
    "audit-log": word,
  },
  { requiredKeys: [] },
);
/** What YAML gives a meaning to. */
const line = fc.constantFrom(
  ...[
    "version: 1",
    "allow:",
    "  fs-read: [a]",
    "  fs-read: true",
    "deny: {env: true}",
    "- a",
    "? ",
    ": ",
    "&x",
    "*x",
    "<<: *x",
  ],
  ...[
    "!!js",
    "|",
    ">",
    "---",
    "...",
    "%YAML 1.1",
    "\t",
    "#",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "\u2028",
    "\0",
    "limits: {fuel: 0x10}",
  ],
);
const text = fc.oneof(
  fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n")),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.json({ maxDepth: 4 }),
);

/** Policy files: any text is a policy or a list of problems, JSON and YAML say the same, an unknown key is a problem. */
export const policy = defineTarget({
  name: "policy",
  inputs: fc.record({
    text,
    document,
    unknown: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("__proto__", "constructor", "toString", "Allow", "fs_read"),
    ),
    at: fc.nat(20),
  }),
  gateRuns: 150,
  check(input) {
    checkText(input.text);
    const json = JSON.stringify(input.document);
    const parsed = parsePolicy(json, "policy", "/work");
    assert.deepEqual(meaning(parsePolicy(stringify(input.document), "policy", "/work")), meaning(parsed), json);
    if (!isProblems(parsed)) checkLimits(parsed);
    checkUnknownKey(input.document, input.unknown, input.at);
  },
});

function checkText(value: string): void {
  const started = performance.now();
  parsePolicy(value, "policy", "/work");
  for (const name of ["SKILL.md", "manifest.yaml"]) parseManifest(value, name, "/work");
  parseManifest(`---\n${value}\n---\n`, "SKILL.md", "/work");
  assert(performance.now() - started < HANGS_MS, "the parser does not end");
}

/** All but the lines, which differ between JSON and YAML. */
function meaning(parsed: ReturnType<typeof parsePolicy>): unknown {
  if (isProblems(parsed)) return parsed.map(({ message }) => message);
  return JSON.parse(JSON.stringify(parsed, (key, value) => (key === "source" ? undefined : value)));
}

function checkLimits({ limits }: PolicyFile): void {
  for (const { value } of limits) assert(Number.isSafeInteger(value.amount) && value.amount >= 0, String(value.amount));
}

/** Wherever a mapping stands, a key that the format does not have makes the whole file invalid. */
function checkUnknownKey(value: object, name: string, at: number): void {
  const mappings = mappingsOf(value);
  const index = at % mappings.length;
  const copy = structuredClone(value);
  const mapping = mappingsOf(copy)[index] ?? copy;
  if (KNOWN.has(name)) return;
  Object.defineProperty(mapping, name, { value: true, enumerable: true });
  const json = JSON.stringify(copy);
  assert(isProblems(parsePolicy(json, "policy", "/work")), `${json} has an unknown key`);
}

function mappingsOf(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(mappingsOf);
  return Array.isArray(value) ? below : [value, ...below];
}

/** Every key of the format, in whatever mapping it belongs. */
const KNOWN: ReadonlySet<string> = new Set([
  ...["version", "allow", "deny", "dirs", "limits", "isolation", "require-walls", "deterministic", "audit-log"],
  ...["fs-read", "fs-write", "network", "env", "host", "guest", "read-only", "timeout", "fuel", "max-memory"],
  ...["max-table-elements", "max-output", "max-host-calls", "max-host-read", "max-host-write", "max-open-files"],
  ...["max-disk", "max-http-requests", "max-http-response"],
]);
