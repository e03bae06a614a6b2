import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-signatures-not-checked",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "a package manager is told not to verify where packages come from",
  why: "Anybody on the way can put another package in their place.",
  fix: "Add the registry's certificate instead.",
  references: ["CWE-295", "CWE-494"],
  match: [
    setting({ of: ["npmrc.strict-ssl", "npmrc.enableStrictSsl"], is: says(/^false$/i) }),
    setting({
      of: ["pip-conf.global.trusted-host", "pip-conf.install.trusted-host", "requirements.--trusted-host"],
      is: says(/[a-z0-9]/i),
    }),
    setting({ of: ["git-config.http.sslVerify", "git-config.http.sslverify"], is: says(/^(false|0|no|off)$/i) }),
  ],
  bad: [
    { ".npmrc": "strict-ssl=false\n" },
    { "pip.conf": "[install]\ntrusted-host = pypi.a.example\n" },
    { ".gitconfig": "[http]\n\tsslVerify = false\n" },
  ],
  good: [{ ".npmrc": "strict-ssl=true\n" }, { "pip.conf": "[install]\ntimeout = 9\n" }],
});
