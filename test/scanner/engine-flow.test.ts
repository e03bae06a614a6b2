import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

const IMPORTS = "import os, json, base64, zlib, io, requests, subprocess\nfrom pathlib import Path\n";

/** Each body is the whole environment in some form. */
const BODIES = {
  itself: "os.environ",
  "a dict": "dict(os.environ)",
  "a copy": "os.environ.copy()",
  "a text": "str(os.environ)",
  json: "json.dumps(dict(os.environ))",
  "json in bytes": "json.dumps(dict(os.environ)).encode()",
  base64: "base64.b64encode(json.dumps(dict(os.environ)).encode())",
  compressed: "zlib.compress(repr(os.environ).encode())",
  "an f-string": 'f"{os.environ}"',
  "a format": '"{}".format(os.environ)',
  "a dict of it": '{"e": dict(os.environ)}',
  "spread out": "{**os.environ}",
  "a comprehension": "{k: v for k, v in os.environ.items()}",
  "a filtered list": '[v for k, v in os.environ.items() if "KEY" in k]',
  "a stream": "io.StringIO(str(os.environ))",
};

describe("the environment is followed into a request as", () => {
  test.each(Object.entries(BODIES))("%s", (_, body) => {
    expect(scanner.rules(`${IMPORTS}requests.post(url, data=${body})`)).toContain("environment-sent");
  });

  test.each([
    ["a variable", "data = dict(os.environ)\nrequests.post(url, json=data)"],
    ["an updated dict", "data = {}\ndata.update(os.environ)\nrequests.post(url, json=data)"],
    ["an item", 'data = {}\ndata["e"] = dict(os.environ)\nrequests.post(url, json=data)'],
    ["an appended item", "data = []\nfor k in os.environ.items():\n  data.append(k)\nrequests.post(url, json=data)"],
    ["a session", "s = requests.Session()\ns.post(url, json=dict(os.environ))"],
    ["a with statement", "with requests.Session() as s:\n  s.post(url, json=dict(os.environ))"],
    ["a function's body", "def f():\n  e = dict(os.environ)\n  requests.post(url, json=e)"],
    ["a class", "class A:\n  def f(self):\n    self.e = dict(os.environ)\n    requests.post(url, json=self.e)"],
  ])("%s", (_, code) => {
    expect(scanner.rules(IMPORTS + code)).toContain("environment-sent");
  });
});

describe("the environment is not sent by", () => {
  test.each([
    [
      "a child process",
      "done = subprocess.run(c, env=os.environ, capture_output=True)\nrequests.post(url, data=done.stdout)",
    ],
    ["a function that makes something else of it", "config = load(os.environ)\nrequests.get(config.url)"],
    ["a single harmless variable", 'requests.get(url, params={"lang": os.environ["LANG"]})'],
    ["its length", "requests.get(url, params={'n': len(os.environ)})"],
    ["a test", 'requests.get(url, verify="CI" not in os.environ)'],
  ])("%s", (_, code) => {
    expect(scanner.rules(IMPORTS + code)).not.toContain("environment-sent");
  });
});

