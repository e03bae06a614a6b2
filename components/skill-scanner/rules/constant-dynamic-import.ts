import { argument, call, constant } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "constant-dynamic-import",
  category: "obfuscated_code",
  severity: "low",
  confidence: "high",
  languages: ["python"],
  title: "a module is imported by a call",
  why: "Readers and tools that look for import statements do not see it.",
  fix: "Use an import statement.",
  references: ["ATT&CK T1027"],
  match: call({
    of: ["builtins.__import__", "importlib.import_module", "importlib.__import__"],
    where: argument([0, "name"], constant),
  }),
  bad: ['__import__("json").dumps(x)', 'import importlib\nimportlib.import_module("json")'],
  good: ["__import__(name)", "import importlib.util"],
});
