import { all, argument, call, isFalse, reads, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HTTP_REQUESTS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "certificate-not-checked",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "the server's certificate is not checked",
  why: "Anybody on the way can read and change what is sent.",
  fix: 'Leave verification on; add a private authority with verify="ca.pem".',
  references: ["CWE-295"],
  match: [
    call({ of: [...HTTP_REQUESTS, "httpx.Client", "httpx.AsyncClient"], where: argument(["verify"], isFalse) }),
    call({ of: ["ssl._create_unverified_context", "ssl._create_default_https_context"] }),
    reads("ssl._create_unverified_context", "ssl.CERT_NONE"),
    call({
      of: [...HTTP_REQUESTS, "js.https.Agent", "js.tls.connect"],
      where: argument("rejectUnauthorized", isFalse),
    }),
    call({
      of: ["js.process.env.[]="],
      where: all(argument(0, says(/^NODE_TLS_REJECT_UNAUTHORIZED$/)), argument(1, says(/^0$/))),
    }),
    call({ of: ["sh.curl.-k", "sh.curl.--insecure", "sh.wget.--no-check-certificate"] }),
  ],
  bad: [
    "import requests\nrequests.get(url, verify=False)",
    "import ssl\nssl._create_default_https_context = ssl._create_unverified_context",
    "import ssl\nc = ssl.create_default_context()\nc.verify_mode = ssl.CERT_NONE",
    { "run.sh": "curl -sk https://example.com" },
    { "run.sh": "wget --no-check-certificate https://example.com" },
    { "skill.js": 'const https = require("https");\nconst agent = new https.Agent({ rejectUnauthorized: false });' },
    { "skill.js": 'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";' },
  ],
  good: [
    "import requests\nrequests.get(url, verify=True)",
    'import requests\nrequests.get(url, verify="ca.pem")',
    "check(verify=False)",
    { "run.sh": "curl -s https://example.com" },
    { "skill.js": 'const agent = new (require("https").Agent)({ rejectUnauthorized: true });' },
  ],
});
