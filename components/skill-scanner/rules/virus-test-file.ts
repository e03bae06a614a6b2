import { characters, string } from "../match.ts";
import { defineRule } from "../rule.ts";

/** In pieces: the whole of it would have this file removed by the scanners that it is for. https://www.eicar.org */
const MARK = ["EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE"].join("-");
const BEFORE = String.raw`\\PZX54\(P\^\)7CC\)7\}\$`;
/** The same in base64, from its first byte on. */
const ENCODED = ["WDVPIVAlQEFQWz", "RcUFpYNTQoUF4pN0ND", "KTd9JEVJQ0FS"].join("");

const WHOLE = ["X5O!P%@AP[4", "\\PZX54(P^)7CC)7}$", MARK, "!$H+H*"].join("");

export default defineRule({
  id: "virus-test-file",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "a file has the text by which scanners for viruses are tested",
  why: "It does no harm, and every scanner reports it as a virus: who ships it tests whether anybody looks, or sets off an alarm.",
  fix: "Make it while testing, from pieces, and delete it.",
  references: ["https://www.eicar.org/download-anti-malware-testfile/"],
  match: [characters(new RegExp(BEFORE + MARK)), string(new RegExp(ENCODED))],
  bad: [
    { "assets/sample.txt": WHOLE },
    { "SKILL.md": "# A\n\nText.\n", "assets/eicar.com": WHOLE },
    `data = "${ENCODED}LVNUQU5EQVJE"`,
    { "a.js": `const sample = String.raw\`${WHOLE}\`;` },
  ],
  good: [
    { "SKILL.md": `# Scan\n\nDownload the ${MARK} from its site, and see whether the scanner reports it.\n` },
    'name = "EICAR"\nurl = "https://secure.eicar.org/eicar.com.txt"',
  ],
});
