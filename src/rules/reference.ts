/** What a rule refers to, and the page that says more. */
export interface Reference {
  readonly label: string;
  readonly url: string;
}

/** Short names of rules' references, and where each leads. */
const KINDS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^CWE-(\d+)$/, ([, id]) => `https://cwe.mitre.org/data/definitions/${id}.html`],
  [/^ATT&CK (T\d{4})$/, ([, id]) => `https://attack.mitre.org/techniques/${id}/`],
  [/^ATT&CK (T\d{4})\.(\d{3})$/, ([, id, sub]) => `https://attack.mitre.org/techniques/${id}/${sub}/`],
  [/^(?:MITRE )?ATLAS (AML\.T\d{4}(?:\.\d{3})?)$/, ([, id]) => `https://atlas.mitre.org/techniques/${id}`],
  [/^OWASP LLM(?:0[1-9]|10)(?::2025)?$/, () => "https://genai.owasp.org/llm-top-10/"],
  [
    /^OWASP ASI(?:0[1-9]|10)$/,
    () => "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/",
  ],
  [/^(CVE-\d{4}-\d{4,})$/, ([, id]) => `https://nvd.nist.gov/vuln/detail/${id}`],
  [/^PEP (\d+)$/, ([, id = ""]) => `https://peps.python.org/pep-${id.padStart(4, "0")}/`],
  [/^(https:\/\/[\w.-]+\/\S*)$/, ([, url = ""]) => url],
];

/** The page that a reference means; undefined for one of no known kind. */
export function linkOf(label: string): Reference | undefined {
  for (const [pattern, page] of KINDS) {
    const match = pattern.exec(label);
    if (match !== null) return { label, url: page(match) };
  }
  return undefined;
}
