import { all, argument, call, claimed, fromCaller, given, inDocument, isTrue, not, says, unchecked } from "../match.ts";
import { defineRule } from "../rule.ts";
import { STATEMENT_RUNNERS } from "../vocabulary/database-calls.ts";
import { EVALUATORS, SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";
import { FILE_OPENERS } from "../vocabulary/file-calls.ts";

const CLAIMED_SAFE = claimed(
  says(
    /[\s"'-](safe|safely|secure|securely|sanitize[ds]?|sanitise[ds]?|validate[ds]?|validation|parameteri[sz]ed|sandboxed|hardened)[\s"'.,:;-]/i,
  ),
);
const UNCHECKED = all(CLAIMED_SAFE, unchecked, not(inDocument));
const STATEMENT =
  /^\s*(select .* from|insert into|update .* set|delete from|drop (table|database)|create (table|user)|alter table)\s/i;

export default defineRule({
  id: "safety-only-claimed",
  category: "agent_manipulation",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the skill calls itself safe, and executes or opens what it is given without a look at it",
  why: "An agent trusts the description and hands it what strangers have written: an expression, a file's name, a word to search for.",
  fix: "Check what is given: allow what is known, bind parameters of statements, and never evaluate.",
  references: ["CWE-78", "CWE-89", "CWE-22", "CWE-95", "OWASP ASI02"],
  match: [
    call({
      of: EVALUATORS,
      where: all(argument([0, "source"], fromCaller), not(argument([1, "globals"], given)), UNCHECKED),
    }),
    call({ of: SHELL_RUNNERS, where: all(argument([0, "cmd", "command"], fromCaller), UNCHECKED) }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(argument([0, "args"], fromCaller), argument("shell", isTrue), UNCHECKED),
    }),
    call({
      of: STATEMENT_RUNNERS,
      where: all(
        argument([0, "sql", "query", "operation"], fromCaller),
        argument([0, "sql", "query", "operation"], says(STATEMENT)),
        UNCHECKED,
      ),
    }),
    call({
      of: FILE_OPENERS,
      where: all(
        argument([0, "file"], fromCaller),
        argument([0, "file"], says(/^(\/|~\/|[A-Z]:\\)[\w.-]+[/\\]/)),
        UNCHECKED,
      ),
    }),
  ],
  bad: [
    {
      "SKILL.md": "---\nname: sums\ndescription: Evaluates sums safely.\n---\n# Sums\n",
      "sums.py": "def total(text):\n    return eval(text)",
    },
    {
      "SKILL.md": "---\nname: notes\ndescription: A secure store for notes.\n---\n# Notes\n",
      "notes.py":
        'import os\ndef read(name):\n    with open(os.path.join("/srv/notes", name)) as f:\n        return f.read()',
    },
    {
      "SKILL.md": "---\nname: people\ndescription: Finds people with parameterized statements.\n---\n# People\n",
      "people.py":
        'import sqlite3\ndef find(name):\n    db = sqlite3.connect("people.db")\n    return db.execute(f"SELECT * FROM people WHERE name = \'{name}\'").fetchall()',
    },
    {
      "SKILL.md": "---\nname: lookup\ndescription: Validated look-ups of hosts.\n---\n# Hosts\n",
      "lookup.py": 'import os\ndef look(host):\n    os.system(f"ping -c 1 {host}")',
    },
    {
      "SKILL.md": "---\nname: safe-sums\ndescription: Evaluates sums.\n---\n# Sums\n",
      "sums.js": "function total(text) {\n  return eval(text);\n}\nmodule.exports = total;",
    },
  ],
  good: [
    {
      "SKILL.md": "---\nname: sums\ndescription: Evaluates sums.\n---\n# Sums\n",
      "sums.py": "def total(text):\n    return eval(text)",
    },
    {
      "SKILL.md": "---\nname: sums\ndescription: Evaluates sums safely.\n---\n# Sums\n",
      "sums.py": 'def total(text):\n    return eval(text, {"__builtins__": {}}, {})',
    },
    {
      "SKILL.md": "---\nname: sums\ndescription: Evaluates sums safely.\n---\n# Sums\n",
      "sums.py": "def total(text):\n    check(text)\n    return eval(text)",
    },
    {
      "SKILL.md": "---\nname: notes\ndescription: A secure store for notes.\n---\n# Notes\n",
      "notes.py":
        'import os\ndef read(name):\n    with open(os.path.join("/srv/notes", os.path.basename(name))) as f:\n        return f.read()\n\ndef show(path):\n    return open(path).read()',
    },
    {
      "SKILL.md": "---\nname: people\ndescription: Finds people with parameterized statements.\n---\n# People\n",
      "people.py":
        'import sqlite3\ndef find(name):\n    db = sqlite3.connect("people.db")\n    return db.execute("SELECT * FROM people WHERE name = ?", (name,)).fetchall()',
    },
    {
      "SKILL.md": "---\nname: lookup\ndescription: Validated look-ups of hosts.\n---\n# Hosts\n",
      "lookup.py": 'import subprocess\ndef look(host):\n    subprocess.run(["ping", "-c", "1", host])',
    },
  ],
});
