import { call, from, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PYTHON_RUNNERS } from "../vocabulary/execution-calls.ts";
import { fetchedModule } from "../vocabulary/sources.ts";

export default defineRule({
  id: "command-of-fetched-module",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "a program is started by a module that no import statement names",
  why: "Whoever looks at the imports to see what a script can do does not see it.",
  fix: "Import the module at the top of the file.",
  references: ["CWE-506", "ATT&CK T1027", "ATT&CK T1059.006"],
  match: call({
    of: PYTHON_RUNNERS.filter((name) => /^(os|builtins|pty|commands)\./.test(name)),
    where: receiver(from(fetchedModule)),
  }),
  bad: [
    '__import__("os").system("id")',
    'import importlib\nimportlib.import_module("os").popen("id").read()',
    'import sys\nsys.modules["os"].system("id")',
    'import importlib\nb = importlib.import_module("builtins")\nb.exec("print(1)")',
  ],
  good: [
    'import os\nos.system("id")',
    '__import__("os").getcwd()',
    'import importlib\nimportlib.import_module("json").loads("1")',
    'import importlib\nimportlib.import_module(name).system("id")',
  ],
});
