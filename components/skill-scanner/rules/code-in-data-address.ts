import { argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "code-in-data-address",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["shell", "markdown"],
  title: "an interpreter runs code that is written into a data address",
  why: "No file shows what runs, and the encoding hides it from whoever reads the command.",
  fix: "Ship the code as a file.",
  references: ["ATT&CK T1027", "ATT&CK T1059.007"],
  match: [
    call({
      of: ["sh.deno", "sh.node", "sh.bun", "sh.tsx", "sh.npx", "sh.curl"],
      where: words(
        says(/(^| |=)["']?data:(text|application)\/(javascript|typescript|x-typescript|ecmascript)[^ ]*;base64,/i),
      ),
    }),
    call({
      of: WINDOWS_LINES,
      where: argument(
        0,
        says(
          /(deno|node|bun|mshta)(\.exe)?\s[^\n]*data:(text|application)\/(javascript|typescript|x-typescript|html)[^\s]*;base64,/i,
        ),
      ),
    }),
  ],
  bad: [
    { "run.sh": 'deno run -A "data:application/typescript;base64,Y29uc29sZS5sb2coMSk="' },
    { "run.sh": "node --import 'data:text/javascript;base64,Y29uc29sZS5sb2coMSk=' x" },
    {
      "SKILL.md":
        '# Run\n\n```powershell\n& deno run -A "data:application/javascript;base64,Y29uc29sZS5sb2coMSk="\n```\n',
    },
  ],
  good: [{ "run.sh": "deno run --allow-net main.ts" }, { "page.sh": "echo 'data:image/png;base64,AAAA' > a.txt" }],
});
