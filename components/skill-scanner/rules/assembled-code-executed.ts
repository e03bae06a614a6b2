import { all, argument, call, isAssembled, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "assembled-code-executed",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "code that is written in pieces is executed",
  why: "All of it is known when it is written: it is in pieces so that nobody finds the words in it.",
  fix: "Write the code where it runs, without exec.",
  references: ["CWE-94", "ATT&CK T1027"],
  match: call({
    of: ["builtins.exec", "js.eval"], // eval and Function are given templates by many
    where: all(argument([0, "source"], isAssembled), not(argument([0, "source"], says(/\n/)))),
  }),
  bad: [
    'exec("pri" + "nt(1)")',
    'exec("".join(["p", "r", "i", "n", "t", "(1)"]))',
    'exec("pxrxixnxtx(x1x)"[::2])',
    'exec("pr#in#t(1)".replace("#", ""))',
    'exec("{}{}".format("pri", "nt(1)"))',
    'exec("%s%s" % ("pri", "nt(1)"))',
    'a = "pit1"\nb = "rn()"\nexec("".join(x + y for x, y in zip(a, b)))',
    { "skill.js": 'eval("aler" + "t(1)");' },
  ],
  good: [
    'exec("print(1)")',
    'exec("a = %s\\nb = %s\\n" % (1, 2))',
    'eval("Point." + "x")',
    'exec("x = " + value)',
    'text = "a" + "b"',
    { "skill.js": 'eval("1 + 1");' },
  ],
});