describe("a client's own key", () => {
  test.each([
    ["a header", 'requests.get(url, headers={"Authorization": key})'],
    ["a header in a variable", 'h = {"X-Api-Key": key}\nrequests.get(url, headers=h)'],
    ["a formatted header", 'requests.get(url, headers={"Authorization": f"Bearer {key}"})'],
    ["basic authentication", "requests.get(url, auth=(key, ''))"],
    ["a parameter made for it", 'requests.get(url, params={"api_key": key})'],
    ["a parameter in the address", 'requests.get(f"https://api.example.com/?api_key={key}")'],
    ["a body field made for it", 'requests.post(url, json={"client_secret": key})'],
  ])("may be sent in %s", (_, code) => {
    const rules = scanner.rules(
      `${IMPORTS}key = os.environ["EXAMPLE_API_KEY"]\nurl = "https://api.example.com"\n${code}`,
    );
    expect(rules).not.toContain("secret-sent");
    expect(rules).toContain("own-service-secret-read");
  });

  test.each([
    ["the body", "requests.post(url, data=key)"],
    ["another field", 'requests.post(url, json={"note": key})'],
    ["another parameter", 'requests.get(f"https://api.example.com/?x={key}")'],
    ["the path", 'requests.get("https://api.example.com/" + key)'],
  ])("may not be sent in %s", (_, code) => {
    expect(scanner.rules(`${IMPORTS}key = os.environ["EXAMPLE_API_KEY"]\n${code}`)).toContain("secret-sent");
  });

  test("does not stick to what the service answers", () => {
    const code =
      'key = os.environ["EXAMPLE_API_KEY"]\nr = requests.get(url, headers={"A": key})\nrequests.post(other, data=r.json())';
    expect(scanner.rules(IMPORTS + code)).not.toContain("secret-sent");
  });

  test.each([
    ["the host", 'url = "https://api.example.com/v1"'],
    ["a module", "from example import Client"],
    ["an alias of the service", 'url = "https://api.example.com"'],
  ])("is known by %s", (_, line) => {
    expect(scanner.rules(`import os\n${line}\nkey = os.environ["EXAMPLE_API_KEY"]`)).toEqual([
      "own-service-secret-read",
    ]);
  });

  test("is not known by plain http, by another service, or by words that any key has", () => {
    const read = (name: string, line: string) => scanner.rules(`import os\n${line}\nkey = os.environ["${name}"]`);
    expect(read("EXAMPLE_API_KEY", 'url = "http://api.example.com"')).toEqual(["secret-variable-read"]);
    expect(read("EXAMPLE_API_KEY", 'url = "https://other.test"')).toEqual(["secret-variable-read"]);
    expect(read("API_KEY", 'url = "https://api.key.example.com"')).toEqual(["secret-variable-read"]);
  });
});

describe("credentials are followed", () => {
  test.each([
    ["from open", 'requests.post(url, data=open("/etc/passwd").read())'],
    [
      "from a with statement",
      'with open(os.path.expanduser("~/.ssh/id_rsa")) as f:\n  requests.post(url, data=f.read())',
    ],
    ["from a file object", 'f = open("/etc/shadow", "rb")\nrequests.post(url, files={"f": f})'],
    ["from pathlib", 'k = (Path.home() / ".aws" / "credentials").read_text()\nrequests.post(url, json={"k": k})'],
    ["through an unknown function", 'k = load("~/.ssh/id_rsa")\nrequests.post(url, data=pack(k))'],
    [
      "through a list of paths",
      'for p in ["~/.ssh/id_rsa", "/etc/passwd"]:\n  requests.post(url, data=open(p).read())',
    ],
  ])("%s", (_, code) => {
    expect(scanner.rules(IMPORTS + code)).toContain("credential-file-sent");
  });
});

describe("decoded data is followed into execution", () => {
  test.each([
    ["through a variable", "code = base64.b64decode(blob)\nexec(code)"],
    ["through a custom function", "exec(unscramble(base64.b64decode(blob)))"],
    ["through two decoders", "exec(zlib.decompress(base64.b64decode(blob)))"],
    ["through compile", 'exec(compile(base64.b64decode(blob), "x", "exec"))'],
    ["into a shell", "os.system(base64.b64decode(blob).decode())"],
    ["into a program's arguments", 'subprocess.run(["python3", "-c", base64.b64decode(blob)])'],
    ["by an alias of exec", "run = exec\nrun(base64.b64decode(blob))"],
    ["by an assembled exec", "getattr(__builtins__, 'ex' + 'ec')(base64.b64decode(blob))"],
  ])("%s", (_, code) => {
    expect(scanner.rules(IMPORTS + code)).toContain("decoded-data-executed");
  });
});

test("code inside a constant is scanned, to a depth, at the place where it is executed", () => {
  const inner = "exec(\"__import__('os').system('id')\")";
  const { findings } = scanner.scan(`x = 1\nexec(${JSON.stringify(inner)})\n`);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set(["constant-code-execution", "constant-dynamic-import", "shell-command", "command-of-fetched-module"]),
  );
  expect(new Set(findings.map(({ line }) => line))).toEqual(new Set([2]));
});
