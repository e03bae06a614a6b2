import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

/** Each calls `os.system("id")` in the end. */
const ROUTES = {
  plain: 'import os\nos.system("id")',
  "among other imports": 'import json, os, sys\nos.system("id")',
  "an alias": 'import os as o\no.system("id")',
  "an imported name": 'from os import system\nsystem("id")',
  "an imported name under another": 'from os import system as s\ns("id")',
  "a star import": 'from os import *\nsystem("id")',
  "an import in brackets": 'from os import (\n  path,\n  system as run,\n)\nrun("id")',
  "the module that os is made of": 'import posix\nposix.system("id")',
  "a module that imports os": 'import tempfile\ntempfile._os.system("id")',
  "a module that rules know": 'import subprocess\nsubprocess.os.system("id")',
  "an import in a function": 'def f():\n  import os\n  os.system("id")',
  "an import that may fail": 'try:\n  import os\nexcept ImportError:\n  os = None\nos.system("id")',
  "a name that is taken away later": 'import os\ndef f():\n  os.system("id")\nos = None',
  "never imported": 'os.system("id")',
  "a variable": 'import os\nrun = os.system\nrun("id")',
  "a chain of variables": 'import os\na = b = os\nc = a\nc.system("id")',
  "a tuple": 'import os\na, b = 1, os.system\nb("id")',
  "a walrus": 'import os\nif (run := os.system):\n  run("id")',
  "one branch": 'import os\nif x:\n  run = os.system\nelse:\n  run = print\nrun("id")',
  "a conditional expression": 'import os\n(os.system if x else print)("id")',
  "an or": 'import os\n(x or os.system)("id")',
  "a list": 'import os\n[print, os.system][1]("id")',
  "a dict": 'import os\ncalls = {"a": print, "b": os.system}\ncalls["b"]("id")',
  "a dict by get": 'import os\n{"b": os.system}.get("b")("id")',
  "a field":
    'import os\nclass A:\n  def __init__(self):\n    self.run = os.system\n  def go(self):\n    self.run("id")',
  "a class attribute": 'import os\nclass A:\n  run = os.system\nA.run("id")',
  "an instance": 'import os\nclass A:\n  run = os.system\nA().run("id")',
  "a default argument": 'import os\ndef f(run=os.system):\n  run("id")',
  "a global of another function": 'def f():\n  import os\n  global run\n  run = os.system\ndef g():\n  run("id")',
  "a variable of the function around":
    'import os\ndef f():\n  run = None\n  def g():\n    nonlocal run\n    run = os.system\n  def h():\n    run("id")',
  "a lambda": 'import os\nf = lambda: os\nf().system("id")',
  "a loop over names": 'import os\nfor name in ["getcwd", "system"]:\n  getattr(os, name)("id")',
  "a nested function": 'import os\ndef f():\n  def g():\n    def h():\n      os.system("id")',
  "a comprehension": 'import os\n[os.system("id") for x in y]',
  "an f-string": 'import os\nprint(f"{os.system("id")}")',
  "a decorator": 'import os\n@os.system("id")\ndef f(): pass',
  "an annotation": 'import os\ndef f(x: os.system("id")): pass',
  "a base class": 'import os\nclass A(os.system("id")): pass',
  "a default of a lambda": 'import os\nf = lambda x=os.system("id"): x',
  "a with statement": 'import os\nwith open(os.system("id")) as f: pass',
  "a match subject": 'import os\nmatch os.system("id"):\n  case 1: pass',
  "a case guard": 'import os\nmatch x:\n  case 1 if os.system("id"): pass',
  "a case body": 'import os\nmatch x:\n  case [a, *b]:\n    os.system("id")',
  "an assert": 'import os\nassert os.system("id") == 0',
  "an assignment target": 'import os\nx[os.system("id")] = 1',
  "a deletion": 'import os\ndel x[os.system("id")]',
  "an await": 'import os\nasync def f():\n  await os.system("id")',
  "a yield": 'import os\ndef f():\n  yield os.system("id")',
  "a slice": 'import os\nx[os.system("id"):]',
  "a keyword argument": 'import os\nf(a=os.system("id"))',
  "starred arguments": 'import os\nf(*os.system("id"), **os.system("id"))',
  "a type alias": 'import os\ntype X = os.system("id")',
  __import__: '__import__("os").system("id")',
  importlib: 'import importlib\nimportlib.import_module("os").system("id")',
  "importlib by name": 'from importlib import import_module as m\nm("os").system("id")',
  getattr: 'import os\ngetattr(os, "system")("id")',
  "getattr twice": 'getattr(__import__("os"), "system")("id")',
  __dict__: 'import os\nos.__dict__["system"]("id")',
  vars: 'import os\nvars(os)["system"]("id")',
  "vars and get": 'import os\nvars(os).get("system")("id")',
  __getattribute__: 'import os\nos.__getattribute__("system")("id")',
  __call__: 'import os\nos.system.__call__("id")',
  globals: 'import os\nglobals()["os"].system("id")',
  "sys.modules": 'import sys\nsys.modules["os"].system("id")',
  attrgetter: 'import os, operator\noperator.attrgetter("system")(os)("id")',
  partial: 'import os, functools\nfunctools.partial(os.system, "id")()',
  builtins: '__builtins__.__import__("os").system("id")',
  "builtins as a dict": '__builtins__["__import__"]("os").system("id")',
  "after a continuation": 'import os\nos.\\\n  system("id")',
  "over several lines": 'import os\n(\n  os\n  .system\n)("id")',
  "fullwidth letters": 'import os\n\uff4f\uff53.system("id")',
  "a line of its own kind": 'import os\rif 1:\r  os.system("id")\r',
};

