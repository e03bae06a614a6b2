import { describe, expect, it } from "vitest";
import { rules } from "../../components/skill-scanner/rules/index.ts";
import { rulesMarkdown } from "../../src/report/rules-markdown.ts";
import { linkOf } from "../../src/rules/reference.ts";
import { ruleBook } from "../../src/rules/rule-book.ts";
import { cli } from "../support/cli.ts";

const book = ruleBook(rules);

describe("references", () => {
  it("of every rule lead to a page", () => {
    const labels = [...book.values()].flatMap(({ references }) => references);
    expect(labels.filter((label) => linkOf(label) === undefined)).toEqual([]);
  });

  it.each([
    ["CWE-94", "https://cwe.mitre.org/data/definitions/94.html"],
    ["ATT&CK T1552.001", "https://attack.mitre.org/techniques/T1552/001/"],
    ["ATLAS AML.T0051.001", "https://atlas.mitre.org/techniques/AML.T0051.001"],
    ["OWASP LLM01", "https://genai.owasp.org/llm-top-10/"],
    ["PEP 263", "https://peps.python.org/pep-0263/"],
  ])("%s leads to %s", (label, url) => {
    expect(linkOf(label)).toEqual({ label, url });
  });

  it.each(["CWE-", "javascript:alert(1)", "https://", "OWASP LLM11", "http://example.com/"])(
    "%s leads nowhere",
    (label) => {
      expect(linkOf(label)).toBeUndefined();
    },
  );
});

describe("wasm-sandbox rules", () => {
  it("lists every rule", async () => {
    const { code, stdout } = await cli(["rules"]);
    expect(code).toBe(0);
    for (const id of book.keys()) expect(stdout).toContain(` ${id} `);
    expect(await cli(["rules", "list"])).toMatchObject({ code: 0, stdout });
  });

  it("prints the page of one", async () => {
    const { code, stdout } = await cli(["rules", "decoded-data-executed"]);
    const rule = book.get("decoded-data-executed");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^decoded-data-executed\n {2}[A-Z]/);
    for (const part of ["https://cwe.mitre.org/", `Severity    ${rule?.severity}`, rule?.why, rule?.fix]) {
      expect(stdout).toContain(part);
    }
  });

  it("gives the same as JSON", async () => {
    const all = JSON.parse((await cli(["rules", "--json"])).stdout);
    expect(all.rules.map(({ id }: { id: string }) => id)).toEqual([...book.keys()]);
    const one = JSON.parse((await cli(["rules", "file-too-large", "--json"])).stdout);
    expect(one).toMatchObject({ id: "file-too-large", category: "unanalysable", severity: "high" });
    expect(one.references[0].url).toMatch(/^https:/);
  });

  it("names the nearest for one that there is not", async () => {
    const { code, stdout, stderr } = await cli(["rules", "decoded-data-execute"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      "error: there is no rule 'decoded-data-execute'\n  hint: did you mean decoded-data-executed?\n",
    );
    expect((await cli(["rules", "constructor"])).stderr).toMatch(/hint: wasm-sandbox rules lists all/);
  });
});

describe("RULES.md", () => {
  it("has a row and a page for every rule, with links that work", () => {
    const text = rulesMarkdown(book.values());
    for (const id of book.keys())
      expect(text.match(new RegExp(`^### ${id}$|\\[${id}\\]\\(#${id}\\)`, "gm"))).toHaveLength(2);
  });
});
