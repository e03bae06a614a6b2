import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "endless-loop",
  category: "resource_abuse",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "go"],
  title: "a loop never ends, and does nothing but use up the machine",
  why: "Nothing in it ends it, waits or can fail: whoever calls it never gets an answer, and the machine's time or memory is gone.",
  fix: "Loop over what there is to do, and say when it is done.",
  references: ["CWE-835", "CWE-400", "ATT&CK T1499"],
  match: engine("endless-loop"),
  bad: [
    "def summarise(rows):\n    while True:\n        shape(rows)\n\ndef shape(rows):\n    if rows:\n        return [r * 2 for r in rows]\n    return rows",
    'kept = []\nwhile True:\n    kept.append("x" * 1000000)',
    "import os\nwhile 1:\n    os.fork()",
    "import threading\ndef run():\n    while True:\n        threading.Thread(target=run).start()",
    'with open("/tmp/fill", "a") as f:\n    while True:\n        f.write("x" * 4096)',
    { "a.js": "const all = [];\nwhile (true) {\n  all.push(new Array(1000000).fill('x'));\n}" },
    { "a.js": "function burn(n) {\n  for (;;) {\n    n = Math.sqrt(n + 1);\n  }\n}" },
  ],
  good: [
    "while True:\n    pass",
    "def step():\n    pass\n\nwhile True:\n    step()",
    "while True:\n    line = read()\n    rows.append(line)",
    "import time\nwhile True:\n    count += 1\n    time.sleep(1)",
    "def numbers():\n    n = 0\n    while True:\n        n += 1\n        yield n",
    "while True:\n    n += 1\n    if n > 9:\n        break",
    "while True:\n    rows.append(next(lines))",
    "async def f():\n    while True:\n        n += 1\n        await step(n)",
    "def read():\n    while True:\n        n += 1\n        check(n)\n\ndef check(n):\n    if n > 3:\n        raise ValueError(n)",
    "while False:\n    n += 1",
    { "a.js": "for (;;) {\n  const part = reader.read();\n  parts.push(part);\n}" },
    { "a.js": "while (true) {\n  n++;\n  if (n > 3) return;\n}" },
    { "a.js": "function f(n) {\n  do {\n    n += 1;\n  } while (0);\n  return n;\n}" },
    {
      "a.js":
        "function f(n) {\n  up: {\n    for (;;) {\n      if (n === n.parent) break up;\n      n = n.parent;\n    }\n  }\n}",
    },
    { "README.md": "```python\nwhile True:\n    n += 1\n```\n" },
  ],
});
