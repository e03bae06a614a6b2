import { all, argument, call, from, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS } from "../vocabulary/execution-calls.ts";
import { fileContents, versionFile } from "../vocabulary/sources.ts";

export default defineRule({
  id: "file-executed",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "ruby"],
  title: "the contents of a file are executed",
  why: "The file can be changed by anybody who can write it, long after the review.",
  fix: "Import the file as a module.",
  references: ["CWE-94"],
  match: [
    call({
      of: [...CODE_RUNNERS, "builtins.compile"],
      where: all(argument([0, "source"], from(fileContents)), not(argument([0, "source"], from(versionFile)))),
    }),
    call({
      of: [
        "runpy.run_path",
        "builtins.execfile",
        "imp.load_source",
        "importlib.machinery.SourceFileLoader().load_module",
      ],
    }),
  ],
  bad: [
    'exec(open("setup.py").read())',
    'import runpy\nrunpy.run_path("tool.py")',
    'with open(p) as f:\n    exec(compile(f.read(), p, "exec"))',
  ],
  good: [
    'exec(open("tool/version.py").read(), about)',
    'open("setup.py").read()',
    'import runpy\nrunpy.run_module("tool")',
  ],
});
