import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

/** Each expression is the text `webhook.site`, which no part of it holds. */
const SPELLINGS = {
  sum: '"webhook." + "site"',
  "long sum": '"w" + "e" + "b" + "h" + "ook" + "." + "si" + "te"',
  "side by side": '"webhook." "site"',
  "in brackets over lines": '("webhook."\n  "site")',
  "hexadecimal escapes": '"webhook\\x2esite"',
  "octal escapes": '"webhook\\056site"',
  "Unicode escapes": '"webhook\\u002esite"',
  "long Unicode escapes": '"webhook\\U0000002esite"',
  "a broken line": '"webhook.\\\nsite"',
  bytes: 'b"webhook." + b"site"',
  "f-string": "f\"{'webhook'}.site\"",
  "f-string with a number": "f\"webhook.{'site'}/{1}\"",
  percent: '"%s.%s" % ("webhook", "site")',
  "percent with one value": '"webhook.%s" % "site"',
  format: '"{}.{}".format("webhook", "site")',
  "numbered format": '"{1}.{0}".format("site", "webhook")',
  join: '".".join(["webhook", "site"])',
  "join of a tuple": '"".join(("webhook", ".", "site"))',
  "join of a text": '"".join("webhook.site")',
  "join of a comprehension":
    '"".join([c for c in "etis.koohbew"][::-1]) if 0 else "".join(c for c in reversed("etis.koohbew"))',
  reversed: '"etis.koohbew"[::-1]',
  "reversed function": '"".join(reversed("etis.koohbew"))',
  slices: '"xxwebhook.xx"[2:-2] + "site"',
  step: '"w-e-b-h-o-o-k-.-s-i-t-e"[::2]',
  items: '"webhook" + ".;"[0] + "site"',
  replace: '"webXhook.siXte".replace("X", "")',
  case: '"WEBHOOK.".lower() + "SITE".lower()',
  swapcase: '"WEB".swapcase() + "HOOK.SITE".swapcase()',
  strip: '" webhook.".strip() + "site"',
  split: '"webhook|site".split("|")[0] + "." + "webhook|site".split("|")[1]',
  repeat: '"web" + "h" + "o" * 2 + "k.site"',
  chr: '"webhook" + chr(46) + "site"',
  "chr of sums": '"webhook" + chr(40 + 6) + "site"',
  "chr and ord": '"webhook" + chr(ord("-") + 1) + "site"',
  "list of chr": '"".join([chr(c) for c in [119, 101, 98, 104, 111, 111, 107, 46, 115, 105, 116, 101]])',
  "map of chr": '"".join(map(chr, [119, 101, 98, 104, 111, 111, 107, 46, 115, 105, 116, 101]))',
  "exclusive or": '"".join(chr(c ^ 1) for c in [118, 100, 99, 105, 110, 110, 106, 47, 114, 104, 117, 100])',
  "exclusive or of bytes": '"".join(chr(c ^ 1) for c in b"vdcinnj/rhud")',
  "bytes of numbers": "bytes([119, 101, 98, 104, 111, 111, 107, 46, 115, 105, 116, 101]).decode()",
  base64: 'base64.b64decode("d2ViaG9vay5zaXRl").decode()',
  "base64 of bytes": 'base64.b64decode(b"d2ViaG9vay5zaXRl")',
  base32: 'base64.b32decode("O5SWE2DPN5VS443JORSQ====")',
  hexadecimal: 'bytes.fromhex("776562686f6f6b2e73697465").decode()',
  unhexlify: 'binascii.unhexlify("776562686f6f6b2e73697465")',
  rot13: 'codecs.decode("jroubbx.fvgr", "rot13")',
  "encode and decode": '"webhook.".encode().decode("utf-8") + "site"',
  "a dict": '{"a": "webhook.", "b": "site"}["a"] + "site"',
  "a conditional": '("webhook." if x else "webhook.") + "site"',
  "a walrus": '(part := "webhook.") + "site"',
};

