import { describe, expect, it } from "vitest";
import { skillsTouched } from "../../src/git/skills-touched.ts";

function touched(changed: string[], now: string[], before: string[] = now, files: string[] = changed) {
  const exists = new Set([
    ...files,
    ...files.flatMap((file) => file.split("/").map((_, n, parts) => parts.slice(0, n).join("/"))),
  ]);
  return skillsTouched(changed, {
    isSkillNow: (folder) => now.includes(folder),
    wasSkill: (folder) => before.includes(folder),
    isFolderNow: (folder) => exists.has(folder),
    existsNow: (path) => exists.has(path),
  });
}

describe("skillsTouched", () => {
  it("maps a file to its nearest SKILL.md", () => {
    expect(touched(["a/x.py", "a/b/deep/y.py", "c/z.py"], ["a", "a/b", "c"])).toEqual({
      skills: ["a", "c"],
      files: [],
    });
    expect(touched(["a/b/deep/y.py"], ["a", "a/b"])).toEqual({ skills: ["a/b"], files: [] });
    expect(touched(["x.py"], [""])).toEqual({ skills: [""], files: [] });
  });

  it("takes what belongs to no skill by itself, and not what is gone", () => {
    expect(touched(["lib/x.py", "gone.py"], ["a"], ["a"], ["lib/x.py"])).toEqual({ skills: [], files: ["lib/x.py"] });
  });

  it("looks at what is left of a skill that lost its SKILL.md", () => {
    expect(touched(["a/SKILL.md"], [], ["a"], ["a/run.py"])).toEqual({ skills: ["a"], files: [] });
    expect(touched(["o/a/SKILL.md"], ["o"], ["o", "o/a"], ["o/a/run.py"])).toEqual({ skills: ["o"], files: [] });
    expect(touched(["a/SKILL.md"], [], ["a"], [])).toEqual({ skills: [], files: [] });
  });

  it("does not take names for folders that only begin alike", () => {
    expect(touched(["skills-x/a.py", "skills/b.py"], ["skills"])).toEqual({
      skills: ["skills"],
      files: ["skills-x/a.py"],
    });
  });
});
