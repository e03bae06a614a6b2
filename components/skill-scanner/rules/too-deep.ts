import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "too-deep",
  category: "unanalysable",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the code is nested too deeply to be followed",
  why: "No person writes code like this; whatever is inside was only searched for names and calls.",
  fix: "Write the expression in steps.",
  references: ["CWE-1124"],
  match: engine("too-deep"),
  bad: [`x = ${"(".repeat(300)}1${")".repeat(300)}`, `x = ${"f(".repeat(300)}1${")".repeat(300)}`],
  good: ["x = ((((((((((1))))))))))", "f(f(f(f(f(f(1))))))"],
});
