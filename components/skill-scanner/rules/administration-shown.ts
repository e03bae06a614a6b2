import { defineRule } from "../rule.ts";

export default defineRule({
  id: "administration-shown",
  category: "privilege_escalation",
  severity: "low",
  confidence: "high",
  languages: ["markdown", "data"],
  title: "a document or an image's build shows an administrator's command",
  why: "Rights, accounts, services and startup files outlive the skill; here somebody reads the command before it runs.",
  fix: "Say why the command is needed, and how it is undone.",
  references: ["ATT&CK T1548", "ATT&CK T1543"],
  match: [],
  bad: [
    { "README.md": "```sh\nsudo usermod -aG docker me\n```\n" },
    { "README.md": "```sh\nsudo cp app.service /etc/systemd/system/\n```\n" },
    { "README.md": "```sh\nsudo useradd -m -G sudo me\n```\n" },
    { Dockerfile: 'FROM debian\nRUN echo "me ALL=(root) NOPASSWD:ALL" > /etc/sudoers.d/me\n' },
  ],
  good: [{ "run.sh": "sudo usermod -aG docker me" }, { "README.md": "```sh\nsudo apt-get update\n```\n" }],
});
