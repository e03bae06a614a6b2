import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "startup-registry-key",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "a key that Windows starts at login is written",
  why: "What is put there runs at every login, long after the skill is gone.",
  fix: "Tell the user how to start the program.",
  references: ["ATT&CK T1547.001"],
  match: call({
    of: ["winreg.SetValueEx", "winreg.SetValue", "winreg.CreateKey", "winreg.CreateKeyEx", "_winreg.SetValueEx"],
  }),
  bad: ['import winreg\nwinreg.SetValueEx(key, "x", 0, winreg.REG_SZ, path)'],
  good: ['import winreg\nwinreg.QueryValueEx(key, "x")'],
});
