import { describe, expect, it } from "vitest";
import { againstBase } from "../../src/gate/against-base.ts";
import { applyBaseline, type BaselineRequest, newBaseline } from "../../src/gate/baseline.ts";
import { baselineText, parseBaseline } from "../../src/gate/baseline-file.ts";
import type { Ignore } from "../../src/gate/config-file.ts";
import { ignoring } from "../../src/gate/ignores.ts";
import { suppress } from "../../src/gate/suppress.ts";
import { finding, report } from "../report/support/reports.ts";

const REQUEST: BaselineRequest = {
  entries: [],
  file: "/repo/ci/baseline.json",
  name: "ci/baseline.json",
  cwd: "/repo",
  today: "2026-11-21",
  coversBlock: false,
};
const IGNORE: Ignore = {
  rule: "network-request",
  path: undefined,
  folder: "/repo",
  reason: "its API",
  expires: "2027-01-31",
  where: "c.yaml:3",
};
const critical = () => finding({ rule: "environment-sent", category: "api_exfiltration", severity: "critical" });
const high = (category: string) =>
  finding({ rule: `high-${category}`, category, severity: "high", confidence: "medium" });

describe("ignores", () => {
  const decide = (ignore: Partial<Ignore>, given = {}) => {
    const { decide, notes } = ignoring([{ ...IGNORE, ...ignore }], "/repo", "2026-11-21");
    return { result: decide(finding(given)), notes: notes() };
  };

  it("mean a rule, in the files that they name", () => {
    expect(decide({}).result).toEqual({ by: "config", reason: "its API", until: "2027-01-31" });
    expect(decide({ rule: "other" })).toEqual({
      result: undefined,
      notes: ["c.yaml:3: the ignore of other met nothing"],
    });
    expect(decide({ path: "skills/a/**" }).result).toBeDefined();
    expect(decide({ path: "skills/b/**" }).result).toBeUndefined();
    expect(decide({ path: "a/*.py", folder: "/repo/skills" }).result).toBeDefined();
    expect(decide({ path: "**" }, { file: "../elsewhere.py" }).result).toBeDefined();
  });

  it("hold to the end of their day", () => {
    expect(decide({ expires: "2026-11-21" }).result).toBeDefined();
    expect(decide({ expires: "2026-11-20" })).toEqual({
      result: undefined,
      notes: ["c.yaml:3: the ignore of network-request expired on 2026-11-20, and its findings count"],
    });
  });
});

describe("suppress", () => {
  it("takes findings out of counts, score, reasons and verdict, and leaves them in the list", () => {
    const before = report([critical(), finding()]);
    const after = suppress(before, ({ rule }) =>
      rule === "environment-sent" ? { by: "config", reason: "x" } : undefined,
    );
    expect(before.verdict).toBe("block");
    expect(after).toMatchObject({
      verdict: "safe",
      total_findings: 1,
      suppressed_findings: 1,
      safety_score: 0.9,
      findings_by_severity: { critical: 0, medium: 1 },
    });
    expect(after.findings).toHaveLength(2);
    expect(after.summary).toMatch(/^MINOR: Found 1 issues \(1 medium\)\. Categories: suspicious network\.$/);
    expect(after.skills[0]?.reasons).toEqual(["Nothing was found that a reviewer has to look at."]);
  });

  it("can be asked again and again", () => {
    const accept = (rule: string) => (each: { rule: string }) =>
      each.rule === rule ? ({ by: "config", reason: "x" } as const) : undefined;
    const once = suppress(report([critical(), finding(), finding()]), accept("environment-sent"));
    const twice = suppress(once, accept("network-request"));
    expect(twice).toMatchObject({ total_findings: 0, suppressed_findings: 3, safety_score: 1, verdict: "safe" });
    expect(suppress(twice, accept("network-request"))).toEqual(twice);
  });

  it("counts facts that are not listed, and lets them decide nothing", () => {
    const whole = report([critical(), finding({ severity: "low" }), finding({ severity: "low" })]);
    const cut = { ...whole, findings: whole.findings.slice(0, 2) };
    const after = suppress(cut, ({ severity }) =>
      severity === "critical" ? { by: "config", reason: "x" } : undefined,
    );
    expect(after).toMatchObject({ verdict: "safe", total_findings: 2, findings_by_severity: { critical: 0, low: 2 } });
  });

  it("leaves a skill's verdict alone when not all of its findings are listed", () => {
    const whole = report([critical(), finding()]);
    const cut = { ...whole, findings: whole.findings.slice(0, 1) };
    expect(suppress(cut, () => ({ by: "config", reason: "x" })).verdict).toBe("block");
  });
});

