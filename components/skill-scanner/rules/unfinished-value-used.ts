import { anyArgument, argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS, COMMANDS } from "../vocabulary/execution-calls.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { unfinished } from "../vocabulary/sources.ts";

export default defineRule({
  id: "unfinished-value-used",
  category: "unanalysable",
  severity: "medium",
  confidence: "medium",
  languages: ["python"],
  title: "what is executed or sent takes more work than the scanner does",
  why: "A decoder that runs long enough keeps its result from every scanner.",
  fix: "Ship code and data as they are.",
  references: ["CWE-1164", "ATT&CK T1027"],
  match: [
    call({ of: [...CODE_RUNNERS, ...COMMANDS], where: argument([0, "source", "args"], from(unfinished)) }),
    call({ of: SENDS, where: anyArgument(from(unfinished)) }),
  ],
  bad: [
    'code = ""\nfor i in range(60000):\n    for j in range(60000):\n        code += chr(i ^ j)\nexec(code)',
    'def f(n):\n    s = ""\n    while n > 0:\n        s += chr(n % 128)\n        n -= 1\n    return s\nexec(f(9999999))',
  ],
  good: ['code = "".join(chr(i + 64) for i in range(9))', "for i in range(60000):\n    print(chr(i))"],
});
