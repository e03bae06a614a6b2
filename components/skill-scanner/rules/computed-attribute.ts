import { all, argument, call, constant, not, path } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "computed-attribute",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["python"],
  title: "a member of a powerful module is reached by a computed name",
  why: "Any function of the module may be meant, system calls included.",
  fix: "Write the name.",
  references: ["CWE-470", "ATT&CK T1027"],
  match: call({
    of: ["builtins.getattr"],
    where: all(
      argument(0, path("os", "sys", "subprocess", "builtins", "importlib", "ctypes", "socket", "shutil", "pty")),
      not(argument(1, constant)),
    ),
  }),
  bad: ['import os\ngetattr(os, name)("id")', "getattr(__builtins__, name)"],
  good: ["getattr(obj, name)", 'import os\ngetattr(os, "O_BINARY", 0)', "import json\ngetattr(json, name)"],
});
