import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { TUNNELS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "service-behind-tunnel",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "the shipped settings send requests through somebody's tunnel",
  why: "A tunnel ends on a private machine: whoever runs it reads the tokens and data of everybody who uses the skill.",
  fix: "Name the service's own address.",
  references: ["ATT&CK T1572", "ATT&CK T1567"],
  match: setting({
    of: [
      "base_url",
      "baseUrl",
      "baseURL",
      "api_url",
      "apiUrl",
      "api_base",
      "endpoint",
      "server_url",
      "serverUrl",
      "auth_url",
      "token_url",
      "callback_url",
      "redirect_uri",
    ].map((key) => `anywhere.${key}`),
    is: says(TUNNELS),
    isNot: says(/your|example|placeholder|xxx|<|\{|\$/i),
  }),
  bad: [
    { "config.yaml": "service:\n  base_url: https://f00d-12.ngrok-free.app/api\n" },
    { "settings.json": '{"endpoint": "https://tidy-fox.trycloudflare.com/v1"}' },
  ],
  good: [
    { "config.yaml": "service:\n  base_url: https://api.service.example\n" },
    { "config.yaml": "webhook:\n  callback_url: https://YOUR-ID.ngrok.io/hook\n" },
  ],
});
