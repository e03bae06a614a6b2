import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CATCHERS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "catcher-host",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "a request-catching host is named",
  why: "Such hosts show whatever they receive to whoever made the address; honest skills have no use for them.",
  fix: "Send data only to the service that the skill is for.",
  references: ["ATT&CK T1567"],
  match: string(CATCHERS),
  bad: [
    'url = "https://webhook.site/11111111-2222-3333-4444-555555555555"',
    'host = "abc." + "oast" + ".fun"',
    'url = "https://web\\x68ook.site/x"',
  ],
  good: [
    'url = "https://example.com/webhook/site"',
    "# never post to webhook.site",
    '"""Docs: do not use webhook.site."""',
  ],
});
