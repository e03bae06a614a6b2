import { argument, call, path, string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

const RUNS = [
  ...["eval", "exec", "compile", "__import__", "getattr"].map((name) => `builtins.${name}`),
  ...COMMANDS.filter((name) => !name.startsWith("js.") && !name.startsWith("sh.")),
  "importlib.import_module",
  "runpy.run_path",
  "code.interact",
];

export default defineRule({
  id: "command-in-pickle",
  category: "obfuscated_code",
  severity: "critical",
  confidence: "high",
  languages: ["python"],
  title: "an object is made to run a command when it is unpickled",
  why: "Loading what looks like data, such as a model or a cache, runs whatever the author has put in.",
  fix: "Store plain data, as JSON or arrays.",
  references: ["CWE-502", "ATT&CK T1027.009", "https://docs.python.org/3/library/pickle.html#object.__reduce__"],
  match: [
    call({ of: ["pickle.:reduced"], where: argument(0, path(...RUNS)) }),
    string(/!!python\/(object\/(apply|new)|name|module):(os|posix|subprocess|builtins|__builtin__|commands|pty)/),
    string(
      /c(os|posix|nt|subprocess|builtins|__builtin__|commands|pty|runpy|webbrowser)\r?\n(system|popen|Popen|call|run|check_output|getoutput|exec|eval|execfile|compile|getattr|__import__|spawn|run_path)\r?\n/,
    ),
  ],
  bad: [
    'import yaml\nyaml.load("!!python/object/apply:os.system [id]", Loader=yaml.Loader)',
    'import os\nclass Cache:\n    def __reduce__(self):\n        return (os.system, ("id",))',
    'import subprocess\nclass Model(object):\n    def __reduce_ex__(self, protocol):\n        command = ["sh", "-c", "id"]\n        return subprocess.Popen, (command,)',
    'class Model:\n    def __reduce__(self):\n        run = eval\n        return run, ("1",)',
    `import pickle\npickle.loads(b"cos\\nsystem\\n(S'id'\\ntR.")`,
  ],
  good: [
    "class Point:\n    def __reduce__(self):\n        return (Point, (self.x, self.y))",
    "import copyreg\nclass Point:\n    def __reduce__(self):\n        return copyreg.__newobj__, (Point,), self.__dict__",
    'import os\ndef reduce(self):\n    return (os.system, ("id",))',
  ],
});
