import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "code-object-built",
  category: "obfuscated_code",
  severity: "high",
  confidence: "medium",
  languages: ["python"],
  title: "a function is built from raw code",
  why: "Bytecode has no source that could be reviewed.",
  fix: "Write the function.",
  references: ["CWE-94", "ATT&CK T1027"],
  match: call({
    of: ["types.CodeType", "types.FunctionType", "marshal.loads", "marshal.load", "types.LambdaType", "new.code"],
  }),
  bad: ["import marshal\ncode = marshal.loads(blob)", "import types\nf = types.FunctionType(code, globals())"],
  good: [
    "import types\ntypes.SimpleNamespace(a=1)",
    "isinstance(f, types.FunctionType)",
    "import marshal\nmarshal.dumps(x)",
  ],
});
