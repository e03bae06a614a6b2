import { argument, call, path } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

const RUNNERS = [
  ...["builtins.exec", "builtins.execfile", "builtins.__import__"],
  ...COMMANDS.filter((name) => !name.startsWith("js.")),
];

export default defineRule({
  id: "command-mapped-over-texts",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "what runs code is handed to map and its kin instead of being called",
  why: "So no line has a call of it that a reviewer or a search would find.",
  fix: "Call it in a loop, with the text written out.",
  references: ["CWE-94", "ATT&CK T1027"],
  match: [
    call({
      of: [
        ...["map", "filter"].map((name) => `builtins.${name}`),
        ...["starmap", "accumulate", "filterfalse"].map((name) => `itertools.${name}`),
        "functools.reduce",
        "operator.call",
      ],
      where: argument(0, path(...RUNNERS)),
    }),
    call({ of: ["sorted", "max", "min"].map((name) => `builtins.${name}`), where: argument("key", path(...RUNNERS)) }),
  ],
  bad: [
    'list(map(exec, ["print(1)"]))',
    'any(map(__import__("os").system, ["id"]))',
    'import os\nsorted(["id"], key=os.system)',
    'import operator, os\noperator.call(os.popen, "id")',
    "import subprocess\nrun = subprocess.getoutput\nfor text in map(run, commands):\n    print(text)",
  ],
  good: [
    "list(map(int, lines))",
    "list(map(eval, lines))",
    "sorted(names, key=len)",
    "import os\nsorted(names, key=os.path.getsize)",
  ],
});