describe("os.system is found by way of", () => {
  test.each(Object.entries(ROUTES))("%s", (_, code) => {
    expect(ends(scanner.rules(code))).toBe(true);
  });
});

/** A shell command whose text is known; or, through partial, the callable handed over. */
function ends(rules: readonly string[]): boolean {
  return rules.includes("shell-command") || rules.includes("computed-shell-command");
}

/** None of these does, though a search for words would say so. */
const NOT_ROUTES = {
  "another object's method": 'db.system("id")',
  "another module": 'import mylib as os\nos.system("id")',
  "a parameter of that name": 'def f(os):\n  os.system("id")',
  "a local of that name": 'import os\ndef f():\n  os = Robot()\n  os.system("id")',
  "a loop variable of that name": 'for os in machines:\n  os.system("id")',
  "a relative import": 'from . import os\nos.system("id")',
  "a name imported from elsewhere": 'from mylib import system\nsystem("id")',
  "a comment": '# os.system("id")',
  "a text": "help = 'os.system(\"id\")'",
  "a docstring": '"""os.system("id")"""',
  "a pattern that tests a class": "import os\nmatch x:\n  case os.system(): pass",
  "a replaced method": 'import os\nos = Fake()\nos.system("id")',
};

describe("os.system is not found in", () => {
  test.each(Object.entries(NOT_ROUTES))("%s", (_, code) => {
    expect(ends(scanner.rules(code))).toBe(false);
  });
});

test("what the first version of this scanner was wrong about is right", () => {
  const innocent = [
    "model.eval()",
    "ast.literal_eval(text)",
    "docs = retrieval(query)",
    "cursor.exec(sql)",
    "# never use eval(x)",
    "my_api_key = None",
    "getattr(obj, 'name', None)",
  ];
  expect(innocent.flatMap((code) => scanner.rules(code))).toEqual([]);
});

test.each([
  ["subprocess-import", "import os, subprocess"],
  ["environment-read", "from os import environ as e"],
  ["code-execution", "exec\\\n(code)"],
  ["decoded-data-executed", "from base64 import *\nexec(\n  b64decode(\n    blob\n  )\n)"],
  ["code-execution", "__builtins__.__dict__['ev'+'al'](x)"],
  ["assembled-name", "__builtins__.__dict__['ev'+'al'](x)"],
  ["shell-command", "getattr(__import__('o'+'s'),'sys'+'tem')('id')"],
  ["assembled-name", "getattr(__import__('o'+'s'),'sys'+'tem')('id')"],
  ["text-from-character-codes", "''.join(map(chr,[105, 100]))"],
  ["chat-webhook", "u = 'https://discordapp.com/api/webhooks/1'"],
  ["chat-webhook", "u = 'https://hooks.slack.com/services/x'"],
  ["tunnel-host", "u = 'https://a-b-c.ngrok-free.app'"],
  ["numbered-host", "u = 'http://203.0.113.5/x'"],
])("%s is found in %j", (rule, code) => {
  expect(scanner.rules(code)).toContain(rule);
});

test("the example of the documentation gives exactly one finding", () => {
  const report = scanner.scan('import os; os.environ["API_KEY"]');
  expect(report.total_findings).toBe(1);
  expect(report.findings.map(({ category, line }) => [category, line])).toEqual([["api_exfiltration", 1]]);
});