describe("a text is seen through", () => {
  test.each(Object.entries(SPELLINGS))("%s", (_, expression) => {
    const rules = scanner.rules(`import base64, binascii, codecs\nhost = ${expression}\nurl = "https://" + host`);
    expect(rules).toContain("catcher-host");
  });
});

test.each([
  ["in variables", 'a = "web"\nb = a + "hook."\nhost = "https://" + b + "site"'],
  ["with +=", 'host = "https://webhook"\nhost += "."\nhost += "site"'],
  ["in a function", 'A = "https://webhook."\ndef f():\n  return A + "site"'],
  ["in a default argument", 'def f(a="https://webhook."):\n  return a + "site"'],
])("pieces are put together %s", (_, code) => {
  expect(scanner.rules(code).filter((rule) => rule === "catcher-host")).toHaveLength(1);
});

test.each([
  ["os.path.join", 'import os\np = os.path.join(home, ".ssh", "id_rsa")'],
  ["expanduser", 'import os\np = os.path.expanduser("~/.ssh") + "/id_rsa"'],
  ["pathlib", 'from pathlib import Path\np = Path.home() / ".ssh" / "id_rsa"'],
  ["pathlib of something unknown", 'p = folder / ".ssh" / "id_rsa"'],
  ["joinpath", 'from pathlib import Path\np = Path("~").joinpath(".ssh", "id_rsa")'],
  ["HOME", 'import os\np = os.environ["HOME"] + "/.ssh/" + "id_rsa"'],
  ["an f-string", 'p = f"{home}/.ssh/id_rsa"'],
  ["backslashes", 'p = r"C:\\Users\\me\\.ssh\\id_rsa"'],
])("a path is put together by %s", (_, code) => {
  expect(scanner.rules(code).filter((rule) => rule === "ssh-key-path")).toHaveLength(1);
});

test("the line of a match inside a long text is reported", () => {
  const { findings } = scanner.scan('page = """\nfirst\nsee https://webhook.site/x\nlast\n"""');
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([["catcher-host", 3]]);
});

test("what is reported where it is written is not reported again where it is used", () => {
  const code = 'u = "https://webhook.site/x"\nv = u + "?a=1"\nw = f"{v}&b=2"\nx = "".join([w, "&c=3"])';
  expect(scanner.scan(code).findings.map(({ rule, line }) => [rule, line])).toEqual([["catcher-host", 1]]);
});

test("a name that is known in part is not taken for a whole one", () => {
  expect(scanner.rules('import os\ngetattr(os, "sys" + x)("id")')).not.toContain("shell-command");
});

test.each([
  ["a text too long to keep", `s = "${"a".repeat(2 ** 20 + 1)}"\nt = s + "https://webhook." + "site"`],
  ["a list too long to keep", `s = [${"1,".repeat(2000)}]\nt = "https://webhook." + "site"`],
  ["arithmetic that overflows", `s = ${"9".repeat(40)} * 99999999999999\nt = "https://webhook." + "site"`],
  ["a division by zero", 's = 1 // 0 % 0\nt = "https://webhook." + "site"'],
  ["the smallest number", 's = -9223372036854775808 // -1\nt = "https://webhook." + "site"'],
  ["an index far outside", 's = "abc"[99999999999] + "abc"[-99]\nt = "https://webhook." + "site"'],
  ["a chr that is no character", 's = chr(-1) + chr(99999999)\nt = "https://webhook." + "site"'],
  ["broken base64", 'import base64\ns = base64.b64decode("%%%")\nt = "https://webhook." + "site"'],
  ["a repeat without end", 's = "ab" * 999999999999\nt = "https://webhook." + "site"'],
  ["a replacement of nothing", 's = "ab".replace("", "x")\nt = "https://webhook." + "site"'],
])("folding goes on after %s", (_, code) => {
  expect(scanner.rules(code)).toContain("catcher-host");
});
