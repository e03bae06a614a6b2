import { imports } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "deserialiser-import",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a module whose data can run code is imported",
  why: "Loading a file of such a format runs whatever its author put in.",
  fix: "Use json for data.",
  references: ["CWE-502"],
  match: imports("pickle", "dill", "cloudpickle", "shelve", "jsonpickle", "marshal", "joblib", "js.node-serialize"),
  bad: ["import pickle", "import cPickle as p", "from marshal import loads"],
  good: ["import json", "from recipes import pickle_cucumbers"],
});