describe("a baseline", () => {
  it("covers what it was written from, and nothing else", () => {
    const known = [finding(), finding({ skill: "skills/b", file: "skills/b/x.py" })];
    const entries = parseBaseline(baselineText(newBaseline(report(known), REQUEST)), "b.json");
    const added = finding({ skill: "skills/b" });
    const { report: after, notes } = applyBaseline(report([...known, added]), { ...REQUEST, entries });
    expect(after.findings.map(({ suppressed }) => suppressed?.by)).toEqual(["baseline", "baseline", undefined]);
    expect([after.total_findings, notes]).toEqual([1, []]);
    expect(entries[0]).toMatchObject({ skill: "../skills/a", file: "../skills/a/run.py", rule: "network-request" });
  });

  it("does not cover the same finding in another skill", () => {
    const one = finding();
    const entries = newBaseline(report([one]), REQUEST);
    const moved = applyBaseline(report([{ ...one, skill: "skills/b" }]), { ...REQUEST, entries });
    expect(moved.report.total_findings).toBe(1);
  });

  it("covers nothing on which a verdict of block rests, unless it is told to", () => {
    const grave = [critical(), finding()];
    expect(newBaseline(report(grave), REQUEST).map(({ rule }) => rule)).toEqual(["network-request"]);
    const all = newBaseline(report(grave), { ...REQUEST, coversBlock: true });
    const kept = applyBaseline(report(grave), { ...REQUEST, entries: all });
    expect([kept.report.verdict, kept.report.total_findings]).toEqual(["block", 1]);
    expect(kept.notes).toEqual([expect.stringMatching(/1 entry not applied, .*--baseline-covers-block/)]);
    expect(applyBaseline(report(grave), { ...REQUEST, entries: all, coversBlock: true }).report.verdict).toBe("safe");
  });

  it("no longer covers what blocks together with something new", () => {
    const known = high("persistence");
    const entries = newBaseline(report([known]), REQUEST);
    expect(entries).toHaveLength(1);
    const together = applyBaseline(report([known, high("supply_chain")]), { ...REQUEST, entries });
    expect([together.report.verdict, together.report.total_findings]).toEqual(["block", 2]);
  });

  it("tells of entries that expired and of those that met nothing in what was scanned", () => {
    const gone = { fingerprint: "e".repeat(32), skill: "../skills/a", rule: "x" };
    const elsewhere = { ...gone, skill: "../skills/other" };
    const expired = { ...gone, expires: "2026-11-20" };
    const { notes } = applyBaseline(report([finding()]), { ...REQUEST, entries: [gone, elsewhere, expired] });
    expect(notes).toEqual([
      "ci/baseline.json: 1 entry expired, and the findings count",
      expect.stringMatching(/^ci\/baseline\.json: 1 entry met nothing/),
    ]);
  });

  it("keeps reasons, and entries of skills that were not scanned, when it is written anew", () => {
    const one = finding();
    const [entry] = newBaseline(report([one]), REQUEST);
    const other = { fingerprint: "e".repeat(32), skill: "../skills/other", rule: "x" };
    const old = [{ ...(entry ?? other), reason: "seen", expires: "2027-01-31" }, other];
    expect(newBaseline(report([one, finding()]), { ...REQUEST, entries: old })).toEqual([
      old[0],
      expect.objectContaining({ rule: "network-request" }),
      other,
    ]);
  });

  it.each([
    ["", /not JSON/],
    ["{}", /version/],
    ['{"version": 1, "findings": [{"fingerprint": "x", "skill": "", "rule": "r"}]}', /findings\.0\.fingerprint/],
    ['{"version": 1, "findings": [], "also": 1}', /also/],
  ])("%j is refused", (text, message) => {
    expect(() => parseBaseline(text, "b.json")).toThrow(
      expect.objectContaining({ code: "policy", message: expect.stringMatching(message) }),
    );
  });
});

describe("against its base", () => {
  const against = (now: ReturnType<typeof report>, base: ReturnType<typeof report>) =>
    againstBase(now, base, "main", (skill) => skill);

  it("a change answers for what it adds", () => {
    const [old, added] = [critical(), finding()];
    const after = against(report([old, added]), report([old]));
    expect(after.findings.map(({ suppressed }) => suppressed)).toEqual([
      { by: "base", reason: "already in main" },
      undefined,
    ]);
    expect([after.verdict, after.total_findings]).toEqual(["safe", 1]);
  });

  it("a change that makes a block of what was a review is blocked", () => {
    const [old, added] = [high("persistence"), high("supply_chain")];
    const after = against(report([old, added]), report([old]));
    expect([after.verdict, after.total_findings]).toEqual(["block", 1]);
    expect(after.safety_score).toBeLessThan(0.3);
  });

  it("what has become graver is not what was accepted", () => {
    const grave = critical();
    const harmless = { ...grave, severity: "medium" as const };
    expect(against(report([grave]), report([harmless])).total_findings).toBe(1);
    expect(against(report([harmless]), report([grave])).total_findings).toBe(0);
  });

  it("a skill that was not there answers for all of it", () => {
    expect(against(report([critical()]), report([])).verdict).toBe("block");
  });
});
