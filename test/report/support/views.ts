import { rules } from "../../../components/skill-scanner/rules/index.ts";
import type { ScanView } from "../../../src/report/scan-view.ts";
import { ruleBook } from "../../../src/rules/rule-book.ts";
import type { Finding } from "../../../src/scanner/finding.ts";
import type { ScanReport } from "../../../src/scanner/report.ts";
import { finding, report, skill } from "./reports.ts";

/** Text that acts wherever it is taken for more than text. */
export const HOSTILE =
  "x]]><script>alert(1)</script><img src=x onerror=alert(1)>\"'`|\n::error file=a::owned\n::set-output name=a::b\u001b]0;owned\u0007\u001b[2J ##vso[task.complete]\u202e\u200b\ud800 [l](javascript:alert(1)) @team {0} %0A% --> </pre>";

/** A finding with every part that there is. */
export function rich(given: Partial<Finding> = {}): Finding {
  return finding({
    rule: "environment-sent",
    category: "api_exfiltration",
    severity: "critical",
    line: 13,
    context: "urllib.request.urlopen(request)",
    end_column: 27,
    description:
      "The whole environment is sent over the network: every key and token of the session leaves the machine in one request.",
    fix: "Send the one value that the service needs.",
    flow: [
      {
        file: "skills/a/lib.py",
        line: 2,
        column: 8,
        context: "env = dict(os.environ)",
        context_column: 1,
        what: "the environment is taken",
      },
      {
        file: "skills/a/run.py",
        line: 12,
        column: 1,
        context: "request = Request(url, data=env)",
        context_column: 1,
        what: "put into a request",
      },
      {
        file: "skills/a/run.py",
        line: 13,
        column: 5,
        context: "urllib.request.urlopen(request)",
        context_column: 5,
        what: "sent",
      },
    ],
    layers: ["base64 text in python"],
    ...given,
  });
}

/** The same with every text of a stranger hostile. */
export function hostileView(): ScanView {
  const flow = rich().flow?.map((step) => ({ ...step, file: HOSTILE, context: HOSTILE, what: HOSTILE }));
  const each = {
    skill: HOSTILE,
    file: HOSTILE,
    context: HOSTILE,
    description: HOSTILE,
    fix: HOSTILE,
    layers: [HOSTILE],
  };
  const found = rich({ ...each, ...(flow === undefined ? {} : { flow }) });
  const accepted = rich({ ...each, suppressed: { by: "config", reason: HOSTILE, until: "2027-01-31" } });
  const files = [{ file: HOSTILE, language: HOSTILE, state: "skipped", reason: HOSTILE }] as const;
  return view([found, accepted], {
    skills: [skill({ path: HOSTILE, verdict: "block", safety_score: 0.2, reasons: [HOSTILE], files })],
    summary: HOSTILE,
    notes: [HOSTILE],
    suppressed_findings: 1,
    coverage: { files: 1, analysed: 0, skipped: [{ file: HOSTILE, reason: HOSTILE }] },
    scanner: { name: HOSTILE, digest: "d".repeat(64), external: true },
  });
}

export function view(
  findings: readonly Finding[],
  given: Partial<ScanReport> = {},
  objections: readonly string[] = [],
): ScanView {
  return { report: report(findings, given), objections, rules: ruleBook(rules), version: "1.2.3" };
}
