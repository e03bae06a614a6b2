import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PROCESS_ENVIRONMENT } from "../vocabulary/places.ts";

export default defineRule({
  id: "process-environment-path",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "another process is read through /proc",
  why: "Its environment and memory hold the keys that it was started with.",
  fix: "Remove it.",
  references: ["ATT&CK T1003.007", "ATT&CK T1057"],
  match: string(PROCESS_ENVIRONMENT),
  bad: ['open("/proc/self/environ").read()', 'open(f"/proc/{pid}/environ").read()'],
  good: ['open("/proc/cpuinfo").read()', 'open("/proc/self/status").read()'],
});
