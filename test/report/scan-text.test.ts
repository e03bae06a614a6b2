import { describe, expect, it } from "vitest";
import { PLAIN, scanText } from "../../src/report/scan-text.ts";
import { finding, skill } from "./support/reports.ts";
import { hostileView, rich, view } from "./support/views.ts";

describe("scanText", () => {
  it("tells of a skill: verdict, reasons, then what, where, the way of the data, why and what to do", () => {
    expect(scanText(view([rich()], {}, ["1 finding at or above high"]))).toBe(
      `\
skills/a: block (confidence high, score 0.29)
  Critical, skills/a/run.py, line 13: The whole environment is sent over the network: every key and token of the session leaves the machine in one request.

skills/a/run.py:13:5: critical[environment-sent] The whole environment is sent over the network.
  13 | urllib.request.urlopen(request)
     | ^^^^^^^^^^^^^^^^^^^^^^
  = flow:
    1. the environment is taken (skills/a/lib.py:2:8)
       | env = dict(os.environ)
    2. put into a request (line 12)
       | request = Request(url, data=env)
    3. sent (line 13)
       | urllib.request.urlopen(request)
  = found in: base64 text in python
  = why: Every key and token of the session leaves the machine in one request.
  = fix: Send the one value that the service needs.

DANGEROUS: Found 1 issues (1 critical). Categories: api exfiltration.
Safety score: 0.5
1 of 1 file analysed
Fails: 1 finding at or above high
`.replace("Safety score: 0.5", "Safety score: 0.29"),
    );
  });

  it("says nothing of a skill that is plainly safe but that it was scanned", () => {
    const skills = [skill(), skill({ path: "skills/b", verdict: "review" })];
    const text = scanText(view([], { skills }));
    expect(text).not.toContain("skills/a");
    expect(text).toContain("skills/b: review");
    expect(text).toContain("\n2 skills: 1 review, 1 safe\n");
  });

  it("points below what is meant, in lines with tabs, wide characters and none at all", () => {
    const frame = (given: object) =>
      scanText(view([finding({ severity: "low", ...given })]))
        .split("\n")
        .slice(3, 6);
    expect(frame({ context: "a = 漢字; eval(x)", column: 9, context_column: 1, end_column: 13, line: 1 })[2]).toBe(
      "    |           ^^^^",
    );
    expect(frame({ context: "a\t= eval(x)", column: 5, context_column: 1, end_column: undefined, line: 1 })[2]).toBe(
      "    |     ^^^^",
    );
    expect(frame({ context: "x\u001b[0m = y", column: 8, context_column: 1, end_column: 9, line: 1 })[2]).toBe(
      "    |           ^",
    );
    expect(frame({ context: "eval(x)", column: 900, line: 1 })[2]).toBe("");
    expect(frame({ context: "", line: 1 })[1]).toBe("");
  });

  it("counts what is suppressed and does not show it, and tells of notes", () => {
    const suppressed = { by: "baseline", reason: "known" } as const;
    const text = scanText(view([finding({ suppressed })], { notes: ["c.yaml:3: expired"], total_findings: 0 }));
    expect(text).not.toContain("network-request");
    expect(text).toContain("Not counted: 1 by the baseline\n");
    expect(text).toContain("Note: c.yaml:3: expired\n");
  });

  it("colours nothing but what it made harmless", () => {
    const seen: string[] = [];
    const note = (text: string) => {
      seen.push(text);
      return `<${text}>`;
    };
    scanText(hostileView(), { ...PLAIN, place: note, severity: (_, label) => note(label), faint: note });
    expect(seen.join("")).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e\u200b]|##vso\[/);
    expect(scanText(view([rich()]), { ...PLAIN, place: note })).toContain("<skills/a/run.py:13:5:> critical[");
  });

  it("shows ten skipped files and how many more there are", () => {
    const skipped = Array.from({ length: 14 }, (_, n) => ({ file: `${n}.md`, reason: "x" }));
    const text = scanText(view([], { coverage: { files: 20, analysed: 1, skipped, skipped_omitted: 5 } }));
    expect(text.match(/ {2}skipped /g)).toHaveLength(10);
    expect(text).toContain("  … and 9 more\n");
  });

  it("names a scanner that is not ours, and whose findings they are", () => {
    const scanner = { name: "other", digest: "e".repeat(64), external: true };
    const text = scanText(view([finding({ external: true, description: "x" })], { scanner }));
    expect(text).toContain("medium[network-request] x (external scanner)");
    expect(text).toContain(`Scanner: other (sha256:${"e".repeat(64)}), not the built-in one`);
  });

  it("does not pass on what a file or its name says to a terminal or a CI runner", () => {
    const text = scanText(hostileView());
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b]|##vso\[|^\s*::/m);
    expect(text).toContain("owned");
  });
});
