import { argument, call, constant, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "computed-import",
  category: "obfuscated_code",
  severity: "low",
  confidence: "medium",
  languages: ["python"],
  title: "a module is imported by a computed name",
  why: "What is imported is decided while it runs, so nobody can review it beforehand.",
  fix: "Import the modules by name, or choose from a table of them.",
  references: ["CWE-470", "ATT&CK T1027"],
  match: call({
    of: ["builtins.__import__", "importlib.import_module", "importlib.__import__", "imp.load_module", "pydoc.locate"],
    where: not(argument([0, "name"], constant)),
  }),
  bad: ['importlib = __import__("importlib")\nimportlib.import_module(name)', "__import__(name)"],
  good: ['import importlib\nimportlib.import_module("json")', "import importlib\nimportlib.reload(json)"],
});
