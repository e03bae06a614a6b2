import { all, anyArgument, argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "root-without-password",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "an account gets the right to run everything as root without a password",
  why: "From then on whatever runs as that user owns the machine, the agent included.",
  fix: "Allow the one command that is needed, and let an administrator add it.",
  references: ["ATT&CK T1548.003", "CWE-250"],
  shownAs: "administration-shown",
  match: call({
    of: SHELL_WRITERS,
    where: all(
      anyArgument(says(/\/etc\/sudoers/), { except: ["stdin"] }),
      argument("stdin", says(/NOPASSWD:?[ \t]*ALL|!authenticate/)),
    ),
  }),
  bad: [
    { "run.sh": 'echo "$(whoami) ALL=(ALL) NOPASSWD: ALL" | sudo tee -a /etc/sudoers' },
    { "run.sh": "sudo sh -c \"echo 'me ALL=(ALL:ALL) NOPASSWD:ALL' > /etc/sudoers.d/me\"" },
    {
      "SKILL.md": '```sh\nset_up() {\n  echo "$USER ALL=(ALL) NOPASSWD: ALL" | sudo tee /etc/sudoers.d/tools\n}\n```\n',
    },
  ],
  good: [
    { "run.sh": "echo 'deploy ALL=(ALL) NOPASSWD: /usr/bin/systemctl restart app' | sudo tee /etc/sudoers.d/deploy" },
    { Dockerfile: 'FROM debian\nRUN echo "me ALL=(root) NOPASSWD:ALL" > /etc/sudoers.d/me\n' },
    { "README.md": '```sh\necho "$USER ALL=(ALL) NOPASSWD: ALL" | sudo tee /etc/sudoers.d/$USER\n```\n' },
  ],
});
