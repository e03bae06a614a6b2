import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CHAT_HOOKS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "chat-webhook",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a chat webhook is named",
  why: "Messages sent there land in a room of whoever made the webhook.",
  fix: "Let the user configure the address.",
  references: ["ATT&CK T1567.004"],
  match: string(CHAT_HOOKS),
  bad: [
    'url = "https://discordapp.com/api/webhooks/1/abc"',
    'url = "https://hooks.slack.com/services/T0/B0/x"',
    'url = f"https://api.telegram.org/bot{token}/sendDocument"',
  ],
  good: ['url = "https://discord.com/developers/docs"', 'url = "https://slack.com/api/chat.postMessage"'],
});
