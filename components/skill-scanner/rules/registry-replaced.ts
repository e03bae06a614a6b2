import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PUBLIC_REGISTRY } from "../vocabulary/settings.ts";

export default defineRule({
  id: "registry-replaced",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "packages come from a registry that is not the public one",
  why: "It decides what every name stands for, and a name that it alone has can be taken over on the other.",
  fix: "Leave the choice of a registry to the user's own configuration.",
  references: ["CWE-427", "ATT&CK T1195.002", "OWASP ASI04"],
  match: setting({
    of: [
      "npmrc.registry",
      "npmrc.npmRegistryServer",
      "bunfig.install.registry",
      ...["global", "install", "download"].flatMap((section) =>
        ["index-url", "extra-index-url", "find-links"].map((key) => `pip-conf.${section}.${key}`),
      ),
      ...["--index-url", "-i", "--extra-index-url", "--find-links", "-f"].map((option) => `requirements.${option}`),
      "uv.index-url",
      "uv.extra-index-url",
      "pyproject.tool.uv.index.url",
      "pyproject.tool.poetry.source.url",
      "pipfile.source.url",
    ],
    is: says(/^["']?https?:/i),
    isNot: says(PUBLIC_REGISTRY),
  }),
  bad: [
    { ".npmrc": "registry=https://npm.a.example/\n" },
    {
      "pip.conf":
        "[global]\nindex-url = https://pypi.org/simple\nextra-index-url =\n    http://203.0.113.9:8080/simple\n",
    },
    { "requirements.txt": "--extra-index-url https://pypi.a.example/simple\nnumpy\n" },
  ],
  good: [
    { ".npmrc": `registry=https://registry.npmjs.org/\n//registry.npmjs.org/:_authToken=\${NPM_TOKEN}\n` },
    { "requirements.txt": "--extra-index-url https://download.pytorch.org/whl/cu121\ntorch\n" },
    { "pip.conf": "[global]\ntimeout = 60\n" },
  ],
});
