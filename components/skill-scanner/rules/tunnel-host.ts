import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { TUNNELS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "tunnel-host",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a tunnelling host is named",
  why: "Behind it is somebody's private machine, reachable for as long as they like.",
  fix: "Use the published address of the service.",
  references: ["ATT&CK T1572"],
  match: string(TUNNELS),
  bad: ['url = "https://1a2b.ngrok-free.app/collect"', 'url = f"https://{name}.trycloudflare.com"'],
  good: ['url = "https://example.com/ngrok"', 'name = "ngrok.iox"'],
});
