import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "registry-token-shipped",
  category: "credential_access",
  severity: "medium",
  confidence: "high",
  languages: ["data"],
  title: "a token for a package registry is written into the configuration",
  why: "Whoever reads the file can publish in its owner's name.",
  fix: "Revoke it, and take it from an environment variable.",
  references: ["CWE-798", "ATT&CK T1552.001"],
  match: setting({ of: ["npmrc.*"], is: says(/^[A-Za-z0-9+/=_-]{20,}$/), key: says(/_(authToken|auth|password)$/) }),
  bad: [{ ".npmrc": "//registry.a.example/:_authToken=abcdefghij0123456789ABCD\n" }],
  good: [{ ".npmrc": `//registry.a.example/:_authToken=\${NPM_TOKEN}\n` }, { ".npmrc": "save-exact=true\n" }],
});
