import { call, inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "root-certificate-added",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["shell"],
  title: "an authority is added whose certificates are trusted everywhere",
  why: "Whoever holds its key can read and change all that is sent encrypted.",
  fix: "Give the certificate to the one program that needs it.",
  references: ["ATT&CK T1553.004"],
  match: call({
    of: [
      "sh.update-ca-certificates",
      "sh.update-ca-trust",
      "sh.security.add-trusted-cert",
      "sh.certutil.-A",
      "sh.trust.anchor",
    ],
    where: not(inDocument),
  }),
  bad: [
    { "run.sh": "sudo cp x.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates" },
    { "run.sh": "security add-trusted-cert -d -r trustRoot x.pem" },
  ],
  good: [{ "run.sh": "openssl x509 -in x.pem -text" }, { "run.sh": "certutil -L -d db" }],
});
