import { call, says, setting, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { NUMBERED_HOST } from "../vocabulary/hosts.ts";

const MANAGERS = ["pip", "pip3", "uv", "pipx", "npm", "yarn", "pnpm", "npx", "bun", "gem", "poetry", "conda"];

export default defineRule({
  id: "packages-from-numbered-host",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "data"],
  title: "packages are taken from a machine that is only a number",
  why: "Whoever runs that machine decides what every package contains, and its install scripts run at once.",
  fix: "Use the public registry, or name the host of your own.",
  references: ["ATT&CK T1195.002", "CWE-829", "OWASP ASI04"],
  match: [
    call({ of: MANAGERS.map((name) => `sh.${name}`), where: words(says(NUMBERED_HOST)) }),
    setting({
      of: [
        "npmrc.registry",
        "npmrc.npmRegistryServer",
        ...["global", "install"].flatMap((section) =>
          ["index-url", "extra-index-url"].map((key) => `pip-conf.${section}.${key}`),
        ),
        ...["--index-url", "-i", "--extra-index-url"].map((option) => `requirements.${option}`),
      ],
      is: says(NUMBERED_HOST),
    }),
  ],
  bad: [
    { "SKILL.md": "```bash\npip config set global.index-url http://203.0.113.5/simple\n```\n" },
    { "run.sh": "pip install --extra-index-url http://198.51.100.9:8080/simple tool" },
    { "run.sh": "npm install http://203.0.113.5/tool.tgz" },
    'import os\nos.system("pip install -q -i http://203.0.113.5/simple tool")',
    { ".npmrc": "registry=http://203.0.113.5:4873/\n" },
  ],
  good: [
    { "run.sh": "pip install --index-url http://192.168.1.4/simple tool" },
    { "run.sh": "pip install -i https://pypi.a.example/simple tool" },
    { "run.sh": "npm config set registry http://localhost:4873" },
    { ".npmrc": "registry=https://registry.npmjs.org/\n" },
  ],
});
