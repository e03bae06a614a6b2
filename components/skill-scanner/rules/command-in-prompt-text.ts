import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "command-in-prompt-text",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "a text with a command in it is expanded like a shell's prompt, which runs the command",
  why: "It looks like the value of a variable that is printed; guards that judge the name of the command let it through.",
  fix: "Run the command as a command.",
  references: ["ATT&CK T1027", "ATT&CK T1059.004", "CVE-2026-29783"],
  match: call({ of: ["sh.:prompt"], where: argument(0, says(/\$\([^\n]|`[^\n]/)) }),
  bad: [
    { "run.sh": `a='$'; b="$a(touch /tmp/x)"\necho \${b@P}` },
    { "SKILL.md": `\`\`\`bash\necho \${a="$"}\${b="$a(touch /tmp/x)"}\${b@P}\n\`\`\`\n` },
    { "run.sh": `x='\`id\`'; : "\${x@P}"` },
  ],
  good: [
    { "run.sh": `echo "\${PS1@P}"` },
    { "run.sh": `x='$(id)'; echo \${x@Q}` },
    { "run.sh": `x='\\u at \\h'; echo \${x@P}` },
  ],
});
