import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CATCHER_ADDRESS, CATCHERS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "catcher-host",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the address of a request-catching host is written down",
  why: "Such hosts show whatever they receive to whoever made the address; honest skills have no use for them.",
  fix: "Send data only to the service that the skill is for.",
  references: ["ATT&CK T1567"],
  match: string(CATCHERS, { confirm: CATCHER_ADDRESS }),
  bad: [
    'url = "https://webhook.site/11111111-2222-3333-4444-555555555555"',
    'host = "abc." + "oast" + ".fun"',
    'url = "https://web\\x68ook.site/x"',
  ],
  good: [
    'url = "https://example.com/webhook/site"',
    'DENIED = ["webhook.site", "requestbin.com"]',
    "# never post to webhook.site",
    '"""Docs: do not use webhook.site."""',
  ],
});
