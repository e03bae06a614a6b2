import { argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS, COMMANDS } from "../vocabulary/execution-calls.ts";
import { disguised } from "../vocabulary/sources.ts";

export default defineRule({
  id: "disguised-code-executed",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "code that is written backwards or in other letters is executed",
  why: "Nobody writes code in such a way but to keep readers and searches from it.",
  fix: "Write the code as code.",
  references: ["CWE-506", "ATT&CK T1027"],
  match: call({
    of: [...CODE_RUNNERS, ...COMMANDS, "builtins.compile"],
    where: argument([0, "source", "args"], from(disguised)),
  }),
  bad: [
    'exec(")1(tnirp"[::-1])',
    'import os\ncommand = "".join(reversed("di"))\nos.system(command)',
    'exec("qsjou(2)".translate(str.maketrans("qsjou2", "print1")))',
  ],
  good: ['name = "olleh"[::-1]\nprint(name)', 'exec("print(1)")'],
});
