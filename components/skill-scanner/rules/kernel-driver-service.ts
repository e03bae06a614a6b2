import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "kernel-driver-service",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["shell", "markdown"],
  title: "a driver is put into Windows' kernel",
  why: "Attackers bring a signed driver with a hole, and end the protective software from inside the kernel.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1543.003", "ATT&CK T1068", "ATT&CK T1562.001"],
  match: call({
    of: WINDOWS_LINES,
    where: argument(
      0,
      says(
        /sc(\.exe)?\s+create\s[^\n]*type=\s*(kernel|filesys)|New-Service\s[^\n]*\.sys|bcdedit(\.exe)?\s[^\n]*testsigning\s+on/i,
      ),
    ),
  }),
  bad: [
    { "a.bat": "sc create helpdrv type= kernel start= demand binPath= C:\\Temp\\helpdrv.sys" },
    { "SKILL.md": "# Tune\n\n```cmd\nbcdedit /set testsigning on\n```\n" },
  ],
  good: [{ "a.bat": "sc query spooler" }, { "a.bat": "sc create agent binPath= C:\\agent\\agent.exe start= auto" }],
});
