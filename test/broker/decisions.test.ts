import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LogFile } from "../../src/audit/log-file.ts";
import { Recorder } from "../../src/audit/recorder.ts";
import { decisionsOf } from "../../src/broker/decisions.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import { temporaryFolder } from "../support/files.ts";

test("what the log of a run has no room for does not happen, and ends the run", () => {
  const path = join(temporaryFolder(), "audit.jsonl");
  const recorder = new Recorder({ file: LogFile.open(path), maxEvents: 2 });
  const [told, limits]: [string[], string[]] = [[], []];
  const decide = decisionsOf({
    grants: resolveGrants({}, "/"),
    recorder,
    onDecision: ({ argument }) => void told.push(argument),
    onLimit: (limit) => void limits.push(limit),
  });
  const wish = (argument: string, allowed: boolean) =>
    decide({ capability: "filesystem-read", operation: "read-file", argument, rule: "x", allowed, hint: undefined });
  wish("/a", true);
  wish("/b", false);
  expect(() => wish("/c", true)).toThrow(expect.objectContaining({ code: "audit" }));
  expect({ told, limits }).toEqual({ told: ["/a", "/b"], limits: ["audit-events"] });
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(2);
});
