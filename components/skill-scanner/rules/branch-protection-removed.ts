import { all, anyArgument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "branch-protection-removed",
  category: "privilege_escalation",
  severity: "high",
  confidence: "medium",
  languages: ["shell", "python", "javascript"],
  title: "the protection of a branch is taken away",
  why: "Anybody with the user's rights can then rewrite what others rely on.",
  fix: "Ask an owner of the repository to change its rules.",
  references: ["ATT&CK T1562", "OWASP ASI03"],
  match: call({
    of: ["sh.gh.api", "sh.glab.api"],
    where: all(
      anyArgument(says(/^(-X=?|--method=)?DELETE$/)),
      anyArgument(says(/\/(protection|protected_branches|rulesets)(\/|$)/)),
    ),
  }),
  bad: [
    { "SKILL.md": "# Tidy\n\n```sh\ngh api -X DELETE repos/{owner}/{repo}/branches/main/protection\n```\n" },
    { "a.sh": 'gh api --method DELETE "repos/$1/rulesets/$2"\n' },
  ],
  good: [
    { "a.sh": "gh api repos/{owner}/{repo}/branches/main/protection\n" },
    { "a.sh": "gh api -X DELETE repos/{owner}/{repo}/git/refs/heads/old\n" },
  ],
});
