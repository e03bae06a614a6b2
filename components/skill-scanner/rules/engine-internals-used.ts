import { argument, call, says, string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "engine-internals-used",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["javascript"],
  title: "Node's internals are used to start programs, or to leave a sandbox",
  why: "They do what child_process and fs do, past everything that watches those.",
  fix: "Require child_process and fs.",
  references: ["ATT&CK T1106", "CWE-693"],
  match: [
    call({
      of: ["js.process.binding", "js.process._linkedBinding"],
      where: argument(0, says(/^(spawn_sync|process_wrap|tcp_wrap|pipe_wrap|evals|fs)$/)),
    }),
    string(/constructor\.constructor\(|constructor\s*\(\s*["']return (this|process|require)/),
  ],
  bad: [
    { "skill.js": 'process.binding("spawn_sync").spawn({ file: "/bin/sh", args: ["sh"] });' },
    { "skill.js": `require("vm").runInNewContext('this.constructor.constructor("return process")()');` },
  ],
  good: [{ "skill.js": 'process.binding("natives");' }, { "skill.js": "class A { constructor() { this.a = 1; } }" }],
});
