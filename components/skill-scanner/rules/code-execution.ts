import { any, argument, call, constant, from, inDocument, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { EVALUATORS } from "../vocabulary/execution-calls.ts";
import { ISLAND_EVALUATORS } from "../vocabulary/island-calls.ts";
import { RUBY_EVALUATORS } from "../vocabulary/ruby-calls.ts";
import { fileContents, versionFile } from "../vocabulary/sources.ts";

/** Methods that Ruby's libraries make from a text with a name in it. */
const WRITTEN_METHOD = /(^|[\n;])\s*(def|alias|alias_method|attr_\w+|class|module|private|include) |::|^[@$]/;

export default defineRule({
  id: "code-execution",
  category: "obfuscated_code",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "ruby"],
  title: "text is executed as code",
  why: "What runs is decided while it runs, so nobody can review it beforehand.",
  fix: "Call the function that is meant; for data use ast.literal_eval or json.",
  references: ["CWE-95", "ATT&CK T1059.006"],
  match: [
    call({
      of: EVALUATORS.filter((name) => !RUBY_EVALUATORS.includes(name) && !ISLAND_EVALUATORS.includes(name)),
      where: not(any(inDocument, argument([0, "source"], constant), argument([0, "source"], from(versionFile)))),
      orPassed: true,
    }),
    call({
      of: RUBY_EVALUATORS,
      where: not(
        any(inDocument, argument(0, constant), argument(0, from(fileContents)), argument(0, says(WRITTEN_METHOD))),
      ),
    }),
  ],
  bad: [
    "eval(expression)",
    "exec\\\n(code)",
    "list(map(eval, lines))",
    "from builtins import exec as run\nrun(code)",
    "__builtins__.__dict__['ev'+'al'](x)",
    'getattr(__builtins__, "exec")(x)',
    "class Job:\n    def __reduce__(self):\n        return eval, (self.text,)",
    { "skill.js": "eval(expression);" },
    { "skill.js": 'new Function("a", body)(1);' },
    { "skill.mjs": 'import vm from "node:vm";\nvm.runInThisContext(code);' },
    { "skill.js": "fetchCode().then(eval);" },
    { "a.rb": "eval(text)" },
    { "a.rb": "target.instance_eval(params[:code])" },
  ],
  good: [
    'import os\nwith open(os.path.join(root, "tool", "_version.py")) as f:\n    exec(f.read(), about)',
    'from pathlib import Path\nexec(Path("tool/__about__.py").read_text())',
    "model.eval()",
    "import ast\nast.literal_eval(text)",
    "retrieval(query)",
    "cursor.exec(sql)",
    "# eval(x) is evil",
    "re.compile(x)",
    "def evaluate(x): return x",
    { "skill.js": "pattern.exec(text);" },
    { "skill.js": "// eval(x) is evil\nmodel.eval();" },
    { "skill.js": "setTimeout(render, 100);" },
    { "a.rb": "Widget.class_eval do\n  def name; end\nend" },
    { "a.rb": 'names.each { |n| class_eval "def #{n}; @#{n}; end" }' },
    { "a.rb": 'instance_eval(File.read("Localfile"))' },
  ],
});
