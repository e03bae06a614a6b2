import { all, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "secrets-searched",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "the disk is searched for keys and passwords",
  why: "It is what an intruder does first.",
  fix: "Ask the user for the one key that is needed.",
  references: ["ATT&CK T1552.001", "ATT&CK T1083"],
  match: [
    call({
      of: ["sh.grep", "sh.egrep", "sh.rg", "sh.ag"],
      where: all(
        words(says(/(password|passwd|secret|api.?key|private.?key|AKIA|token)/i)),
        words(says(/(^| )(~|~\/\S*|\/|\/home\S*|\/Users\S*|\/root\S*|\/etc\/?|\/var\/?|\/opt\/?)( |$)/)),
        words(says(/(^| )(-[a-zA-Z]*[rR][a-zA-Z]*|--recursive)( |$)/)),
      ),
    }),
    call({
      of: ["sh.find", "sh.fd", "sh.locate", "sh.mdfind"],
      where: all(
        words(says(/^(~|~\/|\/|\/home\S*|\/Users\S*|\/root\S*)( |$)/)),
        words(
          says(
            /(id_rsa|id_ed25519|\.pem|\.kdbx|wallet|\.env|credentials|\.p12|\.pfx|\.ovpn|\.keystore|seed|mnemonic)/i,
          ),
        ),
      ),
    }),
  ],
  bad: [
    { "run.sh": 'grep -rE "(password|api_key)=" ~' },
    { "run.sh": 'find / -name "*.pem" -o -name id_rsa 2>/dev/null' },
    { "run.sh": 'find "$HOME" -name "*.env" -exec cat {} \\;' },
  ],
  good: [
    { "run.sh": "grep -rn password src" },
    { "run.sh": 'find . -name "*.env"' },
    { "run.sh": "grep -q token ~/.npmrc" },
  ],
});
