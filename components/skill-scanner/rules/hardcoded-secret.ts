import { engine, string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "hardcoded-secret",
  category: "credential_access",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "a secret is written into the code",
  why: "Everybody who reads the skill has it, and it ends up in logs and copies.",
  fix: "Read it from the user's configuration, and revoke this one.",
  references: ["CWE-798"],
  match: [
    engine("token"),
    string(/-----BEGIN (RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY/, {
      confirm: /PRIVATE KEY( BLOCK)?-----(\s|\\[nr])*[A-Za-z0-9+/]{8}/,
    }),
    string(/(?<![\w-])(AKIA|ASIA|gh[pousr]_|github_pat_|sk-ant-|sk-proj-|sk_live_|xox[abprs]-|AIza|glpat-|npm_|hf_)/, {
      confirm:
        /(?<![\w-])((AKIA|ASIA)[A-Z0-9]{15}[A-DF-Z0-9]|gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9]{20}|sk-(ant|proj)-[\w-]{16}|sk_live_[A-Za-z0-9]{16}|xox[abprs]-[0-9]{8}|AIza[\w-]{35}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30})/,
    }),
  ],
  bad: [
    { ".env.local": "SERVICE=ghp_x8Kd02mQpL5vTz7RbWn3YcJf6HsGa9Ue1Dio\n" },
    { "SKILL.md": "Use `AKIAQ3ZV7XKWT2RMN5PD` to sign in.\n" },
    'key = "AKIA" + "ABCDEFGHIJKLMNOP"',
    'token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"',
    'pem = """-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3"""',
  ],
  good: [
    { "SKILL.md": "export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nAKIAIOSFODNN7EXAMPLE\n" },
    { "config.yaml": "token: ghp_YOUR_PERSONAL_ACCESS_TOKEN_GOES_HERE_12\n" },
    'key = "AKIA..."',
    'user = "AKIAIOSFODNN7EXAMPLE"',
    'start = b"-----BEGIN OPENSSH PRIVATE KEY-----"',
    'token = "ghp_your_token_here"',
    "my_api_key = None",
    'text = "task-proj-abcdefghijklmnop"',
  ],
});
