import { describe, expect, it } from "vitest";
import { kindOf } from "../../src/skill/kind.ts";

describe("kindOf", () => {
  it.each([
    ["a.py", "", "python"],
    ["A.PY", "", "python"],
    ["gui.pyw", "", "python"],
    ["a.py", "#!/bin/sh\n", "python"],
    ["tool", "#!/usr/bin/env python3\nimport os", "python"],
    ["tool", "#! /opt/venv/bin/python3.12 -u\n", "python"],
    ["tool", "#!/usr/bin/env -S uv run --script\n", "python"],
    ["notes.txt", "#!/usr/bin/python\n", "python"],
    ["tool", "#!/usr/bin/env node\n", "javascript"],
    ["tool", "#!/bin/bash\npython x", "shell"],
    ["a.ts", "", "javascript"],
    ["SKILL.md", "# python", "markdown"],
    ["a.pyc", "", "python bytecode"],
    ["a.bin", "\0asm\x01\0\0\0", "webassembly"],
    ["data.json", "{}", "other"],
    [".py", "", "python"],
    ["py", "import os", "other"],
    ["dir.py/readme", "", "other"],
    ["tool", "\n#!/usr/bin/python\n", "other"],
  ])("%s starting with %j is %s", (name, head, kind) => {
    expect(kindOf(name, Buffer.from(head))).toBe(kind);
  });
});
