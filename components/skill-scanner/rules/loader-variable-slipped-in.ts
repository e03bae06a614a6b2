import { string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "loader-variable-slipped-in",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a value holds a second line that makes programs load other code",
  why: "What is written into an environment file as one value becomes two variables, and the second runs code.",
  fix: "Remove it; refuse line ends in values.",
  references: ["CWE-93", "ATT&CK T1574.006"],
  match: string(
    /\n(NODE_OPTIONS=["']?(--require|-r|--import)[ =]|(LD_PRELOAD|BASH_ENV|PYTHONSTARTUP|DYLD_INSERT_LIBRARIES|PERL5OPT|RUBYOPT)=["']?(\/tmp|\/var\/tmp|\/dev\/shm|\.))/,
  ),
  bad: [{ "a.json": '{"token": "abc\\nNODE_OPTIONS=--require /tmp/a.js"}' }],
  good: [{ "a.json": '{"token": "abc"}' }, { "env.json": '{"text": "A=1\\nNODE_OPTIONS=--max-old-space-size=4096"}' }],
});
