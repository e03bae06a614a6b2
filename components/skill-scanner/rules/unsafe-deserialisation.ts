import { argument, call, isTrue, not, path } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unsafe-deserialisation",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript", "ruby"],
  title: "data is loaded with a format that can run code",
  why: "Whoever wrote the file decides what runs.",
  fix: "Use json, yaml.safe_load or weights_only=True.",
  references: ["CWE-502"],
  match: [
    call({
      of: [
        "pickle.load",
        "pickle.loads",
        "pickle.Unpickler",
        "dill.load",
        "dill.loads",
        "cloudpickle.load",
        "cloudpickle.loads",
        "shelve.open",
        "jsonpickle.decode",
        "joblib.load",
        "pandas.read_pickle",
        "yaml.unsafe_load",
        "yaml.full_load",
        "numpy.load().allow_pickle",
        "rb.Marshal.load",
        "rb.YAML.unsafe_load",
        "rb.Oj.object_load",
        "js.node-serialize.unserialize",
        "js.serialize-to-js.deserialize",
        "js.funcster.deepDeserialize",
      ],
    }),
    call({
      of: ["yaml.load", "yaml.load_all"],
      where: not(
        argument([1, "Loader"], path("yaml.SafeLoader", "yaml.CSafeLoader", "yaml.BaseLoader", "yaml.CBaseLoader")),
      ),
    }),
    call({ of: ["torch.load"], where: not(argument("weights_only", isTrue)) }),
    call({ of: ["numpy.load"], where: argument("allow_pickle", isTrue) }),
  ],
  bad: [
    "import pickle\npickle.load(f)",
    "import yaml\nyaml.load(f)",
    'import torch\ntorch.load("m.pt")',
    'import numpy as np\nnp.load("a.npy", allow_pickle=True)',
    { "skill.js": 'require("node-serialize").unserialize(body);' },
    { "a.rb": "Marshal.load(blob)" },
  ],
  good: [
    "import yaml\nyaml.safe_load(f)",
    "import yaml\nyaml.load(f, Loader=yaml.SafeLoader)",
    'import torch\ntorch.load("m.pt", weights_only=True)',
    "import json\njson.load(f)",
    { "skill.js": "JSON.parse(body);" },
  ],
});
