import { string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "hardcoded-secret",
  category: "credential_access",
  severity: "medium",
  confidence: "high",
  languages: ["python"],
  title: "a secret is written into the code",
  why: "Everybody who reads the skill has it, and it ends up in logs and copies.",
  fix: "Read it from the user's configuration, and revoke this one.",
  references: ["CWE-798"],
  match: [
    string(/-----BEGIN (RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY/),
    string(/(?<![\w-])(AKIA|ASIA|gh[pousr]_|github_pat_|sk-ant-|sk-proj-|sk_live_|xox[abprs]-|AIza|glpat-|npm_|hf_)/, {
      confirm:
        /(?<![\w-])((AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9]{20}|sk-(ant|proj)-[\w-]{16}|sk_live_[A-Za-z0-9]{16}|xox[abprs]-[0-9]{8}|AIza[\w-]{35}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30})/,
    }),
  ],
  bad: [
    'key = "AKIA" + "ABCDEFGHIJKLMNOP"',
    'token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"',
    'pem = """-----BEGIN RSA PRIVATE KEY-----\nMII"""',
  ],
  good: [
    'key = "AKIA..."',
    'token = "ghp_your_token_here"',
    "my_api_key = None",
    'text = "task-proj-abcdefghijklmnop"',
  ],
});
