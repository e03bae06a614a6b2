import { attributes, call, imports } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "protected-code",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the code is packed by an obfuscator",
  why: "Nobody but its author can say what it does.",
  fix: "Ship the source.",
  references: ["ATT&CK T1027.002"],
  match: [
    imports(
      "pyarmor_runtime",
      "pyarmor_runtime_000000",
      "pytransform",
      "sourcedefender",
      "pyconcrete",
      "js.bytenode",
      "js.jsvmp",
    ),
    attributes("__pyarmor__"),
    call({ of: ["pytransform.pyarmor_runtime"] }),
  ],
  bad: ["from pyarmor_runtime_000000 import __pyarmor__", "import pytransform"],
  good: ["import torch", "import pyarrow"],
});
