import { all, any, argument, call, constant, from, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS, COMMANDS, EVALUATORS } from "../vocabulary/execution-calls.ts";
import { SHELL_CODE } from "../vocabulary/shell-commands.ts";
import { characterCodes, escapedText, mappedCharacters, numberBytes } from "../vocabulary/sources.ts";

const TEXT = [0, "source", "args", "cmd"];

export default defineRule({
  id: "spelled-code-executed",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "code that is spelled in numbers is executed",
  why: "Numbers in the place of letters hide the code from whoever reads or searches it.",
  fix: "Write the code as text.",
  references: ["CWE-94", "ATT&CK T1027", "ATT&CK T1140"],
  match: [
    call({
      of: [...CODE_RUNNERS, ...COMMANDS, "builtins.compile"],
      where: all(
        any(argument(TEXT, constant), not(argument(TEXT, says(/\w{5}/)))),
        any(...[characterCodes, mappedCharacters, numberBytes].map((spelled) => argument(TEXT, from(spelled)))),
      ),
    }),
    call({ of: EVALUATORS, where: argument(TEXT, from(escapedText)) }),
    call({ of: SHELL_CODE, where: argument(0, from(escapedText)) }),
  ],
  bad: [
    "import html\nexec(html.unescape(text))",
    'import urllib.parse\nexec(urllib.parse.unquote("%70rint(1)"))',
    'exec("".join(chr(c) for c in codes))',
    'exec("".join(map(chr, [112, 114, 105, 110, 116, 40, 49, 41])))',
    "n = 0x7072696e74283129\nexec(n.to_bytes(8, 'big').decode())",
    "import struct\nexec(struct.pack('<2I', 1852404336, 691613812).decode())",
    'from functools import reduce\nexec(reduce(lambda text, code: text + chr(code), [112, 114], ""))',
    "def spell(codes):\n    return chr(codes[0] - 1) + spell(codes[1:]) if codes else ''\neval(spell(data))",
    "exec(text.translate({ord(c): chr(ord(c) - 1) for c in set(text)}))",
    "import os\nos.system(bytes([105, 100]).decode())",
    { "skill.js": "eval(String.fromCharCode.apply(null, [97, 108, 101, 114, 116]));" },
    { "skill.js": 'eval("97,108".split(",").map(Number).map((c) => String.fromCharCode(c)).join(""));' },
    { "run.sh": "eval \"$(printf '\\143\\165\\162\\154')\"" },
    { "run.sh": 'echo -e "\\x69\\x64\\x20\\x2d" | sh' },
  ],
  good: [
    {
      "skill.js":
        'const key = String.fromCharCode(97 + i);\nconst read = new Function("r", "return function () { return r." + key + " }");',
    },
    'print("".join(chr(c) for c in codes))',
    "import subprocess\nsubprocess.run(['tool', '--separator', 'a' + 'b'])",
    { "run.sh": "printf 'a\\nb\\n' | sh" },
    { "skill.js": "const letter = String.fromCharCode(65 + i);" },
  ],
});
