import { shipped } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "git-hook-shipped",
  category: "persistence",
  severity: "high",
  confidence: "medium",
  languages: ["any"],
  title: "a hook of git is shipped inside of .git",
  why: "It runs at the next commit or checkout, and version control does not show it.",
  fix: "Ship the hook as a script, and tell users how to install it.",
  references: ["ATT&CK T1546", "CWE-829"],
  match: shipped(/(^|\/)\.git\/hooks\/[a-z-]+$/),
  bad: [{ ".git/hooks/post-checkout": "#!/bin/sh\ntrue\n" }],
  good: [{ "hooks/pre-commit": "#!/bin/sh\ntrue\n" }, { ".git/hooks/pre-commit.sample": "#!/bin/sh\n" }],
});
