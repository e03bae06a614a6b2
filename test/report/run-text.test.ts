import { expect, test } from "vitest";
import { LIMIT_NAMES } from "../../src/policy/limit-names.ts";
import { outcomeText } from "../../src/report/run-text.ts";

test.each(Object.entries(LIMIT_NAMES))("an end at the limit of %s names that flag", (name, { ends, unit }) => {
  const text = outcomeText({ kind: "limit", limit: ends, reason: "more than 1" });
  expect(text).toBe(`[LIMIT] ${ends}: more than 1\n  hint: --${name}=<${unit}>\n`);
});

/** Each name under which the broker, the guest process and the supervisor end a run; two of them nobody can raise. */
test.each(
  [
    ["timeout", "memory", "tables", "fuel", "output", "host-calls", "host-read", "host-write", "open-files", "disk"],
    ["http-requests", "http-response"],
  ].flat(),
)("an end at %s has a hint", (limit) => {
  expect(outcomeText({ kind: "limit", limit, reason: "more than 1" })).toContain("hint: --");
});

test.each(["http-body", "audit-events", "constructor"])("an end at %s has none", (limit) => {
  expect(outcomeText({ kind: "limit", limit, reason: "more than 1" })).not.toContain("hint:");
});
