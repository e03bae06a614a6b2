import { describe, expect, it } from "vitest";
import { scanSarif } from "../../src/report/scan-sarif.ts";
import { finding } from "./support/reports.ts";
import { HOSTILE, hostileView, rich, view } from "./support/views.ts";

const runOf = (given: ReturnType<typeof view>) => JSON.parse(scanSarif(given)).runs[0];

describe("SARIF", () => {
  it("has rules with help, places, flows, fingerprints and severities", () => {
    const run = runOf(view([rich()]));
    const [rule] = run.tool.driver.rules;
    expect(rule).toMatchObject({
      id: "environment-sent",
      name: "EnvironmentSent",
      defaultConfiguration: { level: "error" },
      properties: {
        "security-severity": "9.5",
        precision: "high",
        tags: expect.arrayContaining(["security", "external/cwe/cwe-201"]),
      },
    });
    expect(rule.help.markdown).toContain("**Fix**");
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results[0]).toMatchObject({ ruleId: "environment-sent", ruleIndex: 0, level: "error" });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "skills/a/run.py", uriBaseId: "%SRCROOT%", index: 0 },
      region: { startLine: 13, startColumn: 5, endColumn: 27, snippet: { text: "urllib.request.urlopen(request)" } },
    });
    const steps = run.results[0].codeFlows[0].threadFlows[0].locations;
    expect(steps.map((step: { location: { message: { text: string } } }) => step.location.message.text)).toEqual([
      "the environment is taken",
      "put into a request",
      "sent",
    ]);
    expect(run.results[0].partialFingerprints["wasmSandboxEvidence/v1"]).toMatch(/^[0-9a-f]{32}$/);
    expect(run.artifacts[steps[0].location.physicalLocation.artifactLocation.index].location.uri).toBe(
      "skills/a/lib.py",
    );
    expect(run.results[0]).not.toHaveProperty("suppressions");
  });

  it("tells of every result whether it is suppressed and whether it is new, when any is", () => {
    const ignored = finding({ suppressed: { by: "config", reason: "its API", until: "2027-01-31" } });
    const known = finding({ suppressed: { by: "base", reason: "already in main" } });
    const { results } = runOf(view([ignored, known, finding()], { suppressed_findings: 2 }));
    expect(results.map((each: { suppressions: unknown[] }) => each.suppressions.length)).toEqual([1, 1, 0]);
    expect(results[0].suppressions[0]).toMatchObject({ kind: "external", justification: "its API (until 2027-01-31)" });
    expect(results.map((each: { baselineState: string }) => each.baselineState)).toEqual(["new", "unchanged", "new"]);
  });

  it("names files by addresses: spaces, hashes, absolute paths, archives and names that are no UTF-16", () => {
    const names = ["a b/c#d?.py", "/abs/x.py", "skills/a.zip!/in/x.py", "\ud800.py", undefined];
    const { results } = runOf(
      view(names.map((file) => finding(file === undefined ? { file: undefined as never } : { file }))),
    );
    const places = results.map(
      (each: { locations: { physicalLocation: { artifactLocation: object } }[] }) =>
        each.locations[0]?.physicalLocation,
    );
    expect(places.map(({ artifactLocation }: { artifactLocation: { uri?: string } }) => artifactLocation.uri)).toEqual([
      "a%20b/c%23d%3F.py",
      "file:///abs/x.py",
      "skills/a.zip",
      "%EF%BF%BD.py",
      undefined,
    ]);
    expect(places[2]).not.toHaveProperty("region");
    expect(results[2].message.text).toMatch(/^skills\/a\.zip!\/in\/x\.py:3:5: /);
  });

  it("tells what was not analysed, and what of the configuration is of no use", () => {
    const files = [
      { file: "skills/a/x.bin", language: "other", state: "skipped", reason: "no text" },
      { file: "skills/a/y.py", language: "python", state: "partly", reason: "too deep" },
    ] as const;
    const given = view([finding()]);
    const skills = given.report.skills.map((each) => ({ ...each, files }));
    const [invocation] = runOf({ ...given, report: { ...given.report, skills, notes: ["expired"] } }).invocations;
    expect(invocation.executionSuccessful).toBe(true);
    expect(invocation.toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
      "note",
      "warning",
    ]);
    expect(invocation.toolConfigurationNotifications[0].message.text).toBe("expired");
  });

  it("keeps hostile text as data, without links", () => {
    const text = scanSarif(hostileView());
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##vso\[|^\s*::/m);
    const [result] = JSON.parse(text).runs[0].results;
    expect(result.message.text).toContain("\\[l\\](javascript:alert(1))");
    expect(result.locations[0].physicalLocation.region.snippet.text).toBe(HOSTILE.toWellFormed());
  });
});
