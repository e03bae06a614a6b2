import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "container-controls-host",
  category: "privilege_escalation",
  severity: "medium",
  confidence: "high",
  languages: ["data"],
  title: "a container is given control over its host",
  why: "Whoever is inside can start other containers as root, or read every file of the machine.",
  fix: "Give the container the folders that it needs.",
  references: ["CWE-250", "ATT&CK T1611"],
  match: [
    setting({
      of: [
        "compose.services.*.volumes",
        "compose.services.*.volumes.source",
        "devcontainer.mounts",
        "devcontainer.runArgs",
      ],
      is: says(/docker\.sock|^["']?\/:\/|source=\/,/),
    }),
    setting({ of: ["compose.services.*.privileged", "devcontainer.privileged"], is: says(/^true$/) }),
    setting({ of: ["compose.services.*.pid", "compose.services.*.ipc"], is: says(/^["']?host/) }),
    setting({ of: ["devcontainer.runArgs"], is: says(/^(--privileged|--pid=host|--cap-add=(ALL|SYS_ADMIN))$/) }),
  ],
  bad: [
    {
      "compose.yaml":
        "services:\n  a:\n    image: x\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n",
    },
    { "docker-compose.yml": "services:\n  a:\n    privileged: true\n" },
    { ".devcontainer/devcontainer.json": '{ "runArgs": ["--privileged"] }' },
  ],
  good: [
    { "compose.yaml": "services:\n  a:\n    image: x\n    volumes:\n      - ./data:/data\n    privileged: false\n" },
  ],
});
