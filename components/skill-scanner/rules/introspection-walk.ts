import { attributes } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "introspection-walk",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["python"],
  title: "the insides of Python objects are walked",
  why: "From any object this reaches every class and module, which is how sandboxes and filters are left.",
  fix: "Import what is needed.",
  references: ["CWE-693", "ATT&CK T1027"],
  match: attributes("__subclasses__", "__globals__", "f_builtins", "func_globals", "gi_frame"),
  bad: ['f.__globals__["os"]', 'getattr(object, "__subclasses__")()', "().__class__.__base__.__subclasses__()"],
  good: ["x.__class__.__name__", "x.__dict__", "cls.__bases__", "frame.f_globals"],
});
